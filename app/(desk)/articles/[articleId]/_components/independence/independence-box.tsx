import Link from 'next/link'
import { useLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SideSum } from '@/app/(desk)/_components/claims/side-sum'
import type { ClaimView } from '@/lib/claims/queries'
import { deniedByConcerned } from '@/lib/independence/concerned'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import classes from './independence.module.css'
import { OriginGroups } from './origin-groups'

/** "3 → 1": how many appearances of a claim, how many independent origins, and which, for and against. */
export async function IndependenceBox({ claim, counts }: { claim: ClaimView; counts: OriginSummary }) {
  const t = await getTranslations('independence')
  const { asserting, contradicting } = counts
  const denials = deniedByConcerned(contradicting.groups, counts.decisions)
  const appearances = asserting.appearances + contradicting.appearances
  return (
    <section className={classes.box} aria-label={t('title')}>
      <SideSum side={asserting} />
      {contradicting.appearances > 0 && <SideSum side={contradicting} against />}
      {denials > 0 && <p className={classes.linked}>{t('byConcerned', { count: denials })}</p>}
      <LinkedArticles counts={counts} words={(titles, count) => t('linkedWith', { titles, count })} />
      <div className={classes.foot}>
        {appearances > 0 && (
          <details className={classes.groups}>
            <summary>{t('details')}</summary>
            {asserting.appearances > 0 && <OriginGroups title={t('for')} side={asserting} counts={counts} />}
            {contradicting.appearances > 0 && (
              <OriginGroups title={t('against')} side={contradicting} counts={counts} isAgainst />
            )}
          </details>
        )}
        <Link className={classes.show} href={`/claims/${claim.id}/origins`} prefetch={false}>
          {t('showGraph')}
        </Link>
      </div>
    </section>
  )
}

interface LinkedArticlesProps {
  counts: OriginSummary
  words: (titles: string, count: number) => string
}

/** The articles whose claims say the same and are counted with this one. */
function LinkedArticles({ counts: { linked }, words }: LinkedArticlesProps) {
  const locale = useLocale()
  if (linked.length === 0) return null
  const titles = linked.map(({ articleTitle }) =>
    locale === 'fr' ? `«\u00a0${articleTitle}\u00a0»` : `“${articleTitle}”`,
  )
  return <p className={classes.linked}>{words(new Intl.ListFormat(locale).format(titles), linked.length)}</p>
}
