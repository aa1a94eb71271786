import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type BoundedCount, leftOf } from '@/lib/database/bounded-count'
import type { DeskClaim } from '@/lib/review/queries/desk'
import { DateText } from '../../../_ui/date-text'
import { Glyph } from '../../../_ui/glyph'
import { AttentionSum } from '../claims/attention-sum'
import { CategoryWord } from '../claims/category-word'
import { claimHref, type PanelTab } from '../claims/panel-tab'
import { STATE_LOOK } from '../claims/state-look'
import classes from './desk.module.css'

interface ClaimRowsProps {
  claims: DeskClaim[]
  count: BoundedCount
  /** The day in the project's time zone. */
  today: string
  /** Who reads: their own name is not said. */
  me: string
  /** What they come for. */
  tab?: PanelTab
}

/** Claims of several articles as rows that lead to the workbench. */
export async function ClaimRows({ claims, count, today, me, tab }: ClaimRowsProps) {
  const left = leftOf(count, claims.length)
  const [t, tState] = await Promise.all([getTranslations('desk'), getTranslations('state')])
  return (
    <>
      <ul className={classes.rows}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <Link href={`/articles/${claim.articleId}${claimHref(claim.id, tab)}`} className={classes.row}>
              <span className={classes.glyph}>
                <Glyph shape={STATE_LOOK[claim.state].shape} />
              </span>
              <span className={classes.words}>
                <span className={classes.wording} dir="auto">
                  {claim.wording}
                </span>
                <span className={classes.meta}>
                  <CategoryWord category={claim.category} />
                  <span>{tState(claim.state)}</span>
                  {claim.assignee && claim.assignee.id !== me && <span dir="auto">{claim.assignee.name}</span>}
                  {claim.changes && (
                    <span>
                      <Glyph shape="warning" tone="warning" /> <AttentionSum counts={claim.changes} />
                    </span>
                  )}
                  <span className={classes.article}>{claim.articleTitle}</span>
                </span>
              </span>
              {claim.dueOn && (
                <span className={classes.due} data-late={claim.dueOn < today || undefined}>
                  {claim.dueOn < today ? t('late') : t('due')} <DateText value={claim.dueOn} look="short" />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {left.count > 0 && <p className={classes.more}>{t(left.more ? 'moreThan' : 'more', { count: left.count })}</p>}
    </>
  )
}
