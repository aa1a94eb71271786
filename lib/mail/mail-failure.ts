import { z } from 'zod'
import type { Reason } from '@/lib/errors'
import { plainName } from '@/lib/text/invisible'

/** Why a mail was not sent, and whether trying again by itself is of no use. */
export type MailFailure = { reasons: Reason[]; isFinal: boolean }

const smtpError = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  message: z.string().catch(''),
})

/** What a server said is kept in its own words, on one line and not at any length. */
const MOST_SAID = 160
const PERMANENT = 500
const CERTIFICATE = /certificate|self.signed|altname|unable to verify/i
const CERTIFICATE_CODE = /CERT|SIGNATURE|ERR_TLS|ERR_SSL/
const FINER_CODE = /^\d{3}[ -]([45]\.(\d)\.\d{1,3})\b/
/** What a finer code is about, by its middle digit (RFC 3463). */
const ABOUT = ['other', 'address', 'mailbox', 'system', 'network', 'protocol', 'content', 'policy']
const SAID = 'mail.said'

/** What a server answered: its code and what that is about, and apart from it its own words, which may name who the mail was for. */
function answerOf(key: string, code: number, response: string): Reason[] {
  const [, finer, about] = FINER_CODE.exec(response) ?? []
  const values = { code: [code, finer].filter(Boolean).join(' '), about: ABOUT[Number(about ?? 0)] ?? 'other' }
  const said = plainName(response).slice(0, MOST_SAID)
  return [{ key, values }, ...(said ? [{ key: SAID, values: { said } }] : [])]
}

/** What of these reasons a project is told: not the words of the server, which are for whoever runs it. */
export const withoutServersWords = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ key }) => key !== SAID)

/** Reads an error of the mail library: of a mail, or of the way to the server. */
export function failureOf(error: unknown): MailFailure {
  const { code = '', responseCode = 0, response = '', message } = smtpError.parse(error)
  if (code === 'ETLS' || CERTIFICATE_CODE.test(code) || (code === 'ESOCKET' && CERTIFICATE.test(message)))
    return { reasons: [{ key: 'mail.notSecure' }], isFinal: false }
  if (code === 'EAUTH') return { reasons: [{ key: 'mail.notSignedIn' }], isFinal: false }
  if (responseCode >= PERMANENT) return { reasons: answerOf('mail.refused', responseCode, response), isFinal: true }
  if (responseCode > 0) return { reasons: answerOf('mail.later', responseCode, response), isFinal: false }
  return { reasons: [{ key: 'mail.unreachable' }], isFinal: false }
}
