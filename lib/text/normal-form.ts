// Unicode's normal forms sort a run of marks in quadratic time: a page of them would stop the server. The "stream-safe" form
// (UAX #15) breaks such runs with a grapheme joiner after 30 marks; no language writes that many.
const LONG_RUN_OF_MARKS = /((?:(?!\u034f)\p{M}){30})(?=(?!\u034f)\p{M})/gu
const HAS_LONG_RUN = /\p{M}{31}/u

/** A text in which no run of combining marks is long enough to make its normalisation slow. */
export const boundMarks = (text: string) =>
  HAS_LONG_RUN.test(text) ? text.replace(LONG_RUN_OF_MARKS, '$1\u034f') : text

/** A text in one of Unicode's normal forms, in time linear in its length: the one place that asks the engine for them. */
export const normalForm = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD') => boundMarks(text).normalize(form)
