import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Glyph } from '@/app/_ui/glyph'
import { AttentionSum } from '@/app/(desk)/_components/claims/attention-sum'
import { countChanges } from '@/lib/verdicts/attention'
import type { Attention } from '@/lib/verdicts/claim-graph'
import classes from './attention.module.css'
import { AttentionChange } from './attention-change'

interface AttentionBoxProps {
  attention: Attention
  claimId: string
  /** What can be done about it. */
  children: ReactNode
}

/** Why the verdict needs attention, with everything that has changed since, old and new. */
export function AttentionBox({ attention: { changes }, claimId, children }: AttentionBoxProps) {
  const t = useTranslations('attention')
  return (
    <section className={classes.box} aria-label={t('title')}>
      <p className={classes.head}>
        <Glyph shape="warning" tone="warning" />{' '}
        {t.rich('sum', { changes: () => <AttentionSum counts={countChanges(changes)} /> })}
      </p>
      <details open>
        <summary>{t('details')}</summary>
        <ul className={classes.changes}>
          {changes.map((change) => (
            <AttentionChange key={`${change.kind} ${change.id} ${change.what}`} change={change} claimId={claimId} />
          ))}
        </ul>
      </details>
      {children}
    </section>
  )
}
