import type { MatchedChain } from '@/lib/attributions/match-voices'

/** A proposal as the sentence of a chain takes it. */
export const spokenProposal = ({ hops }: MatchedChain) =>
  hops.map(({ source, affiliation, onBehalfOf, speechAct }, position) => ({
    ...{ position, speechAct },
    source: { ...source, id: source.id ?? '' },
    affiliation: affiliation && { ...affiliation, id: affiliation.id ?? '' },
    onBehalfOf: onBehalfOf && { ...onBehalfOf, id: onBehalfOf.id ?? '' },
  }))
