import { type CueMeaning, ENGLISH_VERBS, FRENCH_VERBS } from '@/lib/attributions/cue-verbs'
import type { Place } from '@/lib/attributions/quotes'
import { Certainty, SpeechAct } from '@/prisma/generated/enums'

/** A cue in a sentence: its words, the words for who speaks, and how it is built. All in UTF-16 of the text. */
export type Cue = CueMeaning & {
  place: Place
  subject: Place
  /** The words between a named subject and its verb: "journaliste sur le terrain pour WION". */
  apposition: Place | null
  /** "S’adressant à RT": whom the speaker spoke to, before the public heard of it. */
  addressed: { cue: Place; place: Place } | null
  /** `introduces`: what follows; `follows`: what stands before it; `around`: the whole sentence ("selon"). */
  reach: 'introduces' | 'follows' | 'around'
}

const wholeWord = (forms: string) => new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${forms})(?![\\p{L}\\p{N}])`, 'giu')
const PATTERNS = [...FRENCH_VERBS, ...ENGLISH_VERBS].map((verb) => ({ verb, pattern: wholeWord(verb.forms) }))
const ACCORDING = wholeWord("selon|d’après|d'après|aux dires de|à en croire|de l’avis de|according to")
const FOR = /^[\s“«"]*((?:pour)\s)(?=\p{Lu}|M\.|Mme)/iu
const ADDRESSING =
  /(?<![\p{L}])((?:s’adressant|s'adressant)\s(?:à|au|aux)|(?:speaking|talking)\s(?:to|with))\s([^,]{2,60}),/iu

// Where a clause begins: what stands before is somebody else's.
const CLAUSE =
  /(?:[;:–—!?]|(?<![\p{L}\p{N}.])\.{3}|…|(?<!\p{L})(?:qu[’']|(?:que|alors\sque|tandis\sque|lorsque|mais|car|puis|that|while|when|but|because|whereas)(?!\p{L})))(?!$)/giu
const NOT_A_VOICE =
  /^(?:|y|nous|je|j|vous|tu|we|i|you|it|this|that|which|there|ce|cela|ceci|c|qui|quoi|dont|o[uù]|autrement|comme|what|as|à|de|pour|to|by|par|et|and|ne|se|s|sont|est|was|were|been|be|is|are)$/iu
const NO_SOURCE =
  /^(?:un |le |ce |son |a |the |its )?(?:calendrier|plan|accord|programme|loi|tradition|usage|cas|besoins?|schedule|timetable|plan|agreement|law)\b/iu

const trimmed = (text: string, { start, end }: Place): Place => {
  const words = text.slice(start, end)
  const first = start + (/^[\s,“”«»"‘’'(–—-]*/u.exec(words)?.[0].length ?? 0)
  const last = end - (/[\s,“”«»")–—]*$/u.exec(words)?.[0].length ?? 0)
  return { start: first, end: Math.max(first, last) }
}

const isVoice = (words: string) =>
  /[\p{L}]/u.test(words) && words.length <= 160 && !NOT_A_VOICE.test(words) && !/^(?:qui|who|which)\b/iu.test(words)

/** The words before a verb that name its subject, and those set between commas behind them. */
function subjectBefore(text: string, sentence: Place, at: number): { subject: Place; apposition: Place | null } | null {
  const before = text.slice(sentence.start, at)
  let from = 0
  for (const match of before.matchAll(CLAUSE)) from = match.index + match[0].length
  const clause = before.slice(from)
  const parts: Place[] = []
  let partStart = 0
  for (const match of [...clause.matchAll(/,/g), { index: clause.length }]) {
    parts.push({ start: sentence.start + from + partStart, end: sentence.start + from + match.index })
    partStart = match.index + 1
  }
  const filled = parts.map((part) => trimmed(text, part)).filter(({ start, end }) => start < end)
  const [last, previous] = [filled.at(-1), filled.at(-2)]
  if (!last) return null
  const closes = /,\s*$/.test(clause)
  const relative = /^(?:qui|who)$/iu.test(text.slice(last.start, last.end))
  if ((closes || relative) && previous) return { subject: previous, apposition: relative ? null : last }
  return { subject: last, apposition: null }
}

/** The words behind an inverted verb or a "selon" that name who speaks, to the next comma or the end. */
function nameAfter(text: string, sentence: Place, at: number): Place {
  const rest = text.slice(at, sentence.end)
  const initials = /^\s*(?:M|Mr|Mrs|Ms|Dr)\.\s/u.exec(rest)?.[0].length ?? 0
  const stop = /[,;:!?“”«»"()]|\.(?:\s|$)|\s(?:qui|que|who|that|which|lors|dans un)\s|$/u.exec(rest.slice(initials))
  return trimmed(text, { start: at, end: at + initials + (stop?.index ?? rest.length - initials) })
}

function addressedIn(text: string, sentence: Place, before: number): Cue['addressed'] {
  const match = ADDRESSING.exec(text.slice(sentence.start, before))
  if (!match?.[1] || !match[2]) return null
  const start = sentence.start + match.index
  const named = start + match[0].length - 1 - match[2].length
  return { cue: { start, end: start + match[1].length }, place: { start: named, end: named + match[2].length } }
}

function verbCue(text: string, sentence: Place, verb: CueMeaning, place: Place): Cue | null {
  const { act, certainty, goesOn } = verb
  const base = { act, certainty, goesOn, place }
  const before = text.slice(sentence.start, place.start)
  const pronoun = /-(?:il|elle|ils|elles|on)$/iu.exec(text.slice(place.start, place.end))
  // « …, a-t-il dit », « …, a déclaré X » : the verb stands first.
  const inner = /-(il|elle|ils|elles|on)\s/iu.exec(text.slice(place.start, place.end))
  const said = pronoun ?? inner
  if (said) {
    const start = place.start + said.index + 1
    const subject = { start, end: start + said[0].replace('-', '').trim().length }
    return { ...base, subject, apposition: null, addressed: null, reach: 'follows' }
  }
  if (/[,”»"]\s*$/.test(before) || before.trim() === '') {
    const subject = nameAfter(text, sentence, place.end)
    const words = text.slice(subject.start, subject.end)
    const isNamed = /^(?:l[ea]s?\s|l[’']|un[e]?\s|des\s|du\s|M\.|Mme|\p{Lu}|the\s|an?\s)/u.test(words)
    if (before.trim() !== '' && isNamed && isVoice(words))
      return { ...base, subject, apposition: null, addressed: null, reach: 'follows' }
  }
  const found = subjectBefore(text, sentence, place.start)
  if (!found || !isVoice(text.slice(found.subject.start, found.subject.end))) return null
  const rest = text.slice(place.end, sentence.end)
  const ends = /^[^,:“«"]{0,40}[.!?]?["”»]?\s*$/u.test(rest) && !/\b(?:que|that)\b/iu.test(rest)
  const stands = text.slice(sentence.start, found.subject.start)
  const reach = ends && /[,”»"]\s*$/.test(stands) && stands.length > 12 ? 'follows' : 'introduces'
  return { ...base, ...found, addressed: addressedIn(text, sentence, found.subject.start), reach }
}

function accordingCues(text: string, sentence: Place): Cue[] {
  const words = text.slice(sentence.start, sentence.end)
  const opening = FOR.exec(words)
  const places = [
    ...Array.from(words.matchAll(ACCORDING), (match) => ({ at: match.index, length: match[0].length })),
    ...(opening?.[1] ? [{ at: opening[0].length - opening[1].length, length: opening[1].trimEnd().length }] : []),
  ]
  return places.flatMap(({ at, length }) => {
    const place = { start: sentence.start + at, end: sentence.start + at + length }
    const subject = nameAfter(text, sentence, place.end)
    const name = text.slice(subject.start, subject.end)
    if (!isVoice(name) || NO_SOURCE.test(name)) return []
    const meaning = { act: SpeechAct.SAID, certainty: Certainty.ASSERTED, goesOn: false }
    return [{ ...meaning, place, subject, apposition: null, addressed: null, reach: 'around' as const }]
  })
}

/** The cues of one sentence in their order; of verbs that overlap, the longer words. */
export function cuesIn(text: string, sentence: Place): Cue[] {
  const words = text.slice(sentence.start, sentence.end)
  const verbs = PATTERNS.flatMap(({ verb, pattern }) =>
    Array.from(words.matchAll(pattern), (match) => {
      const start = sentence.start + match.index
      return verbCue(text, sentence, verb, { start, end: start + match[0].length })
    }),
  ).filter((cue) => cue !== null)
  const all = [...accordingCues(text, sentence), ...verbs]
  all.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end)
  return all.filter((cue, index) => !all.slice(0, index).some((one) => one.place.end > cue.place.start))
}

/** What words that somebody chose as a cue say of the speech; null where they are no verb of saying. */
export const meaningOf = (words: string): CueMeaning | null =>
  PATTERNS.find(({ pattern }) => words.search(pattern) >= 0)?.verb ?? null
