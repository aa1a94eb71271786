import type { TxCtx } from '@/lib/context'
import { mailSettings } from '@/lib/env'
import { linkId } from '@/lib/ids'
import type { MailLanguage } from '@/lib/mail/languages'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/**
 * Has a link sent to its person's address, within the command that makes it. Answers whether it will be: without a mail server whoever
 * makes the link hands it over.
 */
export async function mailLink(ctx: TxCtx, id: string, language: MailLanguage): Promise<boolean> {
  if (!mailSettings()) return false
  await askForJob(ctx, 'mail:sendLink', { linkId: linkId.parse(id), language })
  return true
}
