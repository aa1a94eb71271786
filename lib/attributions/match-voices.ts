import type { ProposedChain, ProposedHop } from '@/lib/attributions/propose'
import type { Voice } from '@/lib/attributions/voice-words'
import { isGenericName, isGenericRole } from '@/lib/sources/generic-names'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceCandidate } from '@/lib/sources/schema'
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

/**
 * A source that is proposed: one that the desk has (`id`), or one that would be made. Where it may be one of several, or the name
 * says too little to know, `candidates` are those that the desk has: a person says which, or that it is another.
 */
export type MatchedVoice = Omit<Voice, 'issuer'> & {
  id: string | null
  issuer: MatchedVoice | null
  candidates: SourceCandidate[]
}

type VoicesOfHop = { source: MatchedVoice; affiliation: MatchedVoice | null; onBehalfOf: MatchedVoice | null }
type MatchedHop = Omit<ProposedHop, 'voice' | 'affiliation' | 'onBehalfOf'> & VoicesOfHop
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
type FoldedSource = { source: KnownSource; names: ReadonlySet<string>; role: string; parent: string | null }

const folded = (source: KnownSource): FoldedSource => ({
  source,
  names: new Set([source.name, ...source.aliases].map(nameKey)),
  role: nameKey(source.role ?? ''),
  parent: source.parent === null ? null : nameKey(source.parent),
})

const bodiesOf = (voice: Voice, body: Voice | null) =>
  [voice.issuer, body].flatMap((each) => (each ? [nameKey(each.name)] : []))

const isShared = (kind: SourceKind) => kind === SourceKind.DOCUMENT || kind === SourceKind.UNNAMED_IN_TEXT

// What many share a name with, "a report", "an official", is not the desk's where the text names another body.
const mayBe =
  (voice: Voice, body: Voice | null) =>
  ({ source: { kind }, parent }: FoldedSource): boolean => {
    const bodies = bodiesOf(voice, body)
    return !isShared(kind) || parent === null || bodies.length === 0 || bodies.includes(parent)
  }

// Another text's "official" or "ministry of defence" is not taken for this one's by its name, nor one of a body for one of
// which no body is said: a person says so.
const isTold =
  (voice: Voice, body: Voice | null) =>
  ({ source: { kind, inArticle }, parent }: FoldedSource): boolean => {
    if (isShared(kind) && parent !== null && !bodiesOf(voice, body).includes(parent)) return false
    if (inArticle) return true
    if (kind === SourceKind.UNNAMED_IN_TEXT || (kind === SourceKind.DOCUMENT && parent === null)) return false
    return kind !== SourceKind.ORGANISATION || !isGenericName(voice.name)
  }

/** Of those that a name or a role leads to, the ones that come first: in this article, and of the voice's own kind. */
function nearest(voice: Voice, found: readonly FoldedSource[]): readonly FoldedSource[] {
  const ofKind = found.filter(({ source }) => source.kind === voice.kind)
  const near = ofKind.length > 0 ? ofKind : found
  const here = near.filter(({ source }) => source.inArticle)
  return here.length > 0 ? here : near
}

type VoiceMatch = { source: KnownSource | null; byRole: boolean; candidates: readonly FoldedSource[] }
const NOBODY: VoiceMatch = { source: null, byRole: false, candidates: [] }

/**
 * The known source that a voice is: by its name, else the one person who is known by just this role. Where several may be meant, or
 * the words say too little, none, and those that may be.
 */
function findKnown(voice: Voice, known: readonly FoldedSource[], body: Voice | null = null): VoiceMatch {
  const key = nameKey(voice.name)
  const named = known.filter((each) => each.names.has(key)).filter(mayBe(voice, body))
  const [only, second] = nearest(voice, named.filter(isTold(voice, body)))
  if (only && !second) return { ...NOBODY, source: only.source }
  const role = voice.kind === SourceKind.UNNAMED_IN_TEXT && voice.role ? nameKey(voice.role) : ''
  const holders = role ? known.filter((each) => each.source.kind === SourceKind.PERSON && each.role === role) : []
  const [holder, another] = nearest(voice, holders)
  if (!only && holder && !another && (holder.source.inArticle || !isGenericRole(voice.role ?? '')))
    return { ...NOBODY, source: holder.source, byRole: true }
  // "On pense que": nobody is told by such words, whoever is meant by them elsewhere.
  if (voice.kind === SourceKind.UNNAMED_IN_TEXT && !role && bodiesOf(voice, body).length === 0 && !only) return NOBODY
  return { ...NOBODY, candidates: [...new Set([...named, ...holders])] }
}

/** So many are offered; others are looked for in the form. */
const MOST_CANDIDATES = 6

const candidatesOf = (found: readonly FoldedSource[]): SourceCandidate[] =>
  [...found]
    .sort((a, b) => Number(b.source.inArticle) - Number(a.source.inArticle) || (a.source.id < b.source.id ? 1 : -1))
    .slice(0, MOST_CANDIDATES)
    .map(({ source: { id, kind, name, role, parent } }) => ({
      ...{ id, kind, name, role, parent },
      ...{ whole: null, article: null, claims: null },
    }))

function matched(voice: Voice, known: readonly FoldedSource[], body: Voice | null = null): MatchedVoice {
  const { source, candidates } = findKnown(voice, known, body)
  if (!source) {
    const issuer = voice.issuer && matched(voice.issuer, known)
    return { ...voice, id: null, issuer, candidates: candidatesOf(candidates) }
  }
  const { id, kind, name, role } = source
  return { id, kind, name, role, issuer: null, candidates: [] }
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
      reading: findKnown(voice, known, hop.affiliation).byRole ? HopReading.INFERRED : hop.reading,
    })),
  }))
}

const asked = (voice: MatchedVoice | null): MatchedVoice[] =>
  voice ? [...(voice.candidates.length > 0 ? [voice] : []), ...asked(voice.issuer)] : []

/** The voices of a proposal of which a person is asked who they are. */
export const askedVoices = ({ hops }: MatchedChain): MatchedVoice[] =>
  hops.flatMap((hop) => [hop.source, hop.affiliation, hop.onBehalfOf].flatMap(asked))
