import { type ClaimState, differsForVerdict, sameWords, stateOf } from '@/lib/claims/claim-state'
import type { loadClaim } from '@/lib/claims/commands/claim-access'
import type { TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'

type ClaimToWrite = Awaited<ReturnType<typeof loadClaim>>['claim']

/** The state of a loaded claim, as the audit log keeps it. */
export const loadedState = (claim: ClaimToWrite): ClaimState =>
  stateOf(
    claim,
    claim.spans.map(({ span }) => span),
  )

/**
 * Writes a claim's next state over the one that was loaded: raises its version, and its revision where a verdict would
 * rest on the change. The spans must exist. Throws `conflict` when the claim is at another version by now.
 */
export async function writeClaim(
  ctx: TxCtx,
  claim: ClaimToWrite,
  seenVersion: number,
  next: Partial<Pick<ClaimState, 'category' | 'checked' | 'wording' | 'tags' | 'spans' | 'deleted'>>,
) {
  const before = loadedState(claim)
  const wanted = { ...before, ...next }
  const written = await ctx.tx.claim.updateManyAndReturn({
    where: { id: claim.id, projectId: claim.projectId, version: seenVersion, state: claim.state },
    data: {
      category: wanted.category,
      checked: wanted.checked,
      wording: wanted.wording,
      tags: wanted.tags,
      deletedAt: wanted.deleted ? (claim.deletedAt ?? ctx.now) : null,
      version: { increment: 1 },
      ...(differsForVerdict(before, wanted) ? { revision: { increment: 1 } } : {}),
    },
  })
  const row = written[0]
  if (!row) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  if (!sameWords(before, wanted)) {
    await ctx.tx.claimSpan.deleteMany({ where: { claimId: claim.id } })
    await ctx.tx.claimSpan.createMany({
      data: wanted.spans.map((span, position) => ({ claimId: claim.id, spanId: span.id, position })),
    })
  }
  return { before, after: stateOf(row, wanted.spans) }
}
