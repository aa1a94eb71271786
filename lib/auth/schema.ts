import { z } from 'zod'
import { optionalText, requiredName, requiredText } from '@/lib/fields'
import { commandId, linkNoticeId, sessionId, userId } from '@/lib/ids'
import { mailLanguage } from '@/lib/mail/languages'
import { normalForm } from '@/lib/text/normal-form'

/** An e-mail address, folded: one address, one person. */
export const email = requiredText(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email('auth.emailInvalid'))

// One form of letters (NFKC): a name in mathematical or full-width letters is the same name.
export const personName = z
  .string('required')
  .max(1000, 'tooLong')
  .transform((text) => normalForm(text, 'NFKC'))
  .pipe(requiredName(120))

// NIST SP 800-63B: a length, no rules of composition; normalised, so that two keyboards type the same password.
const typedPassword = z
  .string('required')
  .max(1000, 'auth.passwordLong')
  .transform((text) => normalForm(text, 'NFKC'))

export const PASSWORD_MIN = 12
const PASSWORD_MAX = 128

// A row of blanks, or of characters that nobody sees, is as short as one.
const weighed = (text: string) =>
  [
    ...text
      .trim()
      .replaceAll(/\p{Cf}/gu, '')
      .replaceAll(/\s+/gu, ' '),
  ].length

/** A password to be: 12 to 128 characters, kept exactly as typed. */
export const newPassword = typedPassword.pipe(
  z
    .string()
    .refine((text) => weighed(text) >= PASSWORD_MIN, 'auth.passwordShort')
    .refine((text) => [...text].length <= PASSWORD_MAX, 'auth.passwordLong'),
)

/** The token of a one-time link: 32 bytes in base64url. */
export const linkToken = z.string('auth.linkUnknown').regex(/^[\w-]{43}$/, 'auth.linkUnknown')

export const signInInput = z.object({
  email,
  password: typedPassword,
})
export const acceptInvitationInput = z.object({ token: linkToken, name: personName, password: newPassword })
export const resetPasswordInput = z.object({ token: linkToken, password: newPassword })
export const changePasswordInput = z.object({ oldPassword: typedPassword, password: newPassword })
export const renameInput = z.object({ name: personName })
export const signOutEverywhereInput = z.looseObject({})

/** In which language a link is mailed: that of whoever makes it, which the server knows. */
export const linkLanguage = mailLanguage.default('fr')
export const askResetInput = z.object({ email, language: linkLanguage })

export const joinProjectInput = z.object({ token: linkToken })
// The link's token is derived from the command id: so this sees it.
export const issueResetLinkInput = z.object({ commandId, userId, reason: requiredText(500), language: linkLanguage })
export const readLinkNoticesInput = z.object({ ids: z.array(linkNoticeId).max(200) })
export const endSessionInput = z.object({ id: sessionId })
export const endOtherSessionsInput = z.looseObject({})
export const disableUserInput = z.object({ id: userId, reason: optionalText(500) })
export const enableUserInput = z.object({ id: userId })
