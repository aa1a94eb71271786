import type { Utf16Range } from '@/lib/text/code-points'

/** A word or a mark of a sentence, in UTF-16 of its text; `low`: in small letters, with one kind of apostrophe. */
export type SentenceWord = Utf16Range & { low: string; isWord: boolean; isCapital: boolean }

// "U.S.", "M.", "Gov." keep their point; "l’", "qu’" stand alone, and so do "’s" and "n’t".
const WORDS =
  /(?:\p{Lu}\.){2,}|(?:M|MM|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|Prof|St|Jr|Sr|Md|La|Inc|Corp|Co|Ltd)\.(?=[\s,])|\p{Lu}\.(?=\s\p{Lu})|(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’'](?=\p{L})|[’'](?:s|ll|d|ve|re|m)(?!\p{L})|(?:\p{L}|\p{M}|\p{N})+(?:(?:[-‑.](?=[\p{L}\p{N}])|[’'](?!(?:s|ll|d|ve|re|m)(?!\p{L}))(?=\p{L}))(?:\p{L}|\p{M}|\p{N})+)*|--|''|[^\s]/giu

/** The words and marks of a part of a text. */
export function wordsOf(text: string, { start, end }: Utf16Range): SentenceWord[] {
  return Array.from(text.slice(start, end).matchAll(WORDS), (match) => {
    const [word] = match
    return {
      start: start + match.index,
      end: start + match.index + word.length,
      // "UN", "US", "WHO" are no small words.
      low: /^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase().replaceAll('’', "'"),
      isWord: /[\p{L}\p{N}]/u.test(word),
      isCapital: /^\p{Lu}/u.test(word),
    }
  })
}

const set = (words: string) => new Set(words.trim().split(/\s+/))

export const ARTICLES =
  set(`the a an this these those some several many most all every each no his her its their our my your another any both
  two three four five six seven eight nine ten one
  le la les l' un une des du ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos certains certaines plusieurs quelques chaque
  aucun aucune deux trois quatre cinq`)
export const PREPOSITIONS =
  set(`of in on at by for with from to into about after before against under over between during since until through
  without within among across toward towards near despite amid alongside following upon outside inside beyond per via
  de d' à au aux du des en dans sur sous par pour avec sans chez vers entre contre depuis pendant lors selon après avant malgré dès envers
  face outre via devant derrière voici voilà auprès`)
export const OF = set("of de d' du des")
export const SUBJECT_PRONOUNS = set(
  `he she they it we i you il elle ils elles on nous vous je j' tu celui-ci celle-ci ceux-ci celles-ci`,
)
export const CLITICS = set(`l' le la les lui leur se s' me m' te t' nous vous y en ne n'`)
/** What asks or leads into a clause: whoever speaks stands behind it. */
export const OPENS_CLAUSE =
  set(`that because while whereas if when although though whether how what why where unless once whenever wherever than
  que qu' lorsque lorsqu' quand si parce puisque puisqu' car mais but alors tandis dont où lequel laquelle lesquels lesquelles auquel auxquels
  duquel pourquoi comment nor combien`)
export const RELATIVES = set('who which qui')
export const JOINS = set('and or but et ou mais yet so puis')
export const AUXILIARIES =
  set(`is are was were be been being am has have had having do does did will would shall should can could may might must
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't cannot 'll 've 're 'm
  a ont avait avaient aura auront aurait auraient eut est sont était étaient sera seront serait seraient fut furent ait soit aient soient
  peut peuvent pouvait pourra pourrait doit doivent devait devrait devra va vont allait veut veulent voulait fait font`)
const ADVERB =
  /^(?:.{3,}ly|.{2,}(?:am|em|[aiu])ment|also|just|even|only|still|again|then|later|once|now|since|already|often|never|ever|too|reportedly|instead|further|soon|aussi|encore|ensuite|déjà|depuis|même|lui-même|elle-même|eux-mêmes|himself|herself|themselves|itself|bien|toujours|jamais|notamment|alors|enfin|ainsi|donc|pourtant|cependant|toutefois|néanmoins|d'ailleurs|longtemps|souvent|however|therefore|meanwhile|nevertheless|moreover|furthermore|rather|quite|very|plus|toutefois|hier|yesterday|today|aujourd'hui|tôt|tard|publicly|depuis)$/u
const NO_ADVERB =
  /^(?:family|italy|july|assembly|ally|reply|rally|supply|police|fly|bully|only child|monopoly|anomaly|sicily|emily|kelly|sally|billy|beverly|molly|holly|reilly|daly|connolly|donnelly|gouvernement|parlement|document|mouvement|bâtiment|département|appartement|médicament|règlement|jugement|avertissement|commandement|fondement|ciment|moment|logement|événement|bombardement|armement|changement|paiement|enseignement|monument|argument|instrument|établissement|licenciement|lament|testament|firmament|parliament|ament|sacrament|filament)$/u

export const isAdverb = ({ low }: SentenceWord): boolean => ADVERB.test(low) && !NO_ADVERB.test(low)

const OPENING_MARK = /^[«“„"‘‹<`]$/u
export const isQuoteMark = ({ low }: SentenceWord): boolean => /^(?:[«»“”„"‘‹›<>`]|'')$/u.test(low)
export const opensQuote = ({ low }: SentenceWord): boolean => OPENING_MARK.test(low)
/** Marks that part what different people say: everything but commas and the inside of words. */
export const isBreak = (word: SentenceWord): boolean => /^(?:[;:!?…–—()[\]]|--)$/.test(word.low) || isQuoteMark(word)

const IRREGULAR =
  set(`went took gave made left met won lost came saw got began became held kept led brought sent spent sat stood ran rose fell grew
  broke chose drove flew built bought caught taught fought sought heard paid set put cut hit let beat struck shot knew thought wrote spoke told
  wore drew threw died withdrew swore tore bore hid rode forgot shook woke stole froze fed bid bled dealt dug fled hung laid lent lit meant slid sank sang spent stuck swept swam understood wound lies lie dit vient prend met voit sait tient`)

/** Whether a word is an auxiliary: "a" only in French, before a participle. */
export function isAuxiliary(words: readonly SentenceWord[], at: number): boolean {
  const low = words[at]?.low ?? ''
  return (
    AUXILIARIES.has(low) && (low !== 'a' || isFrenchA(words, at)) && !(low === 'est' && words[at]?.isCapital === true)
  )
}

/** Whether a word is the verb of its clause, as far as it and its neighbour tell. */
export function isVerbLike(words: readonly SentenceWord[], at: number): boolean {
  const word = words[at]
  if (!word?.isWord) return false
  if (AUXILIARIES.has(word.low)) return isAuxiliary(words, at)
  if ((word.isCapital && at > 0) || PREPOSITIONS.has(word.low) || ARTICLES.has(word.low) || OPENS_CLAUSE.has(word.low))
    return false
  const [before, next] = [words[at - 1], words[at + 1]]
  if (before && (ARTICLES.has(before.low) || PREPOSITIONS.has(before.low))) return false
  if (IRREGULAR.has(word.low)) return true
  const goesOn =
    next && (ARTICLES.has(next.low) || PREPOSITIONS.has(next.low) || SUBJECT_PRONOUNS.has(next.low) || isAdverb(next))
  return (
    Boolean(goesOn) &&
    /^\p{Ll}{2,}(?:ed|[^s]s)$/u.test(word.low) &&
    !/(?:ons|ers|ors|ies|ents|ians|ists|ees|als|ics|us)$/u.test(word.low)
  )
}

/** "a" is an auxiliary in French: before a participle or an adverb, behind a noun. */
function isFrenchA(words: readonly SentenceWord[], at: number): boolean {
  const [next, second] = [words[at + 1], words[at + 2]]
  const isParticiple = (word: SentenceWord | undefined) =>
    word !== undefined && /(?:é|i|u|it|is|ert|té)e?s?$/u.test(word.low)
  return (
    isParticiple(next) ||
    (next !== undefined && (isAdverb(next) || /^(?:pas|été|eu)$/.test(next.low)) && (isParticiple(second) || true))
  )
}

/** The same of what only a clause of its own has: an auxiliary. */
export const hasAuxiliary = (words: readonly SentenceWord[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (isAuxiliary(words, at)) return true
  return false
}

/** Whether a word may be a past tense behind its subject: "police arrested protesters". */
export const isPast = (words: readonly SentenceWord[], at: number): boolean => {
  const [before, word] = [words[at - 1], words[at]]
  if (!before?.isWord || !word || !/^\p{Ll}{2,}ed$/u.test(word.low)) return false
  return !ARTICLES.has(before.low) && !PREPOSITIONS.has(before.low) && !JOINS.has(before.low) && !isAdverb(before)
}

export const hasVerb = (words: readonly SentenceWord[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (isVerbLike(words, at)) return true
  return false
}
