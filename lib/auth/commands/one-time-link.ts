import { createHmac, randomBytes } from 'node:crypto'
import { isInForce } from '@/lib/auth/membership-in-force'
import { holdSession } from '@/lib/auth/queries/actor-now'
import { findLink, hashOfToken, type LinkWithGrounds } from '@/lib/auth/queries/find-link'
import type { TxCtx } from '@/lib/context'
import type { Db, Tx } from '@/lib/db'
import { authSecret, authSecrets } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { OneTimeLinkKind } from '@/prisma/generated/client'

const HOUR = 60 * 60 * 1000
const VALID_FOR: Record<OneTimeLinkKind, number> = {
  SETUP: 7 * 24 * HOUR,
  INVITATION: 7 * 24 * HOUR,
  JOIN: 7 * 24 * HOUR,
  // It opens an account that is in use.
  PASSWORD_RESET: 24 * HOUR,
}

export const randomToken = (): string => randomBytes(32).toString('base64url')

/**
 * The token of the link that this command makes. Nothing but its hash is ever stored, and yet a repeated command has to answer the same
 * link: so it is derived from the command id with the server's secret.
 */
const tokenOfCommand = (commandId: string, secret = authSecret()): string =>
  createHmac('sha256', secret).update(`one-time-link:${commandId}`).digest('base64url')

/** The token that this command has handed out, although the secret has been rotated since; null when the secret of then is gone. */
export async function findKeptToken(db: Db, commandId: string): Promise<string | null> {
  for (const secret of authSecrets()) {
    const token = tokenOfCommand(commandId, secret)
    if (await db.oneTimeLink.findUnique({ where: { tokenHash: hashOfToken(token) }, select: { id: true } }))
      return token
  }
  return null
}

/** The same for a repeated command. Throws `refused` when the secret of then is gone. */
export async function findTokenOfCommand(db: Db, commandId: string): Promise<string> {
  const token = await findKeptToken(db, commandId)
  if (!token) throw new DomainError('refused', [{ key: 'auth.linkNotRepeated' }])
  return token
}

/**
 * A person as they are until the transaction's end: nobody else changes their account, or makes or uses a link of theirs. Lock the
 * project first where there is one.
 */
export async function lockPerson(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  return tx.user.findUniqueOrThrow({ where: { id }, include: { memberships: true } })
}
export type LockedPerson = Awaited<ReturnType<typeof lockPerson>>

export const lockProject = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM "Project" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`

type NewLink = {
  kind: Exclude<OneTimeLinkKind, 'SETUP'>
  person: LockedPerson
  membership: { projectId: string; version: number } | null
  reason?: string
  /** What the token is made of. */
  tokenSeed: string
  /** Asked for by the person, and shown to nobody. */
  byMailOnly?: true
}

/** What a new link ends of the person's: all others; one that only joins those of its project; one by mail those of its kind alone, as anybody can have it sent. */
const endedBy = ({ kind, membership, byMailOnly }: NewLink) =>
  byMailOnly ? { byMailOnly } : kind === 'JOIN' ? { projectId: membership?.projectId ?? null } : {}

/** Stores a link with its grounds. Earlier ones of the person are superseded. */
export async function insertLink(ctx: TxCtx, made: NewLink) {
  const { kind, person, membership, reason, tokenSeed, byMailOnly = false } = made
  await ctx.tx.oneTimeLink.updateMany({
    where: { userId: person.id, usedAt: null, supersededAt: null, ...endedBy(made) },
    data: { supersededAt: ctx.now },
  })
  return ctx.tx.oneTimeLink.create({
    data: {
      id: newId(),
      kind,
      tokenHash: hashOfToken(tokenOfCommand(tokenSeed)),
      userId: person.id,
      projectId: membership?.projectId ?? null,
      createdById: byMailOnly ? person.id : ctx.actor.userId,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + VALID_FOR[kind]),
      accessVersion: person.accessVersion,
      membershipVersion: membership?.version ?? null,
      reach: person.memberships.filter(isInForce).map(({ projectId }) => projectId),
      reason: reason ?? null,
      tokenSeed,
      byMailOnly,
    },
  })
}

/** Stores a set-up link in place of earlier ones. */
export async function insertSetUpLink(db: Db, token: string, now: Date) {
  await db.oneTimeLink.updateMany({
    where: { kind: 'SETUP', usedAt: null, supersededAt: null },
    data: { supersededAt: now },
  })
  const expiresAt = new Date(now.getTime() + VALID_FOR.SETUP)
  await db.oneTimeLink.create({
    data: { id: newId(), kind: 'SETUP', tokenHash: hashOfToken(token), createdAt: now, expiresAt },
  })
}

/** The link of this token when it works. Throws `refused` with every reason when it does not. */
export async function openLink(db: Tx | Db, kind: OneTimeLinkKind, token: string, now: Date): Promise<LinkWithGrounds> {
  const { link, refusals } = await findLink(db, kind, token, now)
  if (!link || refusals.length > 0) throw new DomainError('refused', refusals)
  return link
}

/**
 * Everything that the grounds of a link rest on, held until the transaction's end: project, the person for writing, its maker for
 * reading, as their own commands hold them.
 */
async function holdGrounds(tx: Tx, { projectId, userId, createdById }: LinkWithGrounds) {
  if (projectId) await lockProject(tx, projectId)
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${createdById}::uuid FOR SHARE`
}

/**
 * Uses a link up and answers it. Its grounds are judged while nobody can change them; of two who try at once, one gets it. Throws
 * `refused` with what is wrong with the link.
 */
export async function spendLink(ctx: TxCtx, kind: OneTimeLinkKind, token: string): Promise<LinkWithGrounds> {
  await holdGrounds(ctx.tx, await openLink(ctx.tx, kind, token, ctx.now))
  const link = await openLink(ctx.tx, kind, token, ctx.now)
  // Joining needs the account's own session beside the link: it may have ended while the grounds were waited for.
  if (kind === 'JOIN') await holdSession(ctx.tx, ctx.actor)
  const used = await ctx.tx.oneTimeLink.updateMany({
    where: { id: link.id, usedAt: null, supersededAt: null },
    data: { usedAt: ctx.now },
  })
  if (used.count !== 1)
    throw new DomainError('refused', [{ key: 'auth.linkUsed', values: { ask: 'setup', project: '' } }])
  return link
}
