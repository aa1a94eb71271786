import type { WorldDateRange } from '@/lib/dates/world-date'
import { nameKey } from '@/lib/sources/name-key'
import { type CheckedAspect, SourceKind, SpeechAct } from '@/prisma/generated/enums'

/** What somebody does to a claim by speaking of it. */
export type Side = 'asserts' | 'denies' | 'neither'

/** On which side of a claim each speech act stands. A denial counts for the other side; a refusal to comment nowhere. */
const SPEECH_ACT_SIDE = {
  [SpeechAct.SAID]: 'asserts',
  [SpeechAct.WROTE]: 'asserts',
  [SpeechAct.PUBLISHED]: 'asserts',
  [SpeechAct.AIRED]: 'asserts',
  [SpeechAct.REPORTED]: 'asserts',
  [SpeechAct.QUOTED]: 'asserts',
  [SpeechAct.ANNOUNCED]: 'asserts',
  [SpeechAct.WARNED]: 'asserts',
  [SpeechAct.ADVISED]: 'asserts',
  [SpeechAct.ASKED]: 'neither',
  [SpeechAct.PREDICTED]: 'asserts',
  [SpeechAct.ESTIMATED]: 'asserts',
  [SpeechAct.BELIEVED]: 'asserts',
  [SpeechAct.CLAIMED]: 'asserts',
  [SpeechAct.ALLEGED]: 'asserts',
  [SpeechAct.ACCUSED]: 'asserts',
  [SpeechAct.CONFIRMED]: 'asserts',
  [SpeechAct.DENIED]: 'denies',
  [SpeechAct.DECLINED]: 'neither',
} as const satisfies Record<SpeechAct, Side>

export const speechActSide = (act: SpeechAct): Side => SPEECH_ACT_SIDE[act]

/** The side of a whole chain: what anyone in it denies is denied, what anyone leaves open stays open. */
export function chainSide(hops: readonly { speechAct: SpeechAct }[]): Side {
  const sides = hops.map((hop) => speechActSide(hop.speechAct))
  if (sides.includes('neither')) return 'neither'
  return sides.includes('denies') ? 'denies' : 'asserts'
}

/** Hops from the article outwards. */
export const inOrder = <Hop extends { position: number }>(hops: readonly Hop[]): Hop[] =>
  [...hops].sort((a, b) => a.position - b.position)

/** The hops that count: where the words are what is checked, who spoke them last is what was heard, and not who heard it. */
export const countedHops = <Hop>(hops: readonly Hop[], checked: CheckedAspect): readonly Hop[] =>
  checked === 'UTTERANCE' ? hops.slice(0, -1) : hops

/** Where the chain ends: the hop whose source is the origin. Null: the text names nobody. */
export const originHop = <Hop extends { position: number }>(hops: readonly Hop[]): Hop | null =>
  inOrder(hops).at(-1) ?? null

export type NamedSource = { id: string; kind: SourceKind; name: string }
/** Who speaks; of an unnamed voice what it is, and of which institution. */
type SpokenSource = NamedSource & { role?: string | null; institution?: string | null }
export type SpokenHop = {
  position: number
  speechAct: SpeechAct
  source: SpokenSource
  /** When it was said; told of an unnamed voice alone, which is known by it. */
  said?: WorldDateRange | null
  affiliation: NamedSource | null
  onBehalfOf: NamedSource | null
}

/** Who cites, as the grammar of the sentence must know it; `group` where the name does not tell one from several. */
export type Citer = 'text' | 'person' | 'thing' | 'group'

/** One link of the sentence: the citer cites this hop's source, for what the source does by this speech act. */
export type SentenceLink = {
  citer: Citer
  act: SpeechAct
  source: NamedSource
  /** Role and institution of an unnamed voice, where its name does not say them, and the day on which it spoke. */
  about: string[]
  said: WorldDateRange | null
  affiliation: NamedSource | null
  onBehalfOf: NamedSource | null
}

const CITER: Record<SourceKind, Citer> = {
  PERSON: 'person',
  OUTLET: 'thing',
  DOCUMENT: 'thing',
  ORGANISATION: 'group',
  UNNAMED_IN_TEXT: 'group',
  CONFIDENTIAL: 'group',
}

/** What an unnamed voice is, as far as its name does not say it already. */
function aboutVoice({ kind, name, role, institution }: SpokenSource): string[] {
  if (kind !== SourceKind.UNNAMED_IN_TEXT) return []
  const key = nameKey(name)
  return [role, institution].flatMap((words) => (words && !key.includes(nameKey(words)) ? [words] : []))
}

/**
 * A chain as one sentence, in parts that the screen puts into words: "the article cites Anas Mallick (WION), who cites
 * U.S. intelligence services". Empty where the text names nobody.
 */
export function chainSentence(hops: readonly SpokenHop[]): SentenceLink[] {
  return inOrder(hops).map((hop, index, ordered) => {
    const before = ordered[index - 1]
    return {
      citer: before ? CITER[before.source.kind] : 'text',
      act: hop.speechAct,
      source: hop.source,
      about: aboutVoice(hop.source),
      said: (hop.source.kind === SourceKind.UNNAMED_IN_TEXT && hop.said) || null,
      affiliation: hop.affiliation,
      onBehalfOf: hop.onBehalfOf,
    }
  })
}
