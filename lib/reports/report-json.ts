import { type VerdictReport, verdictReport } from '@/lib/reports/report'

/** A report as JSON text (UTF-8, ISO 8601 dates), its keys always in the order of the format. */
export const reportJson = (report: VerdictReport): string => `${JSON.stringify(verdictReport.parse(report), null, 2)}\n`
