import { authorise, type Permission } from '@/lib/auth/permissions'
import { holdClaims, loadClaim } from '@/lib/claims/commands/claim-access'
import type { TxCtx } from '@/lib/context'
import { type Reason, refuseIf } from '@/lib/errors'
import { ReviewState } from '@/prisma/generated/enums'

type ClaimWithAccess = Awaited<ReturnType<typeof loadClaim>>

// Unlike what a claim itself states, its counting may change while it is in review or approved: its verdict then asks
// for attention.
const refusals = ({ claim }: ClaimWithAccess): Reason[] => [
  ...(claim.state === ReviewState.DROPPED ? [{ key: 'claim.dropped' }] : []),
  ...(claim.article.archivedAt ? [{ key: 'article.archived' }] : []),
]

/** The claim whose counting is to be changed. `not-found`, `forbidden`; refused when it is dropped or archived. */
export async function loadCountedClaim(ctx: TxCtx, id: string, permission: Permission) {
  const loaded = await loadClaim(ctx, id)
  authorise(permission, loaded.facts)
  refuseIf('refused', refusals(loaded))
  return loaded.claim
}

/** The same to take back what was said of it: others are counted with it, even where it stands still itself. */
export async function loadClaimSaidOf(ctx: TxCtx, id: string, permission: Permission) {
  const loaded = await loadClaim(ctx, id)
  authorise(permission, loaded.facts)
  return loaded.claim
}

/**
 * Two claims that are to be counted together or apart: whoever works on either of them may say so. Together only while
 * neither stands still; apart while one of them is still worked on.
 */
export async function loadCountedClaims(
  ctx: TxCtx,
  [oneId, otherId]: readonly [string, string],
  permission: 'claim:link' | 'claim:unlink',
) {
  await holdClaims(ctx, [oneId, otherId])
  const [one, other] = [await loadClaim(ctx, oneId), await loadClaim(ctx, otherId)]
  const isAssignee = Boolean(one.facts.isAssignee || other.facts.isAssignee)
  authorise(permission, { ...one.facts, isAssignee })
  const [ofOne, ofOther] = [refusals(one), refusals(other)]
  const isHalfOpen = ofOne.length === 0 || ofOther.length === 0
  refuseIf('refused', permission === 'claim:unlink' && isHalfOpen ? [] : [...ofOne, ...ofOther])
  return [one.claim, other.claim] as const
}
