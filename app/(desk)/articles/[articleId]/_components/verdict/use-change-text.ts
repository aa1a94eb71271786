import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { z } from 'zod'
import { dateLocale } from '@/app/_ui/date-format'
import { useKnownLabel } from '@/app/(desk)/_components/claims/use-known-label'
import { formatWorldDate } from '@/lib/dates/world-date'
import { worldDate } from '@/lib/fields'
import { type GroundGroup, type GroundKind, type GroundValue, groundGroup, idAndName } from '@/lib/verdicts/schema'

// A hop as a verdict keeps it; what is not there is not said.
const optionalText = z.string().nullish()
const keptHop = z.object({
  source: idAndName,
  affiliation: idAndName.nullish(),
  onBehalfOf: idAndName.nullish(),
  speechAct: z.string(),
  certainty: optionalText,
  form: optionalText,
  basis: optionalText,
  reading: optionalText,
  said: worldDate.nullish().catch(null),
  sourceWords: optionalText,
  cueWords: optionalText,
})
type KeptHop = z.output<typeof keptHop>

/** The scope that names a field's values; the same word means one thing in a figure and another in a warning. */
const SCOPES: Record<string, string> = {
  category: 'category',
  checked: 'checked.long',
  measure: 'measure',
  qualifier: 'qualifier',
  population: 'population',
  includesAttackers: 'includesAttackers',
  'figure.basis': 'figureBasis',
  rank: 'rank',
  relation: 'figureRelation',
  messageType: 'messageType',
  urgency: 'urgency',
  severity: 'severity',
  'warning.certainty': 'warningCertainty',
  'warning.outcome': 'outcome',
  stance: 'stance',
  directness: 'directness',
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What a field of something held, in words: the same text for two values exactly where nothing differs to a reader. */
export function useChangeText() {
  const t = useTranslations('attention')
  const label = useTranslations()
  const known = useKnownLabel()
  const format = useFormatter()
  const locale = useLocale()
  const dateText = (date: z.output<typeof worldDate>) =>
    [formatWorldDate(date, dateLocale(locale)), date.verbatim && t('quoted', { words: date.verbatim })]
      .filter(Boolean)
      .join(' ')

  const valueText = (scope: string, value: string) => known(`${scope}.${value}`) ?? value
  const stated = (scope: string, value: string | null | undefined, plain: string) =>
    value && value !== plain ? valueText(scope, value) : null

  function hopText(hop: KeptHop): string {
    const beside = [
      hop.affiliation?.name,
      hop.onBehalfOf && label('attribution.onBehalfOf', { name: hop.onBehalfOf.name }),
    ]
    const inBrackets = beside.filter(Boolean).join(', ')
    const facts = [
      valueText('speechAct', hop.speechAct),
      stated('certainty', hop.certainty, 'ASSERTED'),
      stated('form', hop.form, ''),
      stated('basis', hop.basis, 'NOT_STATED'),
      hop.reading === 'INFERRED' && t('inferred'),
      hop.said && dateText(hop.said),
      ...[hop.sourceWords, hop.cueWords].map((words) => words && t('quoted', { words })),
    ]
    const who = inBrackets ? `${hop.source.name} (${inBrackets})` : hop.source.name
    return t('hop', { who, facts: facts.filter(Boolean).join(', ') })
  }

  function groupText({ side, standing, origin, accounts }: GroundGroup): string {
    const names = accounts.map(({ kind, number }) => label(`independence.appearance.${kind}`, { number }))
    const what =
      standing === 'origin'
        ? (origin ?? label('independence.noSource'))
        : (known(`attention.standing.${standing}`) ?? standing)
    return t(`group.${side}`, { what, appearances: format.list(names) })
  }

  function listText(values: readonly GroundValue[], field: string): string {
    if (field === 'groups') return values.map((each) => groupText(groundGroup.parse(each))).join('\n') || t('nothing')
    if (field === 'hops') {
      const hops = values.flatMap((each) => keptHop.safeParse(each).data ?? [])
      return hops.map(hopText).join(' ← ') || t('noHop')
    }
    const names = values.flatMap((each) => idAndName.safeParse(each).data?.name ?? [])
    if (names.length > 0) return format.list(names.filter(Boolean))
    return values.map((each) => (typeof each === 'string' ? t('quoted', { words: each }) : String(each))).join(' ')
  }

  return function textOf(kind: GroundKind, field: string, value: GroundValue | undefined): string {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (Array.isArray(value)) return listText(value, field) || t('nothing')
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'object') {
      const date = worldDate.safeParse(value).data
      return date ? dateText(date) : (idAndName.safeParse(value).data?.name ?? '')
    }
    const text = String(value)
    if (DAY.test(text)) return formatWorldDate({ earliest: text, latest: text, precision: 'DAY' }, dateLocale(locale))
    if (kind === 'reply' && field === 'outcome') return known(`attention.reply.${text}`) ?? text
    if (field === 'knows') return known(`attention.knows.${text}`) ?? text
    const scope = SCOPES[`${kind}.${field}`] ?? SCOPES[field]
    return scope ? valueText(scope, text) : text
  }
}
