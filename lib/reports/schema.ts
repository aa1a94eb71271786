import { z } from 'zod'
import { CSV_SEPARATORS } from '@/lib/reports/csv-separator'

const REPORT_FILES = ['csv', 'json'] as const

/** Which file of a report is asked for; a CSV one with which separator. */
export const reportRequest = z.object({
  format: z.enum(REPORT_FILES, 'report.formatUnknown'),
  separator: z
    .enum(CSV_SEPARATORS, 'report.separatorUnknown')
    .nullish()
    .transform((separator) => separator ?? 'comma'),
})

export type ReportRequest = z.output<typeof reportRequest>
