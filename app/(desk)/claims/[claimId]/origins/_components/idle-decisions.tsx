import { useTranslations } from 'next-intl'
import { Section } from '@/app/_ui/section'
import type { Reason } from '@/lib/errors'
import { numberGroups } from '@/lib/graph/origin-graph'
import type { IndependenceView } from '@/lib/independence/view'
import { DecisionLine } from './decision-line'

/** Decisions that no group shows: dropped by a merge of sources, or about appearances that count nowhere now. */
export function IdleDecisions({ view, reasons }: { view: IndependenceView; reasons: readonly Reason[] }) {
  const t = useTranslations('origins.decision')
  const groups = numberGroups(view)
  const against = groups.flatMap(({ against, group }) => (against ? group.appearanceIds : []))
  const shown = new Set([
    ...groups.flatMap(({ group }) => group.decisionIds),
    ...view.decisions.flatMap(({ id, kind, appearanceId }) =>
      kind === 'CONCERNED' && against.includes(appearanceId) ? [id] : [],
    ),
  ])
  const idle = view.decisions.filter(({ id }) => !shown.has(id))
  if (idle.length === 0) return null
  return (
    <Section title={t('title')} count={idle.length}>
      {idle.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} view={view} reasons={reasons} />
      ))}
    </Section>
  )
}
