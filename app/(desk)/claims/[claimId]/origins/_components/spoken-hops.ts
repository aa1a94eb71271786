import type { SpokenHop } from '@/lib/attributions/chain'
import type { HopStep } from '@/lib/independence/view'

const named = (name: string | null) => (name === null ? null : { id: '', kind: 'ORGANISATION' as const, name })

/** Hops as the sentence of a chain takes them. */
export const spokenHops = (hops: readonly HopStep[]): SpokenHop[] =>
  hops.map(({ source, affiliation, onBehalfOf, speechAct }, position) => ({
    position,
    speechAct,
    source,
    affiliation: named(affiliation),
    onBehalfOf: named(onBehalfOf),
  }))
