import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { DateText } from '@/app/_ui/date-text'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/section'
import { listReliability, type SourceView } from '@/lib/sources/queries/get-source'
import { projectToday } from '@/lib/verdicts/queries/verdicts'
import { GradePill } from '../../_components/grade-pill'
import sourceClasses from '../../_components/sources.module.css'
import { JudgeButton } from './judge-button'
import { ReliabilityLine } from './reliability-line'
import classes from './source-page.module.css'

/** How far a source is trusted, over time: never edited, only judged anew. */
export async function ReliabilitySection({ source }: { source: SourceView }) {
  const ctx = await getCtx()
  const [judgements, today, t] = await Promise.all([
    listReliability(ctx, source.id),
    projectToday(ctx),
    getTranslations('sources.reliability'),
  ])
  return (
    <Section
      title={t('title')}
      look={judgements.length > 0 ? 'flush' : 'bare'}
      actions={<JudgeButton sourceId={source.id} today={today} reasons={source.refusals.judge} />}
    >
      {judgements.length === 0 ? (
        <EmptyState compact title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          {judgements.length > 1 && <ReliabilityLine judgements={judgements} />}
          <ol className={sourceClasses.list}>
            {judgements.map(({ id, grade, reason, judgedOn, createdBy, under }) => (
              <li key={id} className={classes.judgement}>
                <GradePill grade={grade} />
                <div>
                  <p className={classes.reason} dir="auto">
                    {reason}
                  </p>
                  <div className={classes.meta}>
                    <DateText value={judgedOn} />
                    <span dir="auto">{createdBy.name}</span>
                    {under && <span>{t('under', { name: under })}</span>}
                  </div>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  )
}
