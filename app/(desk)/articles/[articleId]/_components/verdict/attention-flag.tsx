import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Glyph } from '@/app/_ui/glyph'
import { AttentionSum } from '@/app/(desk)/_components/claims/attention-sum'
import { claimHref } from '@/app/(desk)/_components/claims/panel-tab'
import type { ChangeCount } from '@/lib/verdicts/attention'
import classes from './attention.module.css'

/** Above a claim's tabs: that its verdict needs attention, in one line that leads to it. */
export function AttentionFlag({ claimId, counts }: { claimId: string; counts: readonly ChangeCount[] }) {
  const t = useTranslations('attention')
  if (counts.length === 0) return null
  return (
    <Link href={claimHref(claimId, 'verdict')} replace scroll={false} prefetch={false} className={classes.flag}>
      <Glyph shape="warning" tone="warning" /> {t.rich('sum', { changes: () => <AttentionSum counts={counts} /> })}
    </Link>
  )
}
