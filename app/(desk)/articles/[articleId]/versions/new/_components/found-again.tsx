import { useTranslations } from 'next-intl'
import type { VersionPreview } from '@/lib/versions/queries/preview-version'
import { OutcomePill } from '../../_components/outcome-pill'
import classes from '../../_components/versions.module.css'

const OUTCOMES = ['exact', 'moved', 'ambiguous', 'orphaned'] as const

/** What of the article's passages and words a new text has, counted, and one by one. */
export function FoundAgain({ preview }: { preview: VersionPreview }) {
  const t = useTranslations('versions')
  const { counts, found, wordsAdded, wordsGone } = preview
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
  return (
    <>
      <p className={classes.facts}>{t('wordsChanged', { added: wordsAdded, gone: wordsGone })}</p>
      {all === 0 && <p>{t('nothingStands')}</p>}
      {all > 0 && (
        <ul className={classes.rows}>
          {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
            <li key={outcome} className={classes.row}>
              <OutcomePill outcome={outcome} /> {t(`outcomeCount.${outcome}`, { count: counts[outcome] })}
            </li>
          ))}
          {counts.locked > 0 && <li className={classes.row}>{t('lockedCount', { count: counts.locked })}</li>}
        </ul>
      )}
      {found.length > 0 && (
        <details>
          <summary>{t('oneByOne', { count: found.length })}</summary>
          <ul className={classes.rows}>
            {found.map(({ id, kind, exact, outcome, claim, isLocked }) => (
              <li key={id} className={classes.row}>
                <div className={classes.facts}>
                  <OutcomePill outcome={outcome} />
                  <span>{t(`kind.${kind}`)}</span>
                  {claim && <span>{t('claimNumber', { number: claim.number })}</span>}
                  {isLocked && <span>{t('locked')}</span>}
                </div>
                <div className={classes.itemWords} translate="no" dir="auto">
                  {exact}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
