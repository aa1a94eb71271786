import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Glyph } from '@/app/_ui/glyph'
import type { SearchedClaim } from '@/lib/claims/queries/find-claims'
import { CategoryWord } from '../../_components/claims/category-word'
import { claimHref } from '../../_components/claims/panel-tab'
import { RatingPill } from '../../_components/claims/rating-pill'
import { STATE_LOOK } from '../../_components/claims/state-look'
import classes from './claims.module.css'

/** One claim among those of all articles: what it says and where, who has it in hand, its verdict, and what it rests on. */
export function FoundRow({ claim, today }: { claim: SearchedClaim; today: string }) {
  const t = useTranslations('claims')
  const state = useTranslations('state')
  const { article, assignee, reviewer, counted, verdict, dueOn } = claim
  const isLate = dueOn !== null && dueOn < today && !['APPROVED', 'PUBLISHED', 'DROPPED'].includes(claim.state)
  return (
    <li className={classes.row}>
      <span className={classes.glyph}>
        <Glyph shape={STATE_LOOK[claim.state].shape} />
      </span>
      <div className={classes.words}>
        <Link href={`/articles/${claim.articleId}${claimHref(claim.id)}`} className={classes.wording} dir="auto">
          {claim.wording}
        </Link>
        <div className={classes.meta}>
          <CategoryWord category={claim.category} />
          <span>{state(claim.state)}</span>
          {assignee && <span dir="auto">{assignee.name}</span>}
          {reviewer && <span dir="auto">{t('reviewedBy', { name: reviewer.name })}</span>}
          {dueOn && (
            <span data-late={isLate || undefined}>
              {t(isLate ? 'late' : 'due')} <DateText value={dueOn} look="short" />
            </span>
          )}
          {claim.tags.map((tag) => (
            <Link key={tag} href={{ pathname: '/claims', query: { tag } }} dir="auto">
              #{tag}
            </Link>
          ))}
        </div>
        <div className={classes.article} dir="auto">
          {article.title}
          {article.outlet && ` · ${article.outlet}`}
        </div>
      </div>
      <div className={classes.facts}>
        {verdict && <RatingPill rating={verdict.rating} look={verdict.approved ? 'soft' : 'outline'} />}
        {verdict && !verdict.approved && <span>{t('proposed')}</span>}
        <span>
          {counted ? t('counted', { origins: counted.origins, undetermined: counted.undetermined }) : t('beingCounted')}
        </span>
        {counted?.needsAttention && (
          <span>
            <Glyph shape="warning" tone="warning" /> {t('needsAttention')}
          </span>
        )}
      </div>
    </li>
  )
}
