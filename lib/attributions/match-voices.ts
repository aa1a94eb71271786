import type { ProposedChain, ProposedHop } from '@/lib/attributions/propose'
import type { Voice } from '@/lib/attributions/voice-words'
import { isGenericName } from '@/lib/sources/generic-names'
import { nameKey } from '@/lib/sources/name-key'
import { HopReading, SourceKind } from '@/prisma/generated/enums'

/** What the desk knows of a source, as far as names are compared. */
export type KnownSource = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  aliases: readonly string[]
  /** Issuer of a document, institution of a voice. */
  parent: string | null
  /** It stands in a chain of the same article already. */
  inArticle: boolean
}

/** A source that is proposed: one that the desk has (`id`), or one that would be made. */
export type MatchedVoice = Omit<Voice, 'issuer'> & { id: string | null; issuer: MatchedVoice | null }

type Matched = { source: MatchedVoice; affiliation: MatchedVoice | null; onBehalfOf: MatchedVoice | null }
export type MatchedHop = Omit<ProposedHop, 'voice' | 'affiliation' | 'onBehalfOf'> & Matched
export type MatchedChain = { hops: MatchedHop[] }

const voicesOf = (voice: Voice | null): Voice[] => (voice ? [voice, ...voicesOf(voice.issuer)] : [])
const hopVoices = (hop: ProposedHop) => [hop.voice, hop.affiliation, hop.onBehalfOf].flatMap(voicesOf)

/** The folded names and roles by which the sources of proposed chains are to be looked for. */
export const keysOf = (chains: readonly ProposedChain[]): string[] => [
  ...new Set(
    chains
      .flatMap(({ hops }) => hops.flatMap(hopVoices))
      .flatMap(({ name, role }) => [name, role].filter((words) => words !== null))
      .map(nameKey)
      .filter(Boolean),
  ),
]

/** A known source with its names, role and institution folded once, however many voices ask. */
type Folded = { source: KnownSource; names: ReadonlySet<string>; role: string; parent: string | null }

const folded = (source: KnownSource): Folded => ({
  source,
  names: new Set([source.name, ...source.aliases].map(nameKey)),
  role: nameKey(source.role ?? ''),
  parent: source.parent === null ? null : nameKey(source.parent),
})

// What many share a name with, "a report", "an official", is the desk's only where it belongs to nobody, or to the same.
const ofNobodyElse =
  (voice: Voice, body: Voice | null) =>
  ({ source: { kind }, parent }: Folded) =>
    (kind !== SourceKind.DOCUMENT && kind !== SourceKind.UNNAMED_IN_TEXT) ||
    parent === null ||
    [voice.issuer, body].some((each) => each && nameKey(each.name) === parent)

// Another text's "official" or "ministry of defence" is not taken for this one's by its name: a person says so.
const isTold = (voice: Voice, { source: { kind, inArticle }, parent }: Folded): boolean => {
  if (inArticle) return true
  if (kind === SourceKind.UNNAMED_IN_TEXT || (kind === SourceKind.DOCUMENT && parent === null)) return false
  return kind !== SourceKind.ORGANISATION || !isGenericName(voice.name)
}

/** The known source of that name, one of the same kind first; else the one person who is known by just this role. */
function findKnown(
  voice: Voice,
  known: readonly Folded[],
  body: Voice | null = null,
): { source: KnownSource; byRole: boolean } | null {
  const key = nameKey(voice.name)
  const named = known.filter((each) => each.names.has(key) && isTold(voice, each)).filter(ofNobodyElse(voice, body))
  const match = named.find(({ source }) => source.kind === voice.kind) ?? named[0]
  if (match) return { source: match.source, byRole: false }
  const role = voice.kind === SourceKind.UNNAMED_IN_TEXT && voice.role ? nameKey(voice.role) : ''
  const holders = known.filter((each) => each.source.kind === SourceKind.PERSON && each.role === role)
  return role && holders[0] && holders.length === 1 ? { source: holders[0].source, byRole: true } : null
}

function matched(voice: Voice, known: readonly Folded[], body: Voice | null = null): MatchedVoice {
  const found = findKnown(voice, known, body)
  if (!found) return { ...voice, id: null, issuer: voice.issuer && matched(voice.issuer, known) }
  const { id, kind, name, role } = found.source
  return { id, kind, name, role, issuer: null }
}

/** Puts the desk's own sources in the place of those that a text suggests; who is known by a role alone is inferred. */
export function matchVoices(chains: readonly ProposedChain[], sources: readonly KnownSource[]): MatchedChain[] {
  const known = sources.map(folded)
  const match = (voice: Voice | null) => voice && matched(voice, known)
  return chains.map(({ hops }) => ({
    hops: hops.map(({ voice, ...hop }) => ({
      ...hop,
      source: matched(voice, known, hop.affiliation),
      affiliation: match(hop.affiliation),
      onBehalfOf: match(hop.onBehalfOf),
      reading: findKnown(voice, known)?.byRole ? HopReading.INFERRED : hop.reading,
    })),
  }))
}
