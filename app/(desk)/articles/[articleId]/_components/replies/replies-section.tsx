import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { permissionRefusals } from '@/lib/auth/permissions'
import type { ClaimView } from '@/lib/claims/queries'
import { listReplies } from '@/lib/replies/queries'
import { RepliesPanel } from './replies-panel'
import { ReplyFacts } from './reply-facts'

/** Whether those whom a claim is about were asked for a reply. It stays open under review: an answer may come late. */
export async function RepliesSection({ claim }: { claim: ClaimView }) {
  const [t, replies] = await Promise.all([getTranslations('reply'), listReplies(await getCtx(), claim.id)])
  const archived = claim.refusals.change.filter(({ key }) => key === 'article.archived')
  const reasons = [...permissionRefusals('reply:save', claim.facts), ...archived]
  return (
    <Section title={t('title')} {...(replies.length > 0 ? { count: replies.length } : {})}>
      <RepliesPanel
        claimId={claim.id}
        reasons={reasons}
        items={replies.map((reply) => ({ reply, facts: <ReplyFacts key={reply.id} reply={reply} /> }))}
      />
    </Section>
  )
}
