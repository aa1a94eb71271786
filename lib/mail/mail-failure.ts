import { z } from 'zod'
import type { Reason } from '@/lib/errors'
import { plainName } from '@/lib/text/invisible'

/** Why a mail was not sent, and whether trying again by itself is of no use. */
export type MailFailure = { reason: Reason; isFinal: boolean }

const smtpError = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  message: z.string().catch(''),
})

/** What a server said is told in its own words, on one line and not at any length. */
const MOST_SAID = 160
const PERMANENT = 500
const CERTIFICATE = /certificate|self.signed|altname|unable to verify/i
const CERTIFICATE_CODE = /CERT|SIGNATURE|ERR_TLS|ERR_SSL/

/** Reads an error of the mail library: of a mail, or of the way to the server. */
export function failureOf(error: unknown): MailFailure {
  const { code = '', responseCode = 0, response = '', message } = smtpError.parse(error)
  const values = { code: responseCode, said: plainName(response).slice(0, MOST_SAID) }
  if (code === 'ETLS' || CERTIFICATE_CODE.test(code) || (code === 'ESOCKET' && CERTIFICATE.test(message)))
    return { reason: { key: 'mail.notSecure' }, isFinal: false }
  if (code === 'EAUTH') return { reason: { key: 'mail.notSignedIn' }, isFinal: false }
  if (responseCode >= PERMANENT) return { reason: { key: 'mail.refused', values }, isFinal: true }
  if (responseCode > 0) return { reason: { key: 'mail.later', values }, isFinal: false }
  return { reason: { key: 'mail.unreachable' }, isFinal: false }
}
