import { type CueMeaning, ENGLISH_VERBS, FRENCH_VERBS } from '@/lib/attributions/cue-verbs'
import { dayBehind, isCircumstance, isDay } from '@/lib/attributions/said-day'
import { lastBefore } from '@/lib/lists/last-before'
import type { Utf16Range } from '@/lib/text/code-points'
import { Certainty, SpeechAct } from '@/prisma/generated/enums'

/** A cue in a sentence: its words, the words for who speaks, and how it is built. All in UTF-16 of the text. */
export type Cue = CueMeaning & {
  place: Utf16Range
  subject: Utf16Range
  /** The words between a named subject and its verb: "journaliste sur le terrain pour WION". */
  apposition: Utf16Range | null
  /** "S’adressant à RT": whom the speaker spoke to, before the public heard of it. */
  addressed: { cue: Utf16Range; place: Utf16Range } | null
  /** The words of the day on which it was said: "mardi", where they stand beside the verb or between it and its subject. */
  day: Utf16Range | null
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

const LEADING = /[\s,“”«»"‘’'(–—-]/u
const TRAILING = /[\s,“”«»")–—-]/u

function trimmed(text: string, { start, end }: Utf16Range): Utf16Range {
  let [first, last] = [start, end]
  while (first < end && LEADING.test(text.charAt(first))) first++
  while (last > first && TRAILING.test(text.charAt(last - 1))) last--
  return { start: first, end: last }
}

const isVoice = (words: string) =>
  words.length <= 160 && /[\p{L}]/u.test(words) && !NOT_A_VOICE.test(words) && !/^(?:qui|who|which)\b/iu.test(words)

// Nobody who speaks is named further from the verb, in UTF-16 units: every verb is looked at in a window of this size.
const [BACK, AHEAD] = [600, 300]

/** A sentence with what is looked up for each of its verbs, found once. */
type Scene = { text: string; sentence: Utf16Range; clauses: readonly number[]; addressing: Cue['addressed'] }

function sceneOf(text: string, sentence: Utf16Range): Scene {
  const words = text.slice(sentence.start, sentence.end)
  const clauses = Array.from(words.matchAll(CLAUSE), (match) => sentence.start + match.index + match[0].length)
  return { text, sentence, clauses, addressing: addressingIn(words, sentence.start) }
}

/** The last visible character before a place of a sentence; empty at its beginning. */
function characterBefore({ text, sentence }: Scene, at: number): string {
  let last = at - 1
  while (last >= sentence.start && /\s/.test(text.charAt(last))) last--
  return last < sentence.start ? '' : text.charAt(last)
}

const closesQuote = (character: string) => character !== '' && ',”»"'.includes(character)

// "Journaliste pour WION" tells of whoever is named before; "un responsable", "Anas Mallick" speak themselves.
const NAMES_SOMEBODY = /^(?:l[ea]s?\s|l[’']|une?\s|des\s|du\s|\p{Lu}|the\s|an?\s)/u

/** The words before a verb that name its subject, those set between commas behind them, and those of a day among these. */
function subjectBefore(scene: Scene, at: number): Pick<Cue, 'subject' | 'apposition' | 'day'> | null {
  const { text, sentence, clauses } = scene
  const clause = clauses[lastBefore(clauses.length, (each) => (clauses[each] ?? at) < at)] ?? sentence.start
  const from = Math.max(clause, at - BACK)
  const parts: Utf16Range[] = []
  let start = from
  for (let comma = text.indexOf(',', from); comma >= 0 && comma < at; comma = text.indexOf(',', start)) {
    parts.push({ start, end: comma })
    start = comma + 1
  }
  parts.push({ start, end: at })
  // The first one is cut off where the window begins.
  const whole = from > clause ? parts.slice(1) : parts
  const all = whole.map((part) => trimmed(text, part)).filter((part) => part.start < part.end)
  const words = (part: Utf16Range) => text.slice(part.start, part.end)
  const filled = all.filter((part) => !isCircumstance(words(part)))
  const [last, previous] = [filled.at(-1), filled.at(-2)]
  if (!last) return null
  const beside = all.slice(all.indexOf(last) + 1)
  const isBeside = beside.length > 0
  const opening = all.indexOf(last) === 1 && isDay(words(all[0] ?? last)) ? all[0] : undefined
  const day = beside.find((part) => isDay(words(part))) ?? opening ?? null
  const closes = characterBefore(scene, at) === ',' && !(isBeside && NAMES_SOMEBODY.test(words(last)))
  const relative = /^(?:qui|who)$/iu.test(text.slice(last.start, last.end))
  if ((closes || relative) && previous) return { subject: previous, apposition: relative ? null : last, day }
  return { subject: last, apposition: null, day }
}

/** The words behind an inverted verb or a "selon" that name who speaks, to the next comma or the end. */
function nameAfter(text: string, sentence: Utf16Range, at: number): Utf16Range {
  const rest = text.slice(at, Math.min(sentence.end, at + AHEAD))
  const initials = /^\s*(?:M|Mr|Mrs|Ms|Dr)\.\s/u.exec(rest)?.[0].length ?? 0
  const stop = /[,;:!?“”«»"()]|\.(?:\s|$)|\s(?:qui|que|who|that|which|lors|dans un)\s|$/u.exec(rest.slice(initials))
  return trimmed(text, { start: at, end: at + initials + (stop?.index ?? rest.length - initials) })
}

function addressingIn(words: string, offset: number): Cue['addressed'] {
  const match = ADDRESSING.exec(words)
  if (!match?.[1] || !match[2]) return null
  const start = offset + match.index
  const named = start + match[0].length - 1 - match[2].length
  return { cue: { start, end: start + match[1].length }, place: { start: named, end: named + match[2].length } }
}

function verbCue(scene: Scene, verb: CueMeaning, place: Utf16Range): Cue | null {
  const { text, sentence, addressing } = scene
  const { act, certainty, goesOn } = verb
  const behind = dayBehind(text, place.end)
  const base = { act, certainty, goesOn, place, day: behind }
  const before = characterBefore(scene, place.start)
  const pronoun = /-(?:il|elle|ils|elles|on)$/iu.exec(text.slice(place.start, place.end))
  // « …, a-t-il dit », « …, a déclaré X » : the verb stands first.
  const inner = /-(il|elle|ils|elles|on)\s/iu.exec(text.slice(place.start, place.end))
  const said = pronoun ?? inner
  if (said) {
    const start = place.start + said.index + 1
    const subject = { start, end: start + said[0].replace('-', '').trim().length }
    return { ...base, subject, apposition: null, addressed: null, reach: 'follows' }
  }
  if (closesQuote(before)) {
    const subject = nameAfter(text, sentence, behind?.end ?? place.end)
    const words = text.slice(subject.start, subject.end)
    const isNamed = /^(?:l[ea]s?\s|l[’']|un[e]?\s|des\s|du\s|M\.|Mme|\p{Lu}|the\s|an?\s)/u.test(words)
    if (isNamed && isVoice(words)) return { ...base, subject, apposition: null, addressed: null, reach: 'follows' }
  }
  const found = subjectBefore(scene, place.start)
  if (!found || !isVoice(text.slice(found.subject.start, found.subject.end))) return null
  const rest = text.slice(place.end, Math.min(sentence.end, place.end + AHEAD))
  const ends = /^[^,:“«"]{0,40}[.!?]?["”»]?\s*$/u.test(rest) && !/\b(?:que|that)\b/iu.test(rest)
  const isFar = found.subject.start - sentence.start > 12
  const reach = ends && isFar && closesQuote(characterBefore(scene, found.subject.start)) ? 'follows' : 'introduces'
  const addressed = addressing && addressing.place.end < found.subject.start ? addressing : null
  return { ...base, ...found, day: behind ?? found.day, addressed, reach }
}

function accordingCues(text: string, sentence: Utf16Range): Cue[] {
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
    return [{ ...meaning, place, subject, apposition: null, day: null, addressed: null, reach: 'around' as const }]
  })
}

/** The cues of one sentence in their order; of verbs that overlap, the longer words. Takes time by the sentence's length. */
export function cuesIn(text: string, sentence: Utf16Range): Cue[] {
  const words = text.slice(sentence.start, sentence.end)
  const scene = sceneOf(text, sentence)
  const verbs = PATTERNS.flatMap(({ verb, pattern }) =>
    Array.from(words.matchAll(pattern), (match) => {
      const start = sentence.start + match.index
      return verbCue(scene, verb, { start, end: start + match[0].length })
    }),
  ).filter((cue) => cue !== null)
  const all = [...accordingCues(text, sentence), ...verbs]
  all.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end)
  let taken = 0
  return all.filter(({ place }) => {
    const isFree = place.start >= taken
    taken = Math.max(taken, place.end)
    return isFree
  })
}

/** What words that somebody chose as a cue say of the speech; null where they are no verb of saying. */
export const meaningOf = (words: string): CueMeaning | null =>
  PATTERNS.find(({ pattern }) => words.search(pattern) >= 0)?.verb ?? null
