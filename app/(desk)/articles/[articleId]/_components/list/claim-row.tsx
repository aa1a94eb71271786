import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Glyph } from '@/app/_ui/glyph'
import { Pill } from '@/app/_ui/pill'
import { CategoryWord } from '@/app/(desk)/_components/claims/category-word'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import { STATE_LOOK } from '@/app/(desk)/_components/claims/state-look'
import type { MarkView } from '@/lib/review/mark-view'
import classes from './claim-list.module.css'

interface ClaimRowProps {
  claim: MarkView
  selected: boolean
}

/** One claim in the list: state, wording, category, who has it, and the verdict if there is one. */
export const ClaimRow = memo(
  function ClaimRow({ claim, selected }: ClaimRowProps) {
    const t = useTranslations('workbench.list')
    const state = useTranslations('state')
    const checked = useTranslations('checked')
    return (
      <li className={classes.item}>
        <a
          href={`?claim=${claim.id}`}
          className={classes.row}
          data-row={claim.id}
          aria-current={selected ? 'true' : undefined}
        >
          <Glyph shape={STATE_LOOK[claim.state].shape} />
          <span>
            <span className={classes.wording} dir="auto">
              {claim.wording}
            </span>
            <span className={classes.facts}>
              <CategoryWord category={claim.category} />
              {claim.checked === 'UTTERANCE' && <span>{checked('short.UTTERANCE')}</span>}
              {claim.origins && <span>{t('origins', claim.origins)}</span>}
              <span>
                {state(claim.state)}
                {claim.assignee && ` · ${claim.assignee}`}
              </span>
              {claim.verdict && (
                <>
                  <RatingPill rating={claim.verdict.rating} look={claim.verdict.approved ? 'outline' : 'plain'} />
                  {!claim.verdict.approved && <span>{t('proposed')}</span>}
                  {claim.needsAttention && (
                    <Pill tone="warning" look="plain" icon="⚠">
                      {t('needsAttention')}
                    </Pill>
                  )}
                </>
              )}
            </span>
          </span>
        </a>
      </li>
    )
  },
  // After every action the page brings its claims anew: equal ones are not drawn again.
  (before, after) =>
    before.selected === after.selected &&
    (before.claim === after.claim || JSON.stringify(before.claim) === JSON.stringify(after.claim)),
)
