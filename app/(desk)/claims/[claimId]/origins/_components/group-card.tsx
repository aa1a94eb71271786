import { useTranslations } from 'next-intl'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import type { Tone } from '@/app/_ui/tone'
import { groupAnchor, type NumberedGroup, numberGroups } from '@/lib/graph/origin-graph'
import type { Standing } from '@/lib/independence/placed'
import type { IndependenceView } from '@/lib/independence/view'
import { AppearanceLine } from './appearance-line'
import { useAppearanceNames } from './appearance-names'
import { DecideButton } from './decide-button'
import { DecisionLine } from './decision-line'
import { useGroupTitle } from './group-title'
import type { OriginReasons } from './origin-reasons'
import classes from './origins.module.css'

const MARKS: Record<Standing, { shape: GlyphShape; tone: Tone }> = {
  origin: { shape: 'full', tone: 'accent' },
  undetermined: { shape: 'question', tone: 'warning' },
  roundUp: { shape: 'almost', tone: 'mute' },
  circle: { shape: 'cross', tone: 'false' },
}

interface GroupCardProps {
  placed: NumberedGroup
  view: IndependenceView
  reasons: OriginReasons
}

/** One group: its origin, the appearances that lead to it, the rules and the people who put them there. */
export function GroupCard({ placed, view, reasons }: GroupCardProps) {
  const t = useTranslations('origins')
  const rule = useTranslations('independence.rule')
  const independence = useTranslations('independence')
  const { counts } = useAppearanceNames(view)
  const { group, against } = placed
  const { kindOf, nameOf, titleOf } = useGroupTitle()
  const id = groupAnchor(placed)
  const others = numberGroups(view)
    .filter((each) => each.against === against && each.group.key !== group.key)
    .flatMap((each) => {
      const [appearanceId] = each.group.appearanceIds
      return appearanceId ? [{ appearanceId, label: titleOf(each) }] : []
    })
  const name = nameOf(placed)
  const mark = MARKS[group.standing]
  const [first] = group.appearanceIds
  const ofConcerned = against
    ? view.decisions.filter(
        ({ kind, appearanceId }) => kind === 'CONCERNED' && group.appearanceIds.includes(appearanceId),
      )
    : []
  const marked = new Set(ofConcerned.map(({ appearanceId }) => appearanceId))
  const shared = { claimId: view.claimId, others, reasons: reasons.decide }
  return (
    <article
      id={id}
      tabIndex={-1}
      className={classes.card}
      data-standing={group.standing}
      aria-labelledby={`${id}-name`}
    >
      <div className={classes.kick}>
        <Glyph shape={mark.shape} tone={mark.tone} />
        <span>
          {kindOf(placed)}
          {' · '}
          {t('graph.appearances', { count: group.appearanceIds.length })}
          {ofConcerned.length > 0 && ` · ${independence('ofConcerned')}`}
        </span>
      </div>
      <h3 id={`${id}-name`} className={classes.name} dir="auto">
        {name}
      </h3>
      <ol className={classes.appearances}>
        {group.appearanceIds.flatMap((appearanceId) => {
          const appearance = view.appearances.find((each) => each.id === appearanceId)
          const count = counts.get(appearanceId)
          if (!appearance || count === undefined) return []
          const mode = group.standing === 'undetermined' ? 'decide' : group.appearanceIds.length > 1 ? 'part' : null
          return [
            <AppearanceLine key={appearanceId} appearance={appearance} view={view}>
              {against && !marked.has(appearanceId) && (
                <DecideButton {...shared} mode="concerned" appearanceId={appearanceId} count={count} name={name} />
              )}
              {mode && <DecideButton {...shared} mode={mode} appearanceId={appearanceId} count={count} name={name} />}
            </AppearanceLine>,
          ]
        })}
      </ol>
      <ul className={classes.rules} aria-label={t('groups.why')}>
        {group.rules
          .filter((each) => each !== 'decided' || group.decisionIds.length === 0)
          .map((each) => (
            <li key={each}>{rule(each)}</li>
          ))}
      </ul>
      {view.decisions
        .filter((decision) => group.decisionIds.includes(decision.id) || ofConcerned.includes(decision))
        .map((decision) => (
          <DecisionLine key={decision.id} decision={decision} view={view} reasons={reasons.takeBack} />
        ))}
      {group.standing !== 'undetermined' && others.length > 0 && first && (
        <div className={classes.foot}>
          <DecideButton {...shared} mode="join" appearanceId={first} count={counts.get(first) ?? 0} name={name} />
        </div>
      )}
    </article>
  )
}
