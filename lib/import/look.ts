import type { Reason } from '@/lib/errors'
import type { ReadText } from '@/lib/import/received'

type Read = Pick<ReadText, 'certain' | 'encoding' | 'doubtful' | 'mojibake' | 'unreadable' | 'facts'>

const SHOWN_WORDS = 6
const inWords = (words: readonly string[]) => words.slice(0, SHOWN_WORDS).join(', ')

/** Why letters of a text that was read may be wrong: it is not taken in before somebody has said so. */
export const doubtsOfLetters = ({ certain, encoding, doubtful, mojibake, unreadable }: Read): Reason[] => [
  ...(certain ? [] : [{ key: 'import.lookEncoding', values: { encoding: encoding ?? '', words: inWords(doubtful) } }]),
  ...(mojibake && !mojibake.mended
    ? [{ key: 'import.lookMisread', values: { words: inWords(mojibake.words.map(({ after }) => after)) } }]
    : []),
  ...(unreadable > 0 ? [{ key: 'import.lookDamaged', values: { count: unreadable } }] : []),
]

/** What else somebody may want to look at, with the article that is there: a date in doubt is left open. */
export const doubtsOfFacts = ({ facts }: Read): Reason[] =>
  facts.date?.doubt
    ? [{ key: 'import.lookDate', values: { words: facts.date.date?.verbatim ?? facts.date.others[0]?.verbatim ?? '' } }]
    : []
