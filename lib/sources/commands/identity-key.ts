import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { identityKeys } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { fingerprintOf, openIdentityOf } from '@/lib/sources/commands/sealed-identity'
import { findSealingKey, listSealed } from '@/lib/sources/queries/identity-keys'

const FIRST = '00000000-0000-0000-0000-000000000000'
const NO_KEY_ID = Buffer.alloc(8)

/** As people read it: enough to tell keys apart. */
export const shortened = (fingerprint: string): string => fingerprint.slice(0, 12)

/** Starts at once record one key; everybody else waits and then finds it. */
export const lockKeys = (ctx: TxCtx) =>
  ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('recoupe:installation-key'))`

/** How many of the stored identities this key opens, and how many no key at hand does. */
export async function tryKeys(ctx: TxCtx, keys: readonly Buffer[]) {
  const tried = { opened: 0, closed: 0 }
  for (let after = FIRST; ; ) {
    const rows = await listSealed(ctx.tx, { after, exceptKeyId: NO_KEY_ID, take: 500 })
    for (const { sourceId, sealed } of rows) tried[openIdentityOf(sourceId, sealed, keys) ? 'opened' : 'closed'] += 1
    const last = rows.at(-1)
    if (!last) return tried
    after = last.sourceId
  }
}

export const insertKey = (ctx: TxCtx, key: Buffer) =>
  ctx.tx.installationKey.create({
    data: { id: newId(), kind: 'IDENTITY', fingerprint: fingerprintOf(key), createdAt: ctx.now },
  })

async function firstThatOpens(ctx: TxCtx, [first, ...others]: readonly [Buffer, ...Buffer[]]) {
  for (const key of [first, ...others]) if ((await tryKeys(ctx, [key])).opened > 0) return key
  return first
}

/** A database without a record takes the configured key, or that of the keys at hand which opens what it holds. */
async function adoptKey(ctx: TxCtx, keys: readonly [Buffer, ...Buffer[]]) {
  await lockKeys(ctx)
  const meanwhile = await findSealingKey(ctx.tx)
  if (meanwhile) return meanwhile
  const tried = await tryKeys(ctx, keys)
  if (tried.opened > 0) return insertKey(ctx, await firstThatOpens(ctx, keys))
  if (tried.closed > 0)
    throw new DomainError('refused', [{ key: 'source.keyOpensNothing', values: { closed: tried.closed } }])
  return insertKey(ctx, keys[0])
}

/**
 * The key that the database seals with, of those at hand. The first one to ask records it. Throws `refused` when this process holds another
 * key than the database: what it would seal, nobody else could open.
 */
export async function sealingKey(ctx: TxCtx, keys = identityKeys()): Promise<Buffer> {
  const { fingerprint } = (await findSealingKey(ctx.tx)) ?? (await adoptKey(ctx, keys))
  const key = keys.find((each) => fingerprintOf(each) === fingerprint)
  if (key) return key
  const values = {
    wanted: shortened(fingerprint),
    found: keys.map((each) => shortened(fingerprintOf(each))).join(', '),
  }
  throw new DomainError('refused', [{ key: 'source.otherKey', values }])
}

/** At the start: records the key of a database that has none yet. Answers whether an earlier key than the configured one still seals. Throws as sealingKey. */
export async function checkIdentityKey(ctx: Ctx): Promise<{ isPending: boolean }> {
  const keys = identityKeys()
  const key = await inTransaction(ctx, (tx) => sealingKey(tx, keys))
  return { isPending: !key.equals(keys[0]) }
}
