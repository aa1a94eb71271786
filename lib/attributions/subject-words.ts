import {
  ARTICLES,
  CLITICS,
  hasAuxiliary,
  hasVerb,
  isAdverb,
  isAuxiliary,
  isBreak,
  isPast,
  isVerbLike,
  JOINS,
  OF,
  OPENS_CLAUSE,
  PREPOSITIONS,
  RELATIVES,
  type SentenceWord,
  SUBJECT_PRONOUNS,
} from '@/lib/attributions/sentence-words'

/** Words of a sentence by their indices, the last one not included. */
export type WordRun = { from: number; to: number }
/** Who speaks: the noun phrase, what is set behind it between commas, and whether it was taken from further off. */
type FoundSubject = { run: WordRun; apposition: WordRun | null; far: boolean }

const OPENERS =
  /^(?:then|later|now|here|there|as|comme|today|yesterday|tonight|tomorrow|however|meanwhile|still|also|finally|even|just|again|instead|once|thus|hence|so|hier|puis|ensuite|enfin|aussi|ainsi|alors|aujourd'hui|pourtant|cependant|toutefois|néanmoins|or|donc|bref|demain|soudain|and|but|or|yet|et|mais|ou|car|nor|well|oh|yes|no|oui|non|edit|update)$/u
const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|morning|afternoon|evening|night|week|month|year|day|matin|soir|nuit|semaine|mois|an|année|jour|last|next|dernier|dernière|prochain|\d{1,4}|early|late|time|temps|moment)$/u

const comma = (word: SentenceWord | undefined) => word?.low === ','

/** Whether words between commas open a sentence and name nobody: "on Monday", "in a statement", "however". */
function isOpener(words: readonly SentenceWord[], { from, to }: WordRun): boolean {
  const first = words[from]
  if (!first) return true
  if (PREPOSITIONS.has(first.low) && !/^(?:des|du)$/.test(first.low)) return true
  if (OPENERS.test(first.low) && to - from <= 3) return true
  if (isAdverb(first) && to - from === 1) return true
  // "Asked about it", "S’adressant à RT".
  const isDoing = /(?:ing|ant)$|^s'$|^asked$|^interrogé/u.test(first.low) && !ARTICLES.has(first.low)
  if (isDoing && (from === 0 || !first.isCapital)) return true
  for (let at = from; at < to; at++) {
    const word = words[at]
    if (word && !TIME.test(word.low) && !ARTICLES.has(word.low) && !PREPOSITIONS.has(word.low)) return false
  }
  return true
}

/** Takes away what stands before the noun phrase: "And on Monday the army" → "the army". */
function strip(words: readonly SentenceWord[], { from, to }: WordRun): WordRun | null {
  let at = from
  for (let moved = true; moved && at < to; ) {
    moved = false
    const word = words[at]
    if (!word) return null
    if (!word.isWord || (to - at > 1 && (OPENERS.test(word.low) || isAdverb(word)) && !ARTICLES.has(word.low))) {
      at++
      moved = true
    } else if (
      /^(?:de|d')$/.test(word.low) &&
      /^(?:nombreux|nombreuses|hauts|hautes)$/.test(words[at + 1]?.low ?? '')
    ) {
      return { from: at, to }
    } else if (
      (PREPOSITIONS.has(word.low) && word.low !== 'des') ||
      (TIME.test(word.low) && to - at > 1 && word.low !== 'may')
    ) {
      // "On Monday the army", "Avant la réunion le maire": the noun phrase begins behind the preposition's own.
      const own = /^(?:this|last|next|ce|cette)$/.test(words[at - 1]?.low ?? '') ? at + 1 : ownNoun(words, at, to)
      if (own === null) return null
      at = own
      moved = true
    }
  }
  return at < to && !(to - at === 1 && isAdverb(words[at] as SentenceWord)) ? { from: at, to } : null
}

function ownNoun(words: readonly SentenceWord[], from: number, to: number): number | null {
  for (let at = from + 2; at < to; at++) {
    const [before, word] = [words[at - 1], words[at]]
    if (!before || !word) return null
    const begins =
      (ARTICLES.has(word.low) && !OF.has(word.low)) ||
      SUBJECT_PRONOUNS.has(word.low) ||
      (word.isCapital && !before.isCapital && TIME.test(before.low))
    const behindNoun = !PREPOSITIONS.has(before.low) && !ARTICLES.has(before.low) && !JOINS.has(before.low)
    if (begins && behindNoun) return at
    if (
      TIME.test(before.low) &&
      !TIME.test(word.low) &&
      word.isWord &&
      !PREPOSITIONS.has(word.low) &&
      !JOINS.has(word.low)
    )
      return at
  }
  return null
}

/** The noun phrase that ends before an index: "two people", "the mayor of Ely"; null: none. */
function phraseBefore(words: readonly SentenceWord[], end: number): WordRun | null {
  let at = end
  while (at > 0) {
    const word = words[at - 1]
    if (!word || (!word.isWord && word.low !== "'s") || OPENS_CLAUSE.has(word.low) || RELATIVES.has(word.low)) break
    if (isAuxiliary(words, at - 1)) break
    if (ARTICLES.has(word.low)) {
      at--
      const of = words[at - 1]
      // "du maire", "of the town": the phrase goes on before it.
      if (OF.has(word.low) && words[at - 1]?.isWord && !PREPOSITIONS.has(of?.low ?? '')) continue
      if (of && OF.has(of.low)) {
        at--
        continue
      }
      break
    }
    if (SUBJECT_PRONOUNS.has(word.low)) {
      if (at === end) at--
      break
    }
    if (PREPOSITIONS.has(word.low) && !OF.has(word.low)) break
    if (JOINS.has(word.low)) break
    if (at < end && isVerbLike(words, at - 1)) break
    at--
  }
  while (at < end && (isAdverb(words[at] as SentenceWord) || PREPOSITIONS.has(words[at]?.low ?? ''))) {
    if (/^(?:des|du)$/.test(words[at]?.low ?? '')) break
    at++
  }
  return at < end ? { from: at, to: end } : null
}

/** Where the clause of a verb begins: behind the last mark, conjunction or other verb of saying. */
export function clauseStart(words: readonly SentenceWord[], end: number, from: number): number {
  for (let at = end - 1; at >= from; at--) {
    const word = words[at]
    if (!word) continue
    if (word.low === ')') {
      // "The World Health Organisation (WHO) says"
      const opening = words.slice(0, at).findLastIndex(({ low }) => low === '(')
      if (opening < from) return at + 1
      at = opening
      continue
    }
    if (isBreak(word)) return at + 1
    if (!OPENS_CLAUSE.has(word.low)) continue
    const before = words[at - 1]
    const isSuch = before?.low === 'such' || (comma(before) && word.low === 'comme')
    const isThat = word.low === 'that' && (at === 0 || (before !== undefined && !before.isWord))
    const isSi =
      word.low === 'si' &&
      at > 0 &&
      before?.isWord === true &&
      !/^(?:et|mais|ou|que|demander?|savoir)$/.test(before.low)
    if (!isSuch && !isThat && !isSi) return at + 1
  }
  return from
}

const trimRun = (words: readonly SentenceWord[], run: WordRun): WordRun => {
  let { from, to } = run
  while (from < to && (!words[from]?.isWord || JOINS.has(words[from]?.low ?? ''))) from++
  while (to > from && !words[to - 1]?.isWord && words[to - 1]?.low !== "'s") to--
  return { from, to }
}

function partsOf(words: readonly SentenceWord[], { from, to }: WordRun): WordRun[] {
  const parts: WordRun[] = []
  let start = from
  for (let at = from; at <= to; at++)
    if (at === to || comma(words[at])) {
      if (at > start) parts.push({ from: start, to: at })
      start = at + 1
    }
  return parts
}

/** Whether words are a name and nothing else. */
export const isName = (words: readonly SentenceWord[], { from, to }: WordRun) =>
  to > from &&
  words.slice(from, to).every((word) => word.isCapital || /^(?:de|du|van|von|der|al|el|bin|ben|d'|-)$/.test(word.low))

/** The first noun phrase of a clause that has a verb of its own: "The mayor | praised the rescuers and said". */
export function firstPhrase(words: readonly SentenceWord[], run: WordRun): WordRun | null {
  const parts = partsOf(words, run)
  const first = parts.find((part) => !isOpener(words, part)) ?? null
  const bare = first && strip(words, { from: first.from, to: run.to })
  if (!bare) return null
  let at = bare.from
  while (
    at < bare.to &&
    !isVerbLike(words, at) &&
    !(at > bare.from && isPast(words, at)) &&
    !comma(words[at]) &&
    !(CLITICS.has(words[at]?.low ?? '') && !ARTICLES.has(words[at]?.low ?? '') && at > bare.from)
  )
    at++
  const end = RELATIVES.has(words[at - 1]?.low ?? '') ? at - 1 : at
  return end > bare.from && (at < bare.to || end < run.to) ? trimRun(words, { from: bare.from, to: end }) : null
}

/** Who does what a verb says, of the words before it from `from` on. Null: nobody can be made out. */
export function subjectBefore(
  words: readonly SentenceWord[],
  verb: number,
  from: number,
  isGerund: boolean,
): FoundSubject | null {
  let end = verb
  while (
    end > from &&
    (isAdverb(words[end - 1] as SentenceWord) || /^(?:en|by|while)$/.test(words[end - 1]?.low ?? '')) &&
    (isGerund || !/^(?:en|by|while)$/.test(words[end - 1]?.low ?? ''))
  )
    end--
  const before = words[end - 1]
  if (!before || end <= from) return null
  const near = (run: WordRun | null, far = false): FoundSubject | null => run && { run, apposition: null, far }
  if (SUBJECT_PRONOUNS.has(before.low)) return near({ from: end - 1, to: end })
  const start = clauseStart(words, end, from)
  if (
    RELATIVES.has(before.low) ||
    (before.low === 'that' && end - 2 >= from && words[end - 2]?.isWord && !isVerbLike(words, end - 2))
  ) {
    const noun = comma(words[end - 2]) ? end - 2 : end - 1
    return near(phraseBefore(words, noun))
  }
  if (isGerund) {
    if (end < verb || comma(before) || JOINS.has(before.low))
      return near(firstPhrase(words, { from: start, to: end }) ?? firstPhrase(words, { from, to: end }), true)
    const run = phraseBefore(words, end)
    // "…, les gendarmes craignant que": a clause of its own.
    if (run && comma(words[run.from - 1])) return near(run)
    if (run && !hasVerb(words, start, run.from)) return near(run)
    const isObject = run && /^(?:with|avec)$/.test(words[run.from - 1]?.low ?? '')
    return isObject ? near(run) : near(firstPhrase(words, { from: start, to: end }) ?? run, true)
  }
  // "praised the rescuers and said"
  if (JOINS.has(before.low) || (comma(before) && JOINS.has(words[end - 2]?.low ?? '')))
    return near(
      firstPhrase(words, { from: JOINS.has(before.low) ? clauseStart(words, end - 1, from) : start, to: end }),
      true,
    )
  const closed = comma(before)
  // "Ann Lee, who lives where I work, said": what stands between the commas is of her.
  const opening = closed ? words.slice(0, end - 1).findLastIndex((word) => comma(word)) : -1
  const inner = words[opening + 1]
  const isAside =
    opening > from &&
    inner !== undefined &&
    opening < start &&
    (RELATIVES.has(inner.low) || ARTICLES.has(inner.low) || inner.isWord)
  const parts = partsOf(words, {
    from: isAside ? clauseStart(words, opening, from) : start,
    to: closed ? end - 1 : end,
  })
  if (parts.length === 0) return null
  return closed ? closedSubject(words, parts) : openSubject(words, parts)
}

/** "Ann Lee, 59, of Ely, Md., said": the first part, the others behind it. */
function closedSubject(words: readonly SentenceWord[], parts: readonly WordRun[]): FoundSubject | null {
  let first = parts.length - 1
  const isClause = (part: WordRun) => hasVerb(words, part.from, part.to) && !RELATIVES.has(words[part.from]?.low ?? '')
  if (parts[first] && isClause(parts[first] as WordRun) && parts.length === 1) return null
  while (
    first > 0 &&
    !isClause(parts[first - 1] as WordRun) &&
    !SUBJECT_PRONOUNS.has(words[parts[first - 1]?.from ?? 0]?.low ?? '')
  )
    first--
  while (first < parts.length - 1 && isOpener(words, parts[first] as WordRun)) first++
  const [head, last] = [parts[first], parts.at(-1)]
  const run = head && strip(words, head)
  if (!run || !last) return null
  const apposition = first < parts.length - 1 ? { from: (parts[first + 1] as WordRun).from, to: last.to } : null
  return { run: trimRun(words, run), apposition, far: false }
}

function openSubject(words: readonly SentenceWord[], parts: readonly WordRun[]): FoundSubject | null {
  const last = parts.at(-1) as WordRun
  const previous = parts.at(-2)
  const joins = JOINS.has(words[last.from]?.low ?? '')
  // "le directeur de l’usine, Jean Martin a dit"
  if (
    previous &&
    !joins &&
    isName(words, last) &&
    !isOpener(words, previous) &&
    !hasVerb(words, previous.from, previous.to)
  ) {
    const role = strip(words, previous)
    const isRole = role && (ARTICLES.has(words[role.from]?.low ?? '') || words[role.from]?.isCapital)
    if (isRole && !isName(words, role)) return { run: trimRun(words, role), apposition: last, far: false }
  }
  const run = strip(words, last)
  if (!run) return null
  // "The US struck and officials said": the second of two clauses.
  for (let at = run.to - 1; at > run.from; at--)
    if (JOINS.has(words[at]?.low ?? '') && (hasAuxiliary(words, run.from, at) || hasVerb(words, run.from, at)))
      return { run: { from: at + 1, to: run.to }, apposition: null, far: false }
  const relative = words.findIndex(
    (word, at) => at > run.from && at < run.to && (RELATIVES.has(word.low) || word.low === 'that'),
  )
  if (hasAuxiliary(words, run.from, relative < 0 ? run.to : relative)) {
    const nearer = phraseBefore(words, run.to)
    return nearer && nearer.from > run.from ? { run: nearer, apposition: null, far: true } : null
  }
  return { run: trimRun(words, run), apposition: null, far: false }
}
