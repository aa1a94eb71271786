import { findKeptToken } from '@/lib/auth/commands/one-time-link'
import { linkPath } from '@/lib/auth/link-path'
import { findLinkById, type LinkWithGrounds } from '@/lib/auth/queries/find-link'
import { mailSettings, publicUrl } from '@/lib/env'
import { DomainError, type Reason } from '@/lib/errors'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { FailedForGood, GivenBack, LeftUndone } from '@/lib/jobs/job-ends'
import { sendMail } from '@/lib/mail/commands/send-mail'
import type { MailLanguage } from '@/lib/mail/languages'
import { linkMail } from '@/lib/mail/link-mail'
import { failureOf } from '@/lib/mail/mail-failure'
import type { LinkPurpose } from '@/lib/mail/words'

function purposeOf({ kind, byMailOnly }: LinkWithGrounds): LinkPurpose {
  if (kind !== 'PASSWORD_RESET') return kind === 'JOIN' ? 'JOIN' : 'INVITATION'
  return byMailOnly ? 'RESET_ASKED' : 'RESET_BY_OWNER'
}

const mailOf = (link: LinkWithGrounds, token: string, language: MailLanguage) =>
  linkMail({
    ...{ linkId: link.id, purpose: purposeOf(link), language },
    person: { name: link.user?.name ?? '', email: link.user?.email ?? '' },
    maker: link.createdBy?.name ?? '',
    project: link.project?.name ?? '',
    reason: link.reason ?? '',
    url: publicUrl() + linkPath(link.kind, token),
    until: link.expiresAt,
    // A link of the installation is of no project: its time says in which zone it is.
    timeZone: link.project?.timeZone ?? 'UTC',
  })

const NOT_SENT: Reason = { key: 'mail.notSent' }

/** Why a link is not sent any more, told to those who read of its job; the link's own refusals speak to its person. */
const lostGrounds = (refusals: readonly Reason[]): Reason[] => [
  NOT_SENT,
  ...refusals.map(({ key }) => ({ key: key.replace(/^auth\./, 'mail.') })),
]

/**
 * Sends a one-time link to its person; not where it opens nothing any more, which is what becomes of the job then. Where the worker dies between the
 * server's word and the job's end it is sent once more, under the same Message-ID.
 */
export const sendLinkJob: JobHandler<'mail:sendLink'> = async (ctx, { linkId, language }) => {
  const server = mailSettings()
  if (!server) throw new GivenBack()
  const { link, refusals } = await findLinkById(ctx.db, linkId, ctx.now)
  // What was sent is done, whatever has become of it since.
  if (link?.mailedAt) return undefined
  if (!link?.user || !link.tokenSeed) throw new LeftUndone([NOT_SENT, { key: 'mail.linkUnknown' }])
  if (refusals.length > 0) throw new LeftUndone(lostGrounds(refusals))
  const token = await findKeptToken(ctx.db, link.tokenSeed)
  // Of no use to try again by itself: only whoever has that secret still can give it back.
  if (!token) throw new FailedForGood([{ key: 'mail.secretGone' }])
  await sendMail(server, mailOf(link, token, language)).catch((error: unknown) => {
    const { reasons, isFinal } = failureOf(error)
    throw isFinal ? new FailedForGood(reasons) : new DomainError('unavailable', reasons)
  })
  return async ({ tx }) => {
    await tx.oneTimeLink.updateMany({ where: { id: link.id, mailedAt: null }, data: { mailedAt: ctx.now } })
  }
}
