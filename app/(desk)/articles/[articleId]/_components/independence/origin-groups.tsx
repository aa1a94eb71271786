import { useTranslations } from 'next-intl'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import type { Tone } from '@/app/_ui/tone'
import { isOfConcerned } from '@/lib/independence/concerned'
import type { OriginGroup, SideCount } from '@/lib/independence/count-origins'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import type { Standing } from '@/lib/independence/placed'
import classes from './independence.module.css'

const MARKS: Record<Standing, { shape: GlyphShape; tone: Tone }> = {
  origin: { shape: 'full', tone: 'accent' },
  undetermined: { shape: 'question', tone: 'warning' },
  roundUp: { shape: 'almost', tone: 'mute' },
  circle: { shape: 'cross', tone: 'false' },
}
const WORDS = { origin: 'oneOrigin', undetermined: 'notDetermined', roundUp: 'roundUp', circle: 'circle' } as const

interface OriginGroupsProps {
  title: string
  side: SideCount
  counts: OriginSummary
  /** The side of those who contradict. */
  isAgainst?: boolean
}

/** The groups of one side: each origin, the appearances that lead to it, and the rule or the person that says so. */
export function OriginGroups({ title, side, counts, isAgainst = false }: OriginGroupsProps) {
  const t = useTranslations('independence')
  const appearanceName = (id: string) => {
    const label = counts.labels[id]
    if (!label) return []
    const appearance = t(`appearance.${label.kind}`, { number: label.number })
    return [label.linked ? t('appearanceOf', { appearance, title: label.linked.articleTitle }) : appearance]
  }
  const whyOf = ({ rules, decisionIds }: OriginGroup) => {
    const decided = counts.decisions.filter(({ id }) => decisionIds.includes(id))
    return [
      ...rules.filter((rule) => rule !== 'decided' || decided.length === 0).map((rule) => t(`rule.${rule}`)),
      ...decided.map(({ by, reason }) => t('decided', { name: by.name, reason })),
    ].join(' ')
  }
  return (
    <>
      <h3 className={classes.side} dir="auto">
        {title}
      </h3>
      <ul className={classes.list}>
        {side.groups.map((group) => (
          <li key={group.key} className={classes.group}>
            <Glyph {...MARKS[group.standing]} label={t(WORDS[group.standing])} />
            <span>
              <span className={classes.origin}>{group.origin?.name ?? t('noSource')}</span>
              {group.standing !== 'origin' && ` · ${t(WORDS[group.standing])}`}
              {isAgainst && isOfConcerned(group, counts.decisions) && ` · ${t('ofConcerned')}`}
              {` · ${group.appearanceIds.flatMap(appearanceName).join(', ')}`}
            </span>
            <span className={classes.why}>{whyOf(group)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
