import { z } from 'zod'

/** The languages in which mails are written: that in which whoever had it sent was working. */
export const mailLanguage = z.enum(['fr', 'en'])
export type MailLanguage = z.output<typeof mailLanguage>
