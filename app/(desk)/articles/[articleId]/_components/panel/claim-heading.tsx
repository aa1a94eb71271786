import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Glyph } from '@/app/_ui/glyph'
import readingClasses from '@/app/_ui/reading.module.css'
import { CategoryWord } from '@/app/(desk)/_components/claims/category-word'
import { STATE_LOOK } from '@/app/(desk)/_components/claims/state-look'
import type { ClaimView } from '@/lib/claims/queries'
import classes from './panel.module.css'

/** What every tab of a claim begins with: category, state, who has it until when, and its wording. */
export function ClaimHeading({ claim }: { claim: ClaimView }) {
  const t = useTranslations('workbench.panel')
  const state = useTranslations('state')
  const checked = useTranslations('checked')
  const { assignment } = claim
  return (
    <header>
      <div className={classes.kicker}>
        <CategoryWord category={claim.category} />
        {claim.checked === 'UTTERANCE' && <span>{checked('short.UTTERANCE')}</span>}
        <span>
          <Glyph shape={STATE_LOOK[claim.state].shape} /> {state(claim.state)}
        </span>
        {assignment && <span dir="auto">{assignment.assignee.name}</span>}
        {assignment?.dueOn && (
          <span>
            {t('due')} <DateText value={assignment.dueOn} />
          </span>
        )}
      </div>
      <h2 className={readingClasses.heading} dir="auto">
        {claim.wording}
      </h2>
    </header>
  )
}
