import type { SpokenHop } from '@/lib/attributions/chain'
import type { MatchedChain, MatchedVoice } from '@/lib/attributions/match-voices'

const named = (voice: MatchedVoice) => ({ id: voice.id ?? '', kind: voice.kind, name: voice.name })

/** A proposal as the sentence of a chain takes it. */
export const spokenProposal = ({ hops }: MatchedChain): SpokenHop[] =>
  hops.map(({ source, affiliation, onBehalfOf, speechAct, said }, position) => ({
    ...{ position, speechAct, said },
    source: { ...named(source), role: source.role, institution: source.issuer?.name ?? null },
    affiliation: affiliation && named(affiliation),
    onBehalfOf: onBehalfOf && named(onBehalfOf),
  }))
