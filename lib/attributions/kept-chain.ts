import { z } from 'zod'
import { type ChainInput, chainInput } from '@/lib/attributions/schema'
import { saidOn } from '@/lib/fields'
import { DatePrecision } from '@/prisma/generated/enums'

// What the history keeps of a chain, read back: enough to put it back as it was. A row that lacks a field of today was written
// before there was one, and does not say what it would hold.

const words = z
  .object({ id: z.uuid(), versionId: z.uuid(), start: z.int(), end: z.int(), exact: z.string() })
  .nullable()
const id = z.uuid().nullable()
const text = z.string().nullable()
const day = z.coerce.date().nullable()

const keptHop = z.object({
  ...{ id: z.uuid(), sourceId: z.uuid(), affiliationId: id, onBehalfOfId: id },
  ...{ speechAct: z.string(), certainty: z.string(), form: z.string(), basis: z.string(), reading: z.string() },
  ...{ saidVerbatim: text, saidEarliest: z.preprocess(asDay, day), saidLatest: z.preprocess(asDay, day) },
  ...{ saidPrecision: z.enum(DatePrecision).nullable(), saidFrom: text, saidUntil: text, saidZone: text },
  ...{ sourceSpan: words, cueSpan: words },
})

export const keptChain = z.object({
  ...{ id: z.uuid(), claimId: z.uuid(), position: z.int(), version: z.int() },
  ...{ knows: z.string(), knowsReason: text, knowsSpan: words, hops: z.array(keptHop) },
})
export type KeptChain = z.output<typeof keptChain>

// An absent day is null, and a missing field stays missing.
function asDay(kept: unknown) {
  return typeof kept === 'string' ? new Date(kept) : kept === null ? null : undefined
}

const given = z.array(z.object({ chain: z.unknown() }))

/** The chains that one side of a row tells of: one, those that were given to several claims, or none. */
export function chainsIn(kept: unknown): unknown[] {
  const copies = given.safeParse(kept)
  if (copies.success && copies.data.every(({ chain }) => chain !== undefined))
    return copies.data.map(({ chain }) => chain)
  if (Array.isArray(kept)) return kept
  return typeof kept === 'object' && kept !== null && 'hops' in kept ? [kept] : []
}

/** The claim whose chain it is, as the history keeps it. */
export const ownerOf = (kept: unknown): string | null =>
  z.object({ claimId: z.uuid() }).safeParse(kept).data?.claimId ?? null

const spansOf = ({ hops, knowsSpan }: KeptChain) =>
  [...hops.flatMap((hop) => [hop.sourceSpan, hop.cueSpan]), knowsSpan].filter((span) => span !== null)

/** The words of one chain that another does not have. */
export function missingWords(of: KeptChain, other: KeptChain | null) {
  const there = new Set((other ? spansOf(other) : []).map((span) => span.id))
  return spansOf(of).filter((span) => !there.has(span.id))
}

const placeOf = (span: z.output<typeof words>) =>
  span && { id: span.id, start: span.start, end: span.end, exact: span.exact }

/** The chain as it would be saved; null where its rules have changed since. `versionId`: the text in which its words stand. */
export function chainInputFrom(kept: KeptChain, version: number | null, versionId: string | null): ChainInput | null {
  const { knows, knowsReason, knowsSpan, hops } = kept
  const asked = chainInput.safeParse({
    ...{ id: kept.id, version, versionId: versionId ?? spansOf(kept)[0]?.versionId ?? null },
    ...{ knows, knowsReason, knowsWords: placeOf(knowsSpan) },
    hops: hops.map(({ sourceSpan, cueSpan, ...hop }) => ({
      ...hop,
      said: saidOn(hop),
      ...{ sourceWords: placeOf(sourceSpan), cueWords: placeOf(cueSpan) },
    })),
  })
  return asked.success ? asked.data : null
}

/** True when both say the same in the same words, wherever they stand in the claim's list. */
export const isSameChain = (one: KeptChain | null, other: KeptChain | null): boolean =>
  one === null || other === null
    ? one === other
    : JSON.stringify(chainInputFrom(one, null, null)) === JSON.stringify(chainInputFrom(other, null, null))
