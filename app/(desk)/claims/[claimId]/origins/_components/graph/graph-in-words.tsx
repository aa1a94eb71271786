import { useTranslations } from 'next-intl'
import { numberAppearances, numberGroups } from '@/lib/graph/origin-graph'
import type { IndependenceView } from '@/lib/independence/view'
import { useAppearanceNames } from '../appearance-names'
import { AppearanceSentence } from '../appearance-sentence'
import { useGroupTitle } from '../group-title'
import classes from './graph.module.css'

/** All that the picture shows as a list: each claim with its appearances, each as a sentence, and where it leads. */
export function GraphInWords({ view, opened }: { view: IndependenceView; opened: boolean }) {
  const t = useTranslations('origins')
  const { shortName, placeName, tiesOf } = useAppearanceNames(view)
  const { titleOf } = useGroupTitle()
  const appearances = numberAppearances(view)
  const groups = numberGroups(view)
  const leadsTo = (appearanceId: string) => {
    const found = groups.find(({ group }) => group.appearanceIds.includes(appearanceId))
    return found ? t('leadsTo', { group: titleOf(found) }) : ''
  }
  return (
    <details className={classes.inWords} open={opened}>
      <summary>{t('graph.inWords')}</summary>
      <ul>
        {view.claims.map(({ id, number, wording, articleTitle }) => (
          <li key={id}>
            {t('graph.claimWords', { number, wording, title: articleTitle })}
            <ul>
              {appearances
                .filter(({ claimId }) => claimId === id)
                .map((appearance) => (
                  <li key={appearance.id}>
                    <b>
                      {t('graph.appearanceWords', {
                        appearance: shortName(appearance.id),
                        place: placeName(appearance),
                      })}
                    </b>{' '}
                    <AppearanceSentence appearance={appearance} /> {tiesOf(appearance.id).join(' ')}{' '}
                    {leadsTo(appearance.id)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
