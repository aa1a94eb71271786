import { findTokenOfCommand } from '@/lib/auth/commands/one-time-link'
import { linkPath } from '@/lib/auth/link-path'
import { findLinkById, type LinkWithGrounds } from '@/lib/auth/queries/find-link'
import { mailSettings, publicUrl } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { FailedForGood, GivenBack } from '@/lib/jobs/job-ends'
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

/**
 * Sends a one-time link to its person; nothing where it opens nothing any more, or has been sent. Where the worker dies between the
 * server's word and the job's end it is sent once more, under the same Message-ID.
 */
export const sendLinkJob: JobHandler<'mail:sendLink'> = async (ctx, { linkId, language }) => {
  const server = mailSettings()
  if (!server) throw new GivenBack()
  const { link, refusals } = await findLinkById(ctx.db, linkId, ctx.now)
  if (!link?.user || !link.tokenSeed || refusals.length > 0 || link.mailedAt) return undefined
  const token = await findTokenOfCommand(ctx.db, link.tokenSeed)
  await sendMail(server, mailOf(link, token, language)).catch((error: unknown) => {
    const { reason, isFinal } = failureOf(error)
    throw isFinal ? new FailedForGood([reason]) : new DomainError('unavailable', [reason])
  })
  return async ({ tx }) => {
    await tx.oneTimeLink.updateMany({ where: { id: link.id, mailedAt: null }, data: { mailedAt: ctx.now } })
  }
}
