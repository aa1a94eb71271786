import { getTranslations } from 'next-intl/server'
import { isAuditAction } from '@/lib/audit/entries'
import { type ActivityEntry, listActivity } from '@/lib/audit/queries'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listComments } from '@/lib/comments/queries'
import { type PassingSource, passingSources } from '@/lib/sources/schema'
import { getCtx } from '../../../../../_server/actor'
import { DateText } from '../../../../../_ui/date-text'
import { Pill } from '../../../../../_ui/pill'
import { Section } from '../../../../../_ui/section'
import type { PanelClaim } from '../../_data/panel-claim'
import classes from './activity.module.css'
import { CommentForm } from './comment-form'

/** What was said about a claim, and what was done to it, by whom and when. */
export async function ActivityTab({ of: { claim } }: { of: PanelClaim }) {
  const ctx = await getCtx()
  const [t, entries, comments] = await Promise.all([
    getTranslations('activity'),
    listActivity(ctx, claim.id),
    listComments(ctx, claim.id),
  ])
  return (
    <>
      <Section title={t('comments')} count={comments.length}>
        {comments.length === 0 && <p className={classes.empty}>{t('noComments')}</p>}
        <ul className={classes.comments}>
          {comments.map((comment) => (
            <li key={comment.id} className={classes.comment}>
              <div className={classes.head}>
                <strong dir="auto">{comment.author.name}</strong>
                {comment.kind === 'RETURN' && <Pill tone="warning">{t('returned')}</Pill>}
                <DateText value={comment.createdAt} look="relative" />
              </div>
              <p className={classes.body}>{comment.body}</p>
            </li>
          ))}
        </ul>
        <CommentForm claimId={claim.id} reasons={permissionRefusals('comment:add', claim.facts)} />
      </Section>
      <Section title={t('history')} count={entries.length}>
        <ol className={classes.history}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>{isAuditAction(entry.action) ? t(`did.${entry.action}`) : entry.action}</span>
              <span className={classes.who}>
                {entry.actor?.name ?? t('installation')} · <DateText value={entry.at} look="dateTime" />
              </span>
              <PassingSources after={entry.after} />
              {entry.reason && <span className={classes.reason}>{t('because', { reason: entry.reason })}</span>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

/** The sources that were made along with a chain, or went with it. */
async function PassingSources({ after }: { after: ActivityEntry['after'] }) {
  const t = await getTranslations('activity')
  const { madeSources = [], discardedSources = [] } = passingSources.safeParse(after).data ?? {}
  const names = (sources: readonly PassingSource[]) => sources.map(({ name }) => name).join(', ')
  const lines = [
    madeSources.length > 0 && t('madeSources', { count: madeSources.length, names: names(madeSources) }),
    discardedSources.length > 0 &&
      t('discardedSources', { count: discardedSources.length, names: names(discardedSources) }),
  ].filter((line) => line !== false)
  return lines.map((line) => (
    <span key={line} className={classes.reason}>
      {line}
    </span>
  ))
}
