import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { inTime } from '@/app/_server/in-time'
import type { ClaimView } from '@/lib/claims/queries'
import { countTextsSharing } from '@/lib/copies/queries/find-shared-sentences-of-claim'
import classes from './shared-sentences-note.module.css'

/** Says that the claim's sentence stands in other texts too, with the way to compare them; nothing where it does not. */
export async function SharedSentencesNote({ claim }: { claim: ClaimView }) {
  const [ctx, t] = await Promise.all([getCtx(), getTranslations('sharedSentences')])
  const texts = await inTime(countTextsSharing(ctx, claim.id))
  if (texts === null) return <p className={classes.note}>{t('lateNote')}</p>
  if (texts === 0) return null
  return (
    <p className={classes.note}>
      {t.rich('note', {
        count: texts,
        compare: (words) => (
          <Link href={`/shared-sentences?article=${claim.articleId}&claim=${claim.id}`} dir="auto">
            {words}
          </Link>
        ),
      })}
    </p>
  )
}
