import { addSpans } from '@/lib/articles/commands/add-spans'
import type { SpanPlace } from '@/lib/articles/schema'
import { isAnswered } from '@/lib/attributions/how-known'
import { chainParts } from '@/lib/attributions/queries'
import type { ChainInput, HopInput } from '@/lib/attributions/schema'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'
import { HowKnown } from '@/prisma/generated/enums'

/** Whose chain it is: a claim's, or an evidence item's. */
export type ChainOwner = { claimId: string; evidenceId: null } | { claimId: null; evidenceId: string }

/** The chain with its hops, sources and anchored words, within the actor's project; null when there is none. */
export const findChain = (ctx: TxCtx, id: string) =>
  ctx.tx.attribution.findFirst({ where: { id, projectId: projectOf(ctx) }, include: chainParts })

export type Chain = NonNullable<Awaited<ReturnType<typeof findChain>>>

type Words = Pick<ChainInput, 'hops' | 'knowsWords'>

const wordsOf = ({ hops, knowsWords }: Words): SpanPlace[] =>
  [...hops.flatMap((hop) => [hop.sourceWords, hop.cueWords]), knowsWords].filter((words) => words !== null)
const spanIdsOf = (chain: Chain): string[] =>
  [...chain.hops.flatMap((hop) => [hop.sourceSpanId, hop.cueSpanId]), chain.knowsSpanId].filter((id) => id !== null)

async function checkSources(ctx: TxCtx, hops: readonly HopInput[]) {
  await requireLiveSources(
    ctx,
    hops.flatMap((hop) => [hop.sourceId, hop.affiliationId, hop.onBehalfOfId]),
  )
}

/** Anchors words that are new; those which the chain has already stay the spans that they are. */
async function anchorWords(ctx: TxCtx, chain: ChainInput, before: Chain | null, articleId: string | null) {
  const words = wordsOf(chain)
  if (!chain.versionId || words.length === 0) return
  const version = await ctx.tx.articleVersion.findFirst({
    where: { id: chain.versionId, projectId: projectOf(ctx) },
    select: { articleId: true },
  })
  refuseIf(
    'invalid',
    foundOr404(version, 'articleVersion').articleId === articleId ? [] : [{ key: 'span.otherArticle' }],
  )
  const ids = words.map(({ id }) => id)
  const kept = await ctx.tx.span.findMany({ where: { id: { in: ids }, projectId: projectOf(ctx) } })
  const had = new Set(before ? spanIdsOf(before) : [])
  for (const span of kept) {
    const asked = words.find(({ id }) => id === span.id)
    // The spans of others are theirs: shared, they would go with this chain's words.
    if (!had.has(span.id) || span.start !== asked?.start || span.end !== asked.end)
      throw new DomainError('conflict', [{ key: 'duplicate' }])
    refuseIf('invalid', span.exact === asked.exact ? [] : [{ key: 'span.otherWords' }])
  }
  const keptIds = new Set(kept.map(({ id }) => id))
  await addSpans(
    ctx,
    chain.versionId,
    words.filter(({ id }) => !keptIds.has(id)),
  )
}

const UNANSWERED = { knows: HowKnown.NOT_ANSWERED, knowsReason: null, knowsSpanId: null }

/** Takes hops and answer away; the words that nothing else is anchored at go with them. */
export async function clearChain(ctx: TxCtx, chain: Chain, keep: Words = { hops: [], knowsWords: null }) {
  const projectId = projectOf(ctx)
  await ctx.tx.hop.deleteMany({ where: { attributionId: chain.id, projectId } })
  if (isAnswered(chain.knows))
    await ctx.tx.attribution.updateMany({ where: { id: chain.id, projectId }, data: UNANSWERED })
  const keptIds = new Set(wordsOf(keep).map(({ id }) => String(id)))
  const dropped = spanIdsOf(chain).filter((id) => !keptIds.has(id))
  await ctx.tx.span.deleteMany({
    where: {
      id: { in: dropped },
      claimSpan: null,
      evidence: { none: {} },
      sourceWordsOf: { none: {} },
      cueWordsOf: { none: {} },
      knowsOf: { none: {} },
    },
  })
}

const insertHops = (ctx: TxCtx, chain: ChainInput) =>
  ctx.tx.hop.createMany({
    data: chain.hops.map(({ said, sourceWords, cueWords, ...hop }, position) => ({
      ...hop,
      projectId: projectOf(ctx),
      attributionId: chain.id,
      position,
      saidVerbatim: said?.verbatim ?? null,
      saidEarliest: dayToDate(said?.earliest ?? null),
      saidLatest: dayToDate(said?.latest ?? null),
      saidPrecision: said?.precision ?? null,
      saidFrom: said?.clock?.from ?? null,
      saidUntil: said?.clock?.until ?? null,
      saidZone: said?.clock?.zone ?? null,
      sourceSpanId: sourceWords?.id ?? null,
      cueSpanId: cueWords?.id ?? null,
    })),
  })

/** Writes the answer to how the text knows, once its words are anchored; an unanswered chain has none. */
async function writeAnswer(ctx: TxCtx, { id, knows, knowsReason, knowsWords }: ChainInput) {
  const answer = isAnswered(knows) ? { knows, knowsReason, knowsSpanId: knowsWords?.id ?? null } : UNANSWERED
  await ctx.tx.attribution.updateMany({ where: { id, projectId: projectOf(ctx) }, data: answer })
}

/** A chain that comes back after a removal goes on counting: no version ever means two contents. */
async function firstVersion(ctx: TxCtx, id: string): Promise<number> {
  const earlier = await ctx.tx.auditEntry.count({ where: { entityId: id, projectId: projectOf(ctx) } })
  return earlier + 1
}

/** Where a chain stood that comes back, and the least version that it has then. */
export type FormerPlace = { position: number; version: number }

async function insertChain(ctx: TxCtx, owner: ChainOwner, id: string, former: FormerPlace | null) {
  const last = await ctx.tx.attribution.aggregate({
    where: { ...owner, projectId: projectOf(ctx) },
    _max: { position: true },
  })
  const position = former?.position ?? (last._max.position ?? -1) + 1
  const version = Math.max(await firstVersion(ctx, id), former?.version ?? 1)
  await ctx.tx.attribution.create({ data: { id, projectId: projectOf(ctx), ...owner, position, version } })
}

async function raiseVersion(ctx: TxCtx, owner: ChainOwner, id: string, version: number) {
  const raised = await ctx.tx.attribution.updateMany({
    where: { id, projectId: projectOf(ctx), ...owner, version },
    data: { version: { increment: 1 } },
  })
  if (raised.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
}

/**
 * Writes a whole chain within the caller's command, who has authorised it and raised the claim's revision. `articleId`
 * is the article in whose text words may be anchored. Answers the chain before (null when new) and after. Throws
 * `not-found` for a foreign source, `invalid` for words elsewhere, `conflict` when the chain changed meanwhile.
 */
export async function writeChain(
  ctx: TxCtx,
  owner: ChainOwner,
  chain: ChainInput,
  articleId: string | null,
  former: FormerPlace | null = null,
) {
  await checkSources(ctx, chain.hops)
  const before = await findChain(ctx, chain.id)
  if (chain.version === null) await insertChain(ctx, owner, chain.id, former)
  else await raiseVersion(ctx, owner, chain.id, chain.version)
  if (before) await clearChain(ctx, before, chain)
  await anchorWords(ctx, chain, before, articleId)
  await insertHops(ctx, chain)
  await writeAnswer(ctx, chain)
  return { before, after: foundOr404(await findChain(ctx, chain.id), 'attribution') }
}
