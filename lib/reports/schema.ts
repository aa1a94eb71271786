import { z } from 'zod'
import { CSV_SEPARATORS } from '@/lib/reports/csv-separator'

const REPORT_FILES = ['csv', 'json'] as const

const separator = z
  .enum(CSV_SEPARATORS, 'report.separatorUnknown')
  .nullish()
  .transform((asked) => asked ?? 'comma')

/** Which file of a report is asked for; a CSV one with which separator. */
export const reportRequest = z.object({
  format: z.enum(REPORT_FILES, 'report.formatUnknown'),
  separator,
})

/** Which file of a list of claims: CSV, or an object on each line. */
export const claimListRequest = z.object({ format: z.enum(['csv', 'jsonl'], 'report.formatUnknown'), separator })

export type ReportRequest = z.output<typeof reportRequest>
