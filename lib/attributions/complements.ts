import {
  ARTICLES,
  isAdverb,
  isAuxiliary,
  isBreak,
  isQuoteMark,
  isVerbLike,
  OPENS_CLAUSE,
  PREPOSITIONS,
  type SentenceWord,
  SUBJECT_PRONOUNS,
} from '@/lib/attributions/sentence-words'
import type { VerbGroup } from '@/lib/attributions/verb-groups'

/** What follows a verb of saying as its words: a clause, a quotation, what is to be done; null: nothing of the kind. */
export type Complement = 'clause' | 'quote' | 'infinitive' | null

// How many words may stand between a verb and its "that": "a déclaré jeudi à la presse, dans un communiqué, que".
const BETWEEN = 16
const ZERO =
  /^(?:say|says|said|saying|tell|tells|told|telling|believe|believes|believed|think|thinks|thought|claim|claims|claimed|claiming|feel|feels|felt|hope|hopes|hoped|suspect|suspects|suspected|warned|warns|announced|announces|argued|argues|reported|confirmed|show|shows|showed|find|finds|found|suggest|suggests|suggested|insisted|insists|acknowledged|admitted|admits|concluded|added|adds|explained|predicted|predicts|estimated|estimates|expects|expected|indicated|indicate|mentioned|noted|notes|note|alleged|denied|promised|vowed|stated|fear|fears|feared|guess|guesses|assume|assumes|assumed|wish|wishes|wished|hoping|proves|proved|swear|swears|swore|agreed|agrees|assured|testified|maintained|revealed|worry|worried|supposed|wrote|recalled|complained|knew|demonstrated|reckon|reckons|discovered|determined|demanded|replied|bet|considered|remarked)$/
const TELLS =
  /^(?:tell|tells|told|telling|inform|informs|informed|assure|assures|assured|remind|reminds|reminded|warn|warns|warned|notify|notified|advise|advised|promise|promised|show|shows|showed|reassure|reassured|prévenir|informer|informe|avertit|averti|assuré)$/
// These have things as their objects as often.
const CAREFUL =
  /^(?:show|shows|showed|find|finds|found|feel|feels|felt|reported|reports|proves|proved|discovered|estimated|considered|wrote|recalled|demanded|added|adds|expects?|expected|predicts?)$/
// What follows these is hardly ever a thing.
const PLAINLY = /^(?:say|says|said|think|thinks|believe|believes)$/
const TO_DO =
  /^(?:claim|claims|claimed|claiming|promise|promises|promised|vowed|vow|vows|pledged|pledges|threatened|threatens|agreed|told|tells|asked|asks|urged|urges|advised|warned|demanded|refused|declined|recommended|hoped|hopes|hope|expects|expected|ordered|proposed|swore)$/
const INFINITIVE = /^\p{Ll}+(?:er|ir|re|oir)$/u

/** The index behind the noun phrase that a verb is said to: "told | reporters", "told | her". */
function behindTold(words: readonly SentenceWord[], from: number): number {
  let at = from
  if (/^(?:me|him|her|us|them|you|it)$/.test(words[at]?.low ?? '')) return at + 1
  while (at < words.length && at - from < 7) {
    const word = words[at] as SentenceWord
    if (
      !word.isWord ||
      OPENS_CLAUSE.has(word.low) ||
      (SUBJECT_PRONOUNS.has(word.low) && at > from) ||
      word.low === 'to'
    )
      break
    if (
      at > from &&
      ARTICLES.has(word.low) &&
      !PREPOSITIONS.has(words[at - 1]?.low ?? '') &&
      !ARTICLES.has(words[at - 1]?.low ?? '')
    )
      break
    at++
  }
  return at
}

const isClause = (words: readonly SentenceWord[], from: number, careful: boolean): boolean => {
  const first = words[from]
  const strict = careful || (first !== undefined && PREPOSITIONS.has(first.low))
  if (!first?.isWord || (PREPOSITIONS.has(first.low) && !/^(?:for|in|at|after|on|under|within|by)$/.test(first.low)))
    return false
  if (
    SUBJECT_PRONOUNS.has(first.low) ||
    /^(?:i'm|it's|he's|she's|there|that's|they're|we're|you're|this)$/.test(first.low)
  )
    return true
  let end = from
  while (end < words.length && end - from < 24 && !isBreak(words[end] as SentenceWord) && words[end]?.low !== '.') end++
  for (let at = from + 1; at < end; at++) {
    if (isAuxiliary(words, at)) return true
    const isFiniteLike = isVerbLike(words, at) || /^\p{Ll}{3,}(?:ed|[^s]s)$/u.test(words[at]?.low ?? '')
    if (
      isFiniteLike &&
      !strict &&
      (words[at + 1]?.isWord || /(?:ed|[^s]t|ew|ll)$/.test(words[at]?.low ?? '')) &&
      !ARTICLES.has(words[at - 1]?.low ?? '') &&
      !PREPOSITIONS.has(words[at - 1]?.low ?? '')
    )
      return true
  }
  return false
}

/** What follows a verb group as its words. */
export function complementOf(words: readonly SentenceWord[], group: VerbGroup): Complement {
  const low = words[group.at]?.low ?? ''
  const from = group.to + 1
  const { french } = group.verb
  let isNear = true
  for (let at = from; at < words.length && at - from < BETWEEN; at++) {
    const word = words[at] as SentenceWord
    const next = words[at + 1]
    if (word.low === ':')
      return next === undefined || isQuoteMark(next) || next.isCapital || !french ? 'quote' : 'clause'
    if (isQuoteMark(word)) {
      // "a annoncé une « opération »" tells of a thing.
      const isOpen =
        at === from ||
        (at === from + 1 && words[from]?.low === ',') ||
        /^(?:,|reporters|me|him|her|them)$/.test(words[at - 1]?.low ?? '')
      return isOpen || (TELLS.test(low) && at - from < 6) ? 'quote' : french ? null : restOf(words, group)
    }
    if (word.low === '.' || /^[;!?–—…]$/.test(word.low)) break
    if (
      french &&
      (word.low === 'que' || word.low === "qu'") &&
      words[at - 1]?.low !== 'plus' &&
      words[at - 1]?.low !== 'ainsi' &&
      words[at - 1]?.low !== 'alors'
    )
      return 'clause'
    if (word.low === 'that' && !french && (isNear || (!group.isNoun && (TELLS.test(low) || at - from < 8))))
      return 'clause'
    const isPronoun = SUBJECT_PRONOUNS.has(word.low) && (french || word.low !== 'on')
    if (at > from && (isVerbLike(words, at) || isPronoun)) break
    if (word.isWord && !isAdverb(word)) isNear = false
  }
  const first = words[from]
  if (!first) return null
  if (french) {
    const skip = /^(?:de|d'|ne|pas|s'|n'|l'|le|la|les|à)$/
    let at = from
    while (at < words.length && at - from < 4 && skip.test(words[at]?.low ?? '')) at++
    const isDoing = INFINITIVE.test(words[at]?.low ?? '') && words[at]?.low !== 'leur' && words[at]?.low !== 'hier'
    return isDoing && words[from]?.low !== 'à' && !/^(?:la|les)$/.test(words[at - 1]?.low ?? '') ? 'infinitive' : null
  }
  return restOf(words, group)
}

/** A noun phrase and more, up to the next mark: "the results confirm the shortage". */
function saysThings(words: readonly SentenceWord[], from: number): boolean {
  const first = words[from]
  if (!first?.isWord || !(ARTICLES.has(first.low) || first.isCapital)) return false
  const end = words.findIndex((word, at) => at > from && !word.isWord && word.low !== "'s")
  return (end < 0 ? words.length : end) - from >= 5
}

/** What follows an English verb without "that". */
function restOf(words: readonly SentenceWord[], group: VerbGroup): Complement {
  const low = words[group.at]?.low ?? ''
  const from = group.to + 1
  let at = from
  while (
    at < words.length &&
    (isAdverb(words[at] as SentenceWord) ||
      /^(?:on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(words[at]?.low ?? '')) &&
    at - from < 4
  )
    at++
  if (TELLS.test(low)) at = behindTold(words, at)
  if (words[at]?.low === 'that') return 'clause'
  if (words[at] && isQuoteMark(words[at] as SentenceWord)) return 'quote'
  if (words[at]?.low === 'to' && words[at + 1]?.isWord && TO_DO.test(low) && !ARTICLES.has(words[at + 1]?.low ?? ''))
    return 'infinitive'
  if (OPENS_CLAUSE.has(words[at]?.low ?? '') && words[at]?.low !== 'if' && words[at]?.low !== 'when') return null
  // "the seekers found in the water", "the results reported here": of what was found.
  if (CAREFUL.test(low) && (PREPOSITIONS.has(words[at]?.low ?? '') || words[at]?.low === 'here')) return null
  if (PLAINLY.test(low) && saysThings(words, at)) return 'clause'
  return ZERO.test(low) && isClause(words, at, group.isNoun || CAREFUL.test(low)) ? 'clause' : null
}
