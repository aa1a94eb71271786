import {
  ARTICLES,
  hasVerb,
  isAdverb,
  isAuxiliary,
  isBreak,
  isQuoteMark,
  isVerbLike,
  JOINS,
  OF,
  OPENS_CLAUSE,
  PREPOSITIONS,
  RELATIVES,
  type SentenceWord,
  SUBJECT_PRONOUNS,
} from '@/lib/attributions/sentence-words'
import type { WordRun } from '@/lib/attributions/subject-words'

/** Who is named behind a verb or a "selon", with what is set behind the name; `next`: the first index behind both. */
export type NameAfter = { run: WordRun; apposition: WordRun | null; next: number }

const STOPS =
  /^(?:jusqu'|ne|n'|dans|lors|depuis|pendant|après|avant|devant|sur|en|vers|via|afin|par|pour|face|during|after|before|in|on|at|during|through|by|via|as|with|while|to|when|if|here|last|this|late|early|earlier|yesterday|today|tonight|hier|aujourd'hui|ce|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const PRESS = /^(?:l'|la|le|un|une|des|plusieurs|ses|son|sa|nos|notre|propos)$/
const ELIDED = /^(?:l'|d')$/

/** Where a noun phrase that begins at an index ends: at a mark, a verb, or the preposition of something else. */
function phraseEnd(words: readonly SentenceWord[], from: number, to: number, long: boolean): number {
  let at = from
  for (; at < to; at++) {
    const word = words[at]
    if (!word) break
    if (word.low === "'s" || word.low === '&' || (word.low === '-' && at > from)) continue
    if (!word.isWord) break
    if (at === from) continue
    if (
      RELATIVES.has(word.low) ||
      word.low === 'that' ||
      (OPENS_CLAUSE.has(word.low) && word.low !== 'alors') ||
      SUBJECT_PRONOUNS.has(word.low)
    )
      break
    if (isAuxiliary(words, at)) break
    if (!long && STOPS.test(word.low)) break
    // "According to the ministry over 300 people"
    if (
      long &&
      at > from + 1 &&
      /^\d/.test(word.low) &&
      !PREPOSITIONS.has(words[at - 1]?.low ?? '') &&
      !words[at - 1]?.isCapital
    )
      break
    if (long && /^(?:over|more|about|nearly)$/.test(word.low) && /^(?:\d|than)/.test(words[at + 1]?.low ?? '')) break
    const isTo = word.low === 'à' || word.low === 'au' || word.low === 'aux'
    const isPerson = words.slice(from, at).every((each) => each.isCapital || OF.has(each.low))
    const next = words[at + 1]
    if (!long && isTo && (isPerson || PRESS.test(next?.low ?? '') || next?.isCapital)) break
    if (long && isVerbLike(words, at) && !word.isCapital) break
    // "la légende elle", "the proposal the fee would": another phrase begins.
    const before = words[at - 1]
    if (
      ARTICLES.has(word.low) &&
      !OF.has(word.low) &&
      before?.isWord &&
      !PREPOSITIONS.has(before.low) &&
      !JOINS.has(before.low) &&
      !ARTICLES.has(before.low) &&
      !ELIDED.test(before.low)
    )
      break
  }
  while (
    at > from + 1 &&
    (isAdverb(words[at - 1] as SentenceWord) ||
      PREPOSITIONS.has(words[at - 1]?.low ?? '') ||
      JOINS.has(words[at - 1]?.low ?? ''))
  )
    at--
  return at
}

/** What is set behind a name between commas: "Ann Lee, maire d’Ely, …"; not what goes on to be said, nor to whom. */
function appositionAfter(words: readonly SentenceWord[], at: number, to: number): WordRun | null {
  const first = words[at + 1]
  if (words[at]?.low !== ',' || !first?.isWord || PREPOSITIONS.has(first.low) || SUBJECT_PRONOUNS.has(first.low))
    return null
  if (OPENS_CLAUSE.has(first.low) || JOINS.has(first.low) || isAdverb(first) || STOPS.test(first.low)) return null
  if (/(?:ant|ing)$/.test(first.low) && !first.isCapital) return null
  let end = at + 1
  while (end < to && words[end]?.low !== ',' && !(isBreak(words[end] as SentenceWord) && words[end]?.low !== '(')) {
    if (end > at + 2 && (RELATIVES.has(words[end]?.low ?? '') || /^(?:dans|lors|during)$/.test(words[end]?.low ?? '')))
      break
    end++
  }
  if (words[end - 1]?.low === '.') end--
  const isClosed = end >= to || !words[end]?.isWord
  return end > at + 1 && isClosed && !hasVerb(words, at + 1, end) ? { from: at + 1, to: end } : null
}

/** The noun phrase that begins at an index. `long`: all up to the next mark belongs to it, as behind "selon". */
export function nameAfter(words: readonly SentenceWord[], from: number, to: number, long: boolean): NameAfter | null {
  const first = words[from]
  if (!first?.isWord) return null
  const end = phraseEnd(words, from, to, long)
  const run = { from, to: end }
  const apposition = appositionAfter(words, end, to)
  return { run, apposition, next: apposition?.to ?? end }
}

const DAY =
  /^(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|après-midi|dernier|ce|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|on|morning|evening|afternoon|late|early|aujourd'hui|1er|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,4})$/
const OPENS_ADVERBIAL =
  /^(?:pour|à|au|aux|en|dans|sur|lors|devant|de|d'|par|avec|sans|via|auprès|également|in|at|to|on|later|earlier|during)$/

/**
 * Goes over what stands between a verb and its inverted subject: "a annoncé | jeudi | le ministère", "a ajouté | pour sa part | Ann Roy",
 * "a indiqué | à l’AFP | un responsable". Answers where the subject may begin.
 */
export function skipAdverbials(words: readonly SentenceWord[], from: number, to: number): number {
  let at = from
  for (let step = 0; step < 4 && at < to; step++) {
    const word = words[at]
    if (!word) break
    if (DAY.test(word.low) && !word.isCapital) {
      at++
      continue
    }
    if (isAdverb(word) || (/^(?:le|la|l')$/.test(word.low) && /^\d/.test(words[at + 1]?.low ?? ''))) {
      at++
      step--
      continue
    }
    if (word.low === ',' && at > from) {
      at++
      continue
    }
    if (!OPENS_ADVERBIAL.test(word.low)) break
    // A prepositional phrase, up to where the next phrase begins.
    let end = at + 1
    while (end < to) {
      const [before, each] = [words[end - 1] as SentenceWord, words[end] as SentenceWord]
      if (!each.isWord) break
      const begins = end > at + 1 && (ARTICLES.has(each.low) || each.isCapital || SUBJECT_PRONOUNS.has(each.low))
      if (
        begins &&
        !PREPOSITIONS.has(before.low) &&
        !ARTICLES.has(before.low) &&
        !ELIDED.test(before.low) &&
        !(each.isCapital && before.isCapital && !/^[a-z]/.test(each.low) === false && isName(words, at + 1, end))
      )
        break
      end++
    }
    if (end >= to || (!words[end]?.isWord && words[end]?.low !== ',')) break
    at = end
  }
  return at
}

/** Whether all words so far are one name, which then goes on: "à Radio France", and not "à Reuters Ann Lee". */
const isName = (words: readonly SentenceWord[], from: number, to: number): boolean => {
  const capitals = words.slice(from, to).filter(({ isCapital }) => isCapital).length
  return (
    capitals > 0 &&
    capitals < 2 &&
    !/^(?:reuters|afp|cnn|bbc|rt|wion|tass|ap|rfi)$/.test((words[to - 1]?.low ?? '').toLowerCase())
  )
}

/** Whether words from an index to the next mark only say when, where or to whom: "in a statement", "told reporters on Monday". */
export function endsThere(words: readonly SentenceWord[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = words[at] as SentenceWord
    if (word.low === ',' || word.low === '.' || isQuoteMark(word) || /^[;!?–—)…]$/.test(word.low)) return true
    if (word.low === ':' || word.low === 'that' || word.low === 'que' || word.low === "qu'") return false
    if (at - from > 14) return false
    if (isVerbLike(words, at) || (SUBJECT_PRONOUNS.has(word.low) && at === from && word.low !== 'on')) return false
  }
  return true
}
