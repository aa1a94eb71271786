import { useTranslations } from 'next-intl'
import type { SpokenHop } from '@/lib/attributions/chain'
import type { ReportHop, ReportSource } from '@/lib/reports/report-claim'

type Name = (source: ReportSource) => string

/** How a report names a source: a confidential one by its pseudonym, said to be one. */
export function useSourceName(): Name {
  const t = useTranslations('report')
  return ({ kind, name, role }) => {
    if (kind !== 'CONFIDENTIAL') return name
    return role ? t('confidentialRole', { name, role }) : t('confidential', { name })
  }
}

/** Hops as the sentence of a chain takes them. */
export function spokenHops(hops: readonly ReportHop[], nameOf: Name): SpokenHop[] {
  const named = (source: ReportSource) => ({
    id: source.id ?? '',
    // Its words are a phrase of their own, which takes no article.
    kind: source.kind === 'CONFIDENTIAL' ? 'PERSON' : source.kind,
    name: nameOf(source),
  })
  return hops.map(({ source, affiliation, onBehalfOf, speechAct, said }, position) => ({
    ...{ position, speechAct, said },
    source: { ...named(source), role: source.role, institution: source.parent },
    affiliation: affiliation && named(affiliation),
    onBehalfOf: onBehalfOf && named(onBehalfOf),
  }))
}
