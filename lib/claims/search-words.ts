/** What a search asks for: all of `words` and `phrases`, and none of `not`. */
export type SearchWords = { words: string[]; phrases: string[]; not: string[] }

// A minus stands before a word that is not wanted, quotation marks of any kind around a phrase. What is never closed ends with the search.
const PARTS = /(?<!\S)(?<not>[-‑−–])?(?:["“„”«](?<phrase>[^"“”»]*)(?:["“”»]|$)|(?<word>\S+))/gu
const HAS_WORDS = /[\p{L}\p{N}]/u

/** Reads what somebody typed into a search field. Linear in its length. */
export function searchWords(typed: string): SearchWords {
  const found: SearchWords = { words: [], phrases: [], not: [] }
  for (const { groups } of typed.matchAll(PARTS)) {
    const said = (groups?.phrase ?? groups?.word ?? '').trim()
    if (!HAS_WORDS.test(said)) continue
    if (groups?.not) found.not.push(said)
    else if (groups?.phrase === undefined) found.words.push(said)
    else found.phrases.push(said)
  }
  return found
}
