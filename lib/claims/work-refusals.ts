import { type Permission, permissionRefusals } from '@/lib/auth/permissions'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'

/** Why this person cannot do this to a claim now: what they may, and what stands still (under review, archived). */
export const workRefusals = (claim: Pick<ClaimView, 'facts' | 'refusals'>, permission: Permission): Reason[] => [
  ...permissionRefusals(permission, claim.facts),
  ...claim.refusals.locked,
]
