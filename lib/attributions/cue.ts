import type { CueMeaning } from '@/lib/attributions/cue-verbs'
import type { Utf16Range } from '@/lib/text/code-points'

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
  /** `introduces`: what follows; `follows`: what stands before it; `amid`: both; `around`: the whole sentence ("selon"). */
  reach: 'introduces' | 'follows' | 'amid' | 'around'
  /** A clause or a quotation is what is said: nobody's doing ("confirmed the order") is taken for it. */
  states: boolean
  /** Who speaks was found further off than beside the verb. */
  far: boolean
}
