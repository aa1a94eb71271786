import type { LinkMailState } from '@/lib/auth/queries/link-mail'
import { LookAgain } from './jobs/look-again'

/** Looks again while a mail of the page is on its way: soon until it is sent, by and by where it is tried again. */
export function LookForMail({ mails }: { mails: readonly (LinkMailState | null)[] }) {
  const isSoon = mails.some((mail) => mail?.state === 'waiting')
  const isLater = mails.some((mail) => mail?.state === 'retry')
  return (isSoon || isLater) && <LookAgain look={isSoon ? 'soon' : 'later'} />
}
