import { LOCKED_STATES } from '@/lib/claims/lock'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Anchoring } from '@/lib/text/anchor-candidates'
import { type Span, spanAt } from '@/lib/text/span'
import { type CurrentSpan, currentSpans } from '@/lib/versions/queries/current-spans'

type Found = CurrentSpan & { found: Anchoring }
type Carried = { of: CurrentSpan; id: string; span: Span }

/** What may be anchored without a person: the very words, of what is not under review. What is quoted elsewhere stays as it is quoted. */
const isCarried = ({ kind, state, found }: Found) =>
  found.outcome === 'exact' && kind !== 'EVIDENCE' && state !== null && !LOCKED_STATES.includes(state)

const candidatesOf = (found: Anchoring) => {
  if (found.outcome === 'ambiguous') return found.candidates
  if (found.outcome === 'orphaned') return []
  const { start, end } = found
  return [{ start, end, similarity: found.outcome === 'exact' ? 1 : found.similarity }]
}

/** Moves the words of chains to their spans in the new text: the same words, so that nothing that was judged is another. */
export async function moveWords(ctx: TxCtx, moved: readonly { of: CurrentSpan; id: string }[]) {
  const projectId = projectOf(ctx)
  for (const kind of ['SOURCE_WORDS', 'CUE_WORDS'] as const) {
    const of = moved.filter((each) => each.of.kind === kind)
    const [hops, ids] = [of.map((each) => each.of.hopId ?? ''), of.map(({ id }) => id)]
    if (of.length === 0) continue
    if (kind === 'SOURCE_WORDS')
      await ctx.tx.$executeRaw`UPDATE "Hop" h SET "sourceSpanId" = m."to"
        FROM unnest(${hops}::uuid[], ${ids}::uuid[]) AS m("id", "to") WHERE h."id" = m."id" AND h."projectId" = ${projectId}::uuid`
    else
      await ctx.tx.$executeRaw`UPDATE "Hop" h SET "cueSpanId" = m."to"
        FROM unnest(${hops}::uuid[], ${ids}::uuid[]) AS m("id", "to") WHERE h."id" = m."id" AND h."projectId" = ${projectId}::uuid`
  }
  const knows = moved.filter(({ of }) => of.kind === 'KNOWS_WORDS')
  const chains = [...new Set(moved.flatMap(({ of }) => of.attributionId ?? []))]
  if (knows.length > 0)
    await ctx.tx.$executeRaw`UPDATE "Attribution" a SET "knowsSpanId" = m."to"
      FROM unnest(${knows.map(({ of }) => of.attributionId ?? '')}::uuid[], ${knows.map(({ id }) => id)}::uuid[]) AS m("id", "to")
      WHERE a."id" = m."id" AND a."projectId" = ${projectId}::uuid`
  // Whoever has the chain open sees that its words stand elsewhere now.
  await ctx.tx.attribution.updateMany({
    where: { id: { in: chains }, projectId },
    data: { version: { increment: 1 } },
  })
}

/**
 * Beside each thing that stands in an article's earlier texts, writes where its words stand in the new one, and anchors there what
 * stands as it was. `places`: as found before the transaction; `conflict` when something came in since. Answers what was carried, and
 * what waits for a person.
 */
export async function carryExact(
  ctx: TxCtx,
  articleId: string,
  to: { id: string; text: string },
  places: ReadonlyMap<string, Anchoring>,
) {
  const projectId = projectOf(ctx)
  // Locked, so that no claim enters review between reading its state and adding to its spans; in the order in which others wait.
  await ctx.tx
    .$queryRaw`SELECT 1 FROM "Claim" WHERE "deletedAt" IS NULL AND "articleId" = ${articleId}::uuid ORDER BY "id" FOR UPDATE`
  const all = (await currentSpans(ctx.tx, projectId, articleId)).map((span): Found => {
    const found = places.get(span.id)
    if (!found) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    return { ...span, found }
  })
  const carried = all.filter(isCarried).flatMap((of): Carried[] => {
    const made = 'start' in of.found ? spanAt(to.text, of.found.start, of.found.end) : null
    return made?.ok ? [{ of, id: newId(), span: made.span }] : []
  })
  const takenIds = new Map(carried.map(({ of, id }) => [of.id, id]))
  const passages = carried.filter(({ of }) => of.kind === 'PASSAGE')
  await ctx.tx.span.createMany({
    data: carried.map(({ id, span }) => ({ id, projectId, versionId: to.id, ...span })),
  })
  const last = await lastPositions(ctx, passages)
  await ctx.tx.claimSpan.createMany({
    data: passages.map(({ of, id }) => ({
      claimId: of.claimId,
      spanId: id,
      position: (last.get(of.claimId) ?? 0) + 1 + of.position,
    })),
  })
  await moveWords(ctx, carried)
  await ctx.tx.anchoring.createMany({
    data: all.map(({ id, kind, claimId, found }) => {
      const takenSpanId = takenIds.get(id) ?? null
      const settled = takenSpanId ? { state: 'TAKEN' as const, settledAt: ctx.now, settledById: ctx.actor.userId } : {}
      return {
        ...{ id: newId(), projectId, articleId, versionId: to.id, spanId: id, claimId, kind, takenSpanId, ...settled },
        outcome: OUTCOMES[found.outcome],
        candidates: candidatesOf(found),
      }
    }),
  })
  const stayed = all.filter(({ id, kind }) => kind !== 'EVIDENCE' && !takenIds.has(id))
  return {
    carried: carried.map(({ of, id }) => ({ claimId: of.claimId, from: of.id, to: id })),
    stayed: stayed.map(({ id, claimId, found, state }) => ({
      ...{ claimId, spanId: id, outcome: found.outcome, locked: state !== null && LOCKED_STATES.includes(state) },
    })),
  }
}

const OUTCOMES = { exact: 'EXACT', moved: 'MOVED', ambiguous: 'AMBIGUOUS', orphaned: 'ORPHANED' } as const

async function lastPositions(ctx: TxCtx, passages: readonly Carried[]): Promise<Map<string, number>> {
  const rows = await ctx.tx.claimSpan.groupBy({
    by: ['claimId'],
    where: { claimId: { in: passages.map(({ of }) => of.claimId) } },
    _max: { position: true },
  })
  return new Map(rows.map(({ claimId, _max }) => [claimId, _max.position ?? 0]))
}
