import { accordingCues, addressingIn, isSpeaker } from '@/lib/attributions/according'
import { complementOf } from '@/lib/attributions/complements'
import type { Cue } from '@/lib/attributions/cue'
import { endsThere, nameAfter, skipAdverbials } from '@/lib/attributions/names-after'
import { dayBehind } from '@/lib/attributions/said-day'
import {
  ARTICLES,
  hasVerb,
  isQuoteMark,
  JOINS,
  OPENS_CLAUSE,
  opensQuote,
  PREPOSITIONS,
  RELATIVES,
  type SentenceWord,
  wordsOf,
} from '@/lib/attributions/sentence-words'
import { clauseStart, subjectBefore, type WordRun } from '@/lib/attributions/subject-words'
import { toldOutlet } from '@/lib/attributions/told-outlet'
import { type VerbGroup, verbGroups } from '@/lib/attributions/verb-groups'
import { isVoice } from '@/lib/attributions/voice-like'
import type { Utf16Range } from '@/lib/text/code-points'

/** A sentence with what is looked up for each of its verbs, found once. */
type Scene = { text: string; words: readonly SentenceWord[]; addressing: Cue['addressed'] }

const placeOf = (words: readonly SentenceWord[], { from, to }: WordRun): Utf16Range => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
})

const SAYS =
  /^(?:said|says|say|added|adds|asked|asks|replied|replies|wrote|writes|explained|explains|continued|continues|insisted|insists|warned|warns|noted|notes|recalled|recalls|tweeted|tweets|concluded|concludes|cried|announced|reported|reports|declared|argued|argues|answered|observed|remarked|stated|claimed|admitted|confirmed|shouted|whispered|exclaimed|quipped|joked)$/

const isMark = (word: SentenceWord | undefined) =>
  word !== undefined && (word.low === ',' || isQuoteMark(word) || /^[–—!?…]$|^--$/.test(word.low))

/** « …, a annoncé jeudi le ministère », “…,” said the mayor: the verb stands first. */
function inverted(scene: Scene, group: VerbGroup): Cue | null {
  const { text, words } = scene
  const before = words[group.from - 1]
  const { verb, form } = group
  const meaning = {
    act: verb.act,
    certainty: verb.certainty,
    goesOn: verb.goesOn,
    addressed: toldOutlet(text, words, group),
    states: true,
    far: false,
  }
  const place = { start: words[group.from]?.start ?? 0, end: words[group.to]?.end ?? 0 }
  if (group.pronoun) {
    if (/^(?:je|on)$/.test(text.slice(group.pronoun.start, group.pronoun.end)) && form !== 'participle') return null
    const learnt = /^on$/.test(text.slice(group.pronoun.start, group.pronoun.end))
      ? learntFrom(words, group.to + 1)
      : null
    const subject = learnt ? placeOf(words, learnt) : group.pronoun
    return {
      ...meaning,
      place,
      subject,
      apposition: null,
      day: dayBehind(text, place.end),
      reach: reachBehind(words, group.to + 1),
    }
  }
  if (form !== 'finite' && form !== 'participle') return null
  const asOpens = before && /^(?:as|comme)$/.test(before.low)
  if (!isMark(before) && !asOpens) return null
  if (!verb.french && (!SAYS.test(words[group.at]?.low ?? '') || group.from !== group.at)) return null
  const to = words.length
  const at = skipAdverbials(words, group.to + 1, to)
  const first = words[at]
  if (!first?.isWord || isMark(words[group.to + 1])) return null
  const named =
    first.isCapital ||
    ARTICLES.has(first.low) ||
    /^(?:il|elle|he|she|they)$/.test(first.low) ||
    (!verb.french && /^\p{Ll}/u.test(first.low))
  if (!named || OPENS_CLAUSE.has(first.low) || (PREPOSITIONS.has(first.low) && !/^des?$|^du$/.test(first.low)))
    return null
  const name = nameAfter(words, at, to, false)
  if (!name) return null
  const subject = placeOf(words, name.run)
  if (!isVoice(text.slice(subject.start, subject.end))) return null
  const next = words[name.next]
  const quoted = before !== undefined && isQuoteMark(before) && !opensQuote(before)
  const second = words[group.from - 2]
  if (
    verb.quoted &&
    !quoted &&
    !(second !== undefined && isQuoteMark(second)) &&
    !words.slice(0, group.from).some(isQuoteMark)
  )
    return null
  if (!quoted && !asOpens) {
    // "X, maire de Y, a annoncé la fermeture du pont": what stands before is somebody, not something said.
    const isClause = hasVerb(words, 0, group.from - 1) || words.slice(0, group.from).some(isQuoteMark)
    if (!isClause && !(group.from > 6 && isSpeaker(text.slice(subject.start, subject.end)))) return null
    if (next?.isWord && hasVerb(words, name.next, Math.min(to, name.next + 3))) return null
    if (!verb.french && !endsThere(words, name.next, to)) return null
    if (
      !verb.french &&
      !(
        next === undefined ||
        !next.isWord ||
        /^(?:in|on|at|after|during|to|yesterday|today|last|this|who|as)$/.test(next.low)
      )
    )
      return null
  }
  const day = dayBehind(text, place.end) ?? dayBehind(text, subject.end)
  const reach = asOpens ? 'around' : reachBehind(words, name.next)
  return { ...meaning, place, subject, apposition: name.apposition && placeOf(words, name.apposition), day, reach }
}

/** "a-t-on appris de source médicale": who told it. */
function learntFrom(words: readonly SentenceWord[], from: number): WordRun | null {
  let at = from
  while (
    at < words.length &&
    /^(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)$/.test(words[at]?.low ?? '')
  )
    at++
  if (!/^(?:de|d'|auprès|par)$/.test(words[at]?.low ?? '')) return null
  const start = words[at]?.low === 'auprès' ? at + 2 : at + 1
  return nameAfter(words, start, words.length, false)?.run ?? null
}

/** Whether something said goes on behind a verb that stands after its words. */
function reachBehind(words: readonly SentenceWord[], from: number): Cue['reach'] {
  let at = from
  while (at < words.length && words[at]?.isWord) at++
  const rest = words.slice(at + 1)
  const opens = rest.findIndex((word) => opensQuote(word) || word.low === '"')
  if (opens >= 0 && opens <= 4) return 'amid'
  return words[at]?.low === ',' && rest.filter(({ isWord }) => isWord).length > 3 && hasVerb(rest, 0, rest.length)
    ? 'amid'
    : 'follows'
}

/** "X a déclaré que …", "X said": the subject stands first. */
function straight(scene: Scene, group: VerbGroup, from: number, earlier: Cue | null): Cue | null {
  const { text, words, addressing } = scene
  const { verb, form } = group
  const isGerund = form === 'gerund' && group.at === group.from
  const found = subjectBefore(words, group.from, from, isGerund)
  if (!found) return null
  // "X said that …, and wrote that …": the same speaks on.
  const same = JOINS.has(words[group.from - 1]?.low ?? '') ? earlier : null
  const subject = same?.subject ?? placeOf(words, found.run)
  const apposition = same ? same.apposition : found.apposition && placeOf(words, found.apposition)
  if (!isVoice(text.slice(subject.start, subject.end)) || subject.end - subject.start > 300) return null
  const place = { start: words[group.from]?.start ?? 0, end: words[group.to]?.end ?? 0 }
  const complement = complementOf(words, group)
  const mark = words[found.run.from - 1]
  const isBehind = isMark(mark) || (mark !== undefined && mark.low === '.')
  const before = words.slice(from, found.run.from)
  const isEnd = complement === null && isBehind && endsThere(words, group.to + 1, words.length)
  const follows = isEnd && (before.some(isQuoteMark) || (before.length > 3 && hasVerb(before, 0, before.length)))
  // "Comme le dit X, …", "as X said": what is said is the sentence itself.
  const isAs = /^(?:as|comme)$/.test(words[found.run.from - 1]?.low ?? '')
  const as = isAs && (complement === null || words[group.to + 1]?.low === ',')
  const isRelative = RELATIVES.has(words[group.from - 1]?.low ?? '')
  if (!follows && !as && complement === null && (group.isNoun || !verb.object || isRelative || found.far)) return null
  if (!follows && complement !== 'quote' && verb.quoted) return null
  const day =
    dayBehind(text, place.end) ?? dayBetween(scene, found.run.to, group.from) ?? dayBefore(scene, found.run.from)
  const addressed = addressing && addressing.place.end < subject.start ? addressing : toldOutlet(text, words, group)
  const reach = as ? 'around' : follows ? reachBehind(words, group.to + 1) : 'introduces'
  const { act, certainty, goesOn } = verb
  return {
    act,
    certainty,
    goesOn,
    place,
    subject,
    apposition,
    addressed,
    day,
    reach,
    states: follows || as || complement !== null,
    far: found.far,
  }
}

/** A day between commas, beside the verb or at the beginning. */
function dayBetween({ text, words }: Scene, from: number, to: number): Utf16Range | null {
  for (let at = from; at < to; at++)
    if (words[at]?.low === ',') {
      const day = dayBehind(text, words[at]?.start ?? 0)
      if (day && day.end <= (words[to]?.start ?? 0)) return day
    }
  return null
}
function dayBefore({ text, words }: Scene, subject: number): Utf16Range | null {
  const start = clauseStart(words, subject, 0)
  const [first] = words.slice(start, subject)
  if (!first || words[subject - 1]?.low !== ',') return null
  const day = dayBehind(` ${text.slice(first.start, words[subject - 1]?.start ?? first.start)}`, 0)
  const whole = day && { start: first.start, end: first.start + day.end - 1 }
  return whole && whole.end === words[subject - 1]?.start ? whole : null
}

// Nobody who speaks is named further from the verb: each is looked at among so many words.
const [BACK, AHEAD] = [160, 100]

/** The cues of one sentence in their order. Takes time by the sentence's length. */
export function cuesIn(text: string, sentence: Utf16Range): Cue[] {
  const words = wordsOf(text, sentence)
  const scene = { text, words, addressing: addressingIn(text, sentence) }
  const found: Cue[] = []
  // Behind what introduces something, somebody else's words begin.
  let from = 0
  let earlier: Cue | null = null
  for (const group of verbGroups(words)) {
    const first = Math.max(0, group.from - BACK)
    const near = { ...scene, words: words.slice(first, group.to + AHEAD) }
    const own = { ...group, from: group.from - first, at: group.at - first, to: group.to - first }
    const cue: Cue | null = inverted(near, own) ?? straight(near, own, Math.max(0, from - first), earlier)
    if (!cue) continue
    found.push(cue)
    if (cue.reach === 'introduces' && cue.states) earlier = cue
    if (cue.reach === 'introduces' && cue.states) from = group.to + 1
  }
  const all = [...accordingCues(text, words), ...found]
  all.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end)
  let taken = 0
  return all.filter(({ place }) => {
    const isFree = place.start >= taken
    taken = Math.max(taken, place.end)
    return isFree
  })
}
