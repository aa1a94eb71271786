import { z } from 'zod'

export const REPORT_FILES = ['csv', 'json'] as const

/** Which file of a report is asked for. */
export const reportRequest = z.object({ format: z.enum(REPORT_FILES, 'report.formatUnknown') })
