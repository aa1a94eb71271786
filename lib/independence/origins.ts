import { isAnswered, isOwnKnowledge } from '@/lib/attributions/how-known'
import { outletOfReporter } from '@/lib/independence/correspondents'
import { type DaySpan, issuerOf, type SourceNode, standsFor } from '@/lib/independence/stands-for'
import { nameKey } from '@/lib/sources/name-key'
import { CheckedAspect, type HowKnown, SourceKind } from '@/prisma/generated/enums'

export type AppearanceHop = {
  source: SourceNode
  affiliation: SourceNode | null
  onBehalfOf: SourceNode | null
  /** The day on which it was said, `YYYY-MM-DD`, where it is known to the day. */
  day: string | null
  /** The days between which it was said, as far as they are known: those on which it was published at the latest. */
  days: DaySpan | null
}

/** One text's telling of a claim. `text` is the source that speaks where the chain is empty; null: it is not known. */
export type Appearance = {
  id: string
  side: 'asserts' | 'contradicts' | 'neither'
  /** From the text outwards. */
  hops: readonly AppearanceHop[]
  text: SourceNode | null
  /** The days between which the text was published; null: not known. */
  published: DaySpan | null
  /** A chain of a claim, or a piece of evidence, which a person or a body that it names may vouch for. */
  kind: 'chain' | 'evidence'
  /** How the text, or the outlet at which the chain ends, knows. Of others it says nothing. */
  knows: HowKnown
  /** Somebody speaks in the words of this item: without a hop, a person is to say whether it speaks for itself. */
  hasSpeaker: boolean
  /** Its hops end with who heard or read the words, not with who spoke them: the words are what is checked. */
  isHeard?: boolean
}

/** Why an appearance stands in its group, in the order in which a screen lists them. */
export const ORIGIN_RULES = [
  'lastHop',
  'onBehalfOf',
  'issuer',
  'partOf',
  'correspondent',
  'outlet',
  'itself',
  'heard',
  'witnessed',
  'ownStatement',
  'cited',
  'copied',
  'sharedPassage',
  'sameVoice',
  'otherDay',
  'institution',
  'unnamed',
  'notAnswered',
  'notSaid',
  'speakerOpen',
  'noSource',
  'roundUp',
  'circle',
  'decided',
] as const
export type OriginRule = (typeof ORIGIN_RULES)[number]

/** A voice that the text does not name, as far as it can be told from others. */
export type UnnamedVoice = {
  key: string
  sourceId: string
  day: string | null
  /** The key of the institution, as it has it when it is heard itself. */
  institution: string
}

/**
 * Equal keys are one source; without a key it is a voice, or undetermined. `isKnown`: the source is an origin for certain;
 * `isAsked`: it is one only by what a person answered.
 */
export type Resolution = {
  key: string | null
  voice: UnnamedVoice | null
  origin: SourceNode | null
  rule: OriginRule
  isKnown: boolean
  isAsked: boolean
}

const keyOf = ({ id }: SourceNode) => `source:${id}`

/** Whom a text, and what a chain ends at, stand for by themselves, whatever that is part of. */
export function ownKeys({ text, hops }: Pick<Appearance, 'text' | 'hops'>) {
  const last = hops.at(-1)
  const outlet = last && !last.onBehalfOf ? outletOfReporter(last.source, last.affiliation) : null
  const end = outlet ?? last?.onBehalfOf ?? last?.source
  return { text: text && keyOf(issuerOf(text).origin), end: end ? keyOf(issuerOf(end).origin) : null }
}

const VAGUE = { key: null, voice: null, isKnown: false, isAsked: false }

type SpeechDays = { day: string | null; days: DaySpan | null }

function voiceOf(origin: SourceNode, body: SourceNode | null, { day, days }: SpeechDays): Resolution {
  if (!origin.role || !body) return { ...VAGUE, origin, rule: 'unnamed' }
  const institution = keyOf(standsFor(body, days).origin)
  const key = `voice:${institution}:${nameKey(origin.role)}`
  return { ...VAGUE, voice: { key, sourceId: origin.id, day, institution }, origin, rule: 'sameVoice' }
}

/** Whom a text stands for when it speaks by itself: its outlet, its issuer, else itself; null when it is not known. */
export const textKey = ({ text, published }: Pick<Appearance, 'text' | 'published'>): string | null =>
  text && keyOf(standsFor(text, published).origin)

const known = (origin: SourceNode, rule: OriginRule): Resolution => ({
  ...{ key: keyOf(origin), voice: null, origin, rule, isKnown: true, isAsked: false },
})

const ANSWER_RULES: Record<HowKnown, OriginRule> = {
  NOT_ANSWERED: 'notAnswered',
  WAS_OWN_VOICE: 'notAnswered',
  NOT_SAID: 'notSaid',
  WITNESSED: 'witnessed',
  OWN_STATEMENT: 'ownStatement',
}

/** A text or an outlet relays what it does not say how it knows: it is an origin only where a person says so. */
const asked = (origin: SourceNode, knows: HowKnown): Resolution => ({
  ...known(origin, ANSWER_RULES[knows]),
  ...{ isKnown: isOwnKnowledge(knows), isAsked: true },
})

function resolveHop(hop: AppearanceHop, { knows, isHeard }: Pick<Appearance, 'knows' | 'isHeard'>): Resolution {
  const outlet = hop.onBehalfOf ? null : outletOfReporter(hop.source, hop.affiliation)
  if (outlet) {
    const key = keyOf(standsFor(outlet, hop.days).origin)
    return { ...known(hop.source, isHeard ? 'heard' : 'correspondent'), key }
  }
  const { origin, rule } = standsFor(hop.onBehalfOf ?? hop.source, hop.days)
  if (origin.kind === SourceKind.UNNAMED_IN_TEXT)
    return voiceOf(origin, origin.parent ?? (hop.onBehalfOf ? null : hop.affiliation), hop)
  if (origin.kind === SourceKind.OUTLET || origin.isArticle) return asked(origin, knows)
  const plain = hop.onBehalfOf ? 'onBehalfOf' : 'lastHop'
  return known(origin, isHeard ? 'heard' : (rule ?? plain))
}

// A person, a body or what it issued vouches for its own words; an outlet, an article or a paper of nobody is asked.
const VOUCHES: readonly SourceKind[] = [SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.CONFIDENTIAL]

function resolveText({ text, published, kind, knows, hasSpeaker }: Appearance): Resolution {
  const isOpen = hasSpeaker && !isAnswered(knows)
  const open = isOpen ? ('speakerOpen' as const) : null
  if (!text) return { ...VAGUE, origin: null, rule: open ?? 'noSource' }
  const { origin, rule } = standsFor(text, published)
  if (origin.kind === SourceKind.UNNAMED_IN_TEXT)
    return hasSpeaker
      ? { ...VAGUE, origin, rule: open ?? 'unnamed' }
      : voiceOf(origin, origin.parent, { day: null, days: published })
  if (open) return { ...asked(origin, knows), rule: open }
  if (kind === 'evidence' && !hasSpeaker && VOUCHES.includes(origin.kind)) return known(origin, rule ?? 'itself')
  return asked(origin, knows)
}

/** Where an appearance's information enters the world, by its own chain alone, and the rule that says so. */
export function resolveOrigin(appearance: Appearance): Resolution {
  const last = appearance.hops.at(-1)
  return last ? resolveHop(last, appearance) : resolveText(appearance)
}

/**
 * The appearance as it counts where the words are what is checked: its origin is who heard, read or recorded them, which is the
 * hop before the speaker, else the text.
 */
const asHeard = (appearance: Appearance): Appearance =>
  appearance.hops.length === 0
    ? appearance
    : { ...appearance, hops: appearance.hops.slice(0, -1), hasSpeaker: false, isHeard: true }

/** An appearance as it counts for a claim of which this is checked. */
export const asCounted = (appearance: Appearance, checked: CheckedAspect): Appearance =>
  checked === CheckedAspect.UTTERANCE ? asHeard(appearance) : appearance

/** What a person is asked of an appearance: how the text knows, or first who speaks in its words. */
export type Question = { about: 'knows' | 'speaker'; isOpen: boolean }

/** The question that an appearance as it counts puts to a person, answered or not; null: none. */
export function questionOf(appearance: Appearance): Question | null {
  const { rule, isAsked } = resolveOrigin(appearance)
  if (rule === 'speakerOpen') return { about: 'speaker', isOpen: true }
  return isAsked ? { about: 'knows', isOpen: rule === 'notAnswered' } : null
}

/**
 * The keys that a chain goes round when it ends where it has been before (A cites B, who cites A), else null. A source
 * that cites itself is one voice.
 */
export function circleOf(appearance: Appearance): string[] | null {
  const keys = [
    textKey(appearance),
    ...appearance.hops.map((hop) => resolveHop(hop, appearance).key ?? `hop:${hop.source.id}`),
  ]
  const path = keys.filter((key, at) => key !== null && key !== keys[at - 1]).map(String)
  const round = path.slice(path.indexOf(path.at(-1) ?? ''))
  return round.length > 1 ? round : null
}
