import { addSpans } from '@/lib/articles/commands/add-spans'
import { command, type Done } from '@/lib/audit/record'
import { raiseRevision } from '@/lib/claims/commands/claim-access'
import { personOf, type TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { type AnchoringRow, belongingOf, loadAnchoring } from '@/lib/versions/commands/anchoring-access'
import { moveWords } from '@/lib/versions/commands/carry-exact'
import { anchoringInput, takeAnchoringInput } from '@/lib/versions/schema'
import type { AnchoringState } from '@/prisma/generated/client'

type Settled = { id: string; state: AnchoringState }

const doneWith = (row: AnchoringRow, state: AnchoringState, after: object): Done<Settled> => ({
  result: { id: row.id, state },
  entityId: row.id,
  articleId: row.articleId,
  claimId: row.claimId,
  before: { state: row.state, spanId: row.spanId, takenSpanId: row.takenSpanId, exact: row.span.exact },
  after: { state, kind: row.kind, versionId: row.versionId, ...after },
})

/** Writes how it is settled over the state that was loaded. `conflict` where it is another by now. */
async function writeState(ctx: TxCtx, row: AnchoringRow, state: AnchoringState, takenSpanId: string | null) {
  const settled =
    state === 'OPEN' ? { settledAt: null, settledById: null } : { settledAt: ctx.now, settledById: personOf(ctx) }
  const written = await ctx.tx.anchoring.updateMany({
    where: { id: row.id, projectId: row.projectId, state: row.state },
    data: { state, takenSpanId, ...settled },
  })
  if (written.count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
}

function requireOpen(row: AnchoringRow) {
  if (row.state !== 'OPEN') throw new DomainError('conflict', [{ key: 'anchoring.settledAlready' }])
  const of = belongingOf(row, row.span)
  if (!of) throw new DomainError('conflict', [{ key: 'anchoring.gone' }])
  return of
}

/**
 * Anchors words of an earlier text at a place of the newest. Other words than those make another revision of the claim, so that a
 * verdict on it is looked at again. `conflict` when somebody else has settled it.
 */
export const takeAnchoring = command('anchoring:take', takeAnchoringInput, async (ctx, input) => {
  const { row, claim } = await loadAnchoring(ctx, input.id)
  const of = requireOpen(row)
  const { spans } = await addSpans(ctx, row.versionId, [input.place])
  const span = spans[0]
  if (!span) throw new DomainError('invalid', [{ key: 'span.blank' }])
  if (span.exact !== row.span.exact) await raiseRevision(ctx, claim)
  if (row.kind === 'PASSAGE') {
    const position = Math.max(0, ...claim.spans.map((each) => each.position)) + 1
    await ctx.tx.claimSpan.create({ data: { claimId: claim.id, spanId: span.id, position } })
  } else await moveWords(ctx, [{ of, id: span.id }])
  await writeState(ctx, row, 'TAKEN', span.id)
  return doneWith(row, 'TAKEN', { takenSpanId: span.id, exact: span.exact })
})

/** Says that the newest text does not have these words: they stay on theirs, and nobody is asked again. */
export const letGoAnchoring = command('anchoring:letGo', anchoringInput, async (ctx, input) => {
  const { row } = await loadAnchoring(ctx, input.id)
  requireOpen(row)
  await writeState(ctx, row, 'LET_GO', null)
  return doneWith(row, 'LET_GO', {})
})

/** Takes back how it was settled. `conflict` where the words have been marked otherwise since. */
export const reopenAnchoring = command('anchoring:reopen', anchoringInput, async (ctx, input) => {
  const { row, claim } = await loadAnchoring(ctx, input.id)
  if (row.state === 'OPEN') throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  if (row.state === 'TAKEN') {
    const of = row.takenSpan && belongingOf(row, row.takenSpan)
    if (!of) throw new DomainError('conflict', [{ key: 'anchoring.gone' }])
    if (row.kind === 'PASSAGE') {
      // What a claim stands on goes with another revision alone.
      await raiseRevision(ctx, claim)
      await ctx.tx.claimSpan.deleteMany({ where: { claimId: claim.id, spanId: of.id } })
    } else {
      if (of.exact !== row.span.exact) await raiseRevision(ctx, claim)
      await moveWords(ctx, [{ of, id: row.spanId }])
    }
  }
  await writeState(ctx, row, 'OPEN', null)
  return doneWith(row, 'OPEN', {})
})
