import { z } from 'zod'
import type { Change } from '@/lib/verdicts/attention'
import { type GroundKind, idAndName } from '@/lib/verdicts/schema'

const nameOf = (value: unknown): string | null => idAndName.safeParse(value).data?.name ?? null
const wordsOf = (value: unknown): string | null => z.string().safeParse(value).data ?? null
const hops = z.array(z.object({ source: idAndName }))
const originOf = (value: unknown): string | null => hops.safeParse(value).data?.at(-1)?.source.name ?? null

// What each is called by a person: its own words, else whom it is of.
const CALLED: Record<GroundKind, (state: Record<string, unknown>) => string | null> = {
  claim: ({ wording }) => wordsOf(wording),
  figure: ({ verbatim }) => wordsOf(verbatim),
  warning: ({ issuer }) => nameOf(issuer),
  attribution: (state) => originOf(state.hops),
  evidence: ({ quote, source, url }) => wordsOf(quote) ?? nameOf(source) ?? wordsOf(url),
  source: ({ name }) => wordsOf(name),
  origins: () => null,
  link: ({ claim }) => nameOf(claim),
  articleVersion: ({ article }) => nameOf(article),
  reply: ({ source }) => nameOf(source),
}

/** What a reader calls the thing that has changed; null where nothing of it was kept, or it has no name. */
export function changedThing({ kind, before, after }: Change): string | null {
  const state = after?.state ?? before?.state
  return state ? CALLED[kind](state) : null
}
