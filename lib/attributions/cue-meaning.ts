import { type CueMeaning, cueForms } from '@/lib/attributions/cue-verbs'

// More words than that are no cue.
const MOST = 40

/** What words that somebody chose as a cue say of the speech; null where they are no verb of saying. */
export function meaningOf(words: string): CueMeaning | null {
  const all = words
    .slice(0, 1000)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u, MOST)
  const forms = all.flatMap((word) => cueForms(word))
  // An auxiliary or a noun beside the verb is none: the last of them is.
  return forms.at(-1)?.verb ?? null
}
