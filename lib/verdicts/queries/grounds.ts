import { createHash } from 'node:crypto'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { groundsText } from '@/lib/verdicts/grounds'
import { foundationsIn } from '@/lib/verdicts/queries/foundations'
import type { RestsOn } from '@/lib/verdicts/schema'

/** A short name for what a verdict would rest on: whoever judges hands back the one that was shown. */
export const groundsKeyOf = (grounds: RestsOn): string =>
  createHash('sha256').update(groundsText(grounds)).digest('base64url').slice(0, 22)

/**
 * The name of what a verdict on the claim would rest on now. Asked before anything of it is read for a screen: what changes
 * in between is then read again for nothing, and never left unread.
 */
export async function getGroundsKey(ctx: Ctx, claimId: string): Promise<string> {
  authorise('project:read', ctx.actor)
  return groundsKeyOf((await foundationsIn(ctx.db, projectOf(ctx), [claimId])).get(claimId) ?? [])
}
