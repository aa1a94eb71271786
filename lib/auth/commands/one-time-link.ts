import { createHmac, randomBytes } from 'node:crypto'
import { findLink, hashOfToken } from '@/lib/auth/queries'
import type { TxCtx } from '@/lib/context'
import type { Db, Tx } from '@/lib/db'
import { authSecret } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { OneTimeLinkKind } from '@/prisma/generated/client'

const VALID_FOR = 7 * 24 * 60 * 60 * 1000

export const randomToken = (): string => randomBytes(32).toString('base64url')

/**
 * The token of the link that this command makes. Nothing but its hash is ever stored, and yet a repeated command has to answer the same
 * link: so it is derived from the command id with the server's secret.
 */
export const tokenOfCommand = (commandId: string): string =>
  createHmac('sha256', authSecret()).update(`one-time-link:${commandId}`).digest('base64url')

/** Stores a link; unused ones of the same kind for the same person end now. */
export async function insertLink(
  tx: Tx | Db,
  link: { kind: OneTimeLinkKind; token: string; userId: string | null; createdById: string | null; now: Date },
) {
  const { kind, token, userId, createdById, now } = link
  await tx.oneTimeLink.updateMany({
    where: { kind, userId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  const expiresAt = new Date(now.getTime() + VALID_FOR)
  return tx.oneTimeLink.create({
    data: { id: newId(), kind, tokenHash: hashOfToken(token), userId, createdById, createdAt: now, expiresAt },
  })
}

/** Uses a link up and answers it. Of two who try at once, one gets it. Throws `refused` with what is wrong with the link. */
export async function spendLink(ctx: TxCtx, kind: OneTimeLinkKind, token: string) {
  const { link, refusal } = await findLink(ctx.tx, kind, token, ctx.now)
  if (!link || refusal) throw new DomainError('refused', [{ key: refusal ?? 'auth.linkUnknown' }])
  const used = await ctx.tx.oneTimeLink.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: ctx.now } })
  if (used.count !== 1) throw new DomainError('refused', [{ key: 'auth.linkUsed' }])
  return link
}
