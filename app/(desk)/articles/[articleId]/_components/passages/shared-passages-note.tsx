import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { inTime } from '@/app/_server/in-time'
import type { ClaimView } from '@/lib/claims/queries'
import { countTextsSharing } from '@/lib/passages/queries/find-shared-passages-of-claim'
import classes from './shared-passages-note.module.css'

/** Says that the claim's passage stands in other texts too, with the way to compare them; nothing where it does not. */
export async function SharedPassagesNote({ claim }: { claim: ClaimView }) {
  const [ctx, t] = await Promise.all([getCtx(), getTranslations('passages')])
  const texts = await inTime(countTextsSharing(ctx, claim.id))
  if (texts === null) return <p className={classes.note}>{t('lateNote')}</p>
  if (texts === 0) return null
  return (
    <p className={classes.note}>
      {t.rich('note', {
        count: texts,
        compare: (words) => <Link href={`/passages?article=${claim.articleId}&claim=${claim.id}`}>{words}</Link>,
      })}
    </p>
  )
}
