import { z } from 'zod'
import { command } from '@/lib/audit/record'
import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { identityKeys } from '@/lib/env'
import { DomainError, refuseIf } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { insertKey, lockKeys, sealingKey, shortened, tryKeys } from '@/lib/sources/commands/identity-key'
import { fingerprintOf, keyIdOf, openIdentityOf, sealIdentityOf } from '@/lib/sources/commands/sealed-identity'
import { findSealingKey, listInstallationKeys, listSealed } from '@/lib/sources/queries/identity-keys'

const FIRST = '00000000-0000-0000-0000-000000000000'
const BATCH = 200

/** These verbs are for whoever holds the machine and its keys: the command line acts as the installation itself. */
function asInstallation(ctx: Ctx) {
  if (ctx.actor.userId !== null) throw new DomainError('forbidden', [{ key: 'permission.installation' }])
}

async function sealWith(ctx: TxCtx, key: Buffer) {
  await lockKeys(ctx)
  const before = await findSealingKey(ctx.tx)
  const fingerprint = fingerprintOf(key)
  if (before?.fingerprint === fingerprint)
    return { result: before, entityId: before.id, before: null, after: { fingerprint } }
  const known = await listInstallationKeys(ctx.tx)
  const isRetired = known.some((each) => each.fingerprint === fingerprint && each.retiredAt)
  refuseIf('refused', isRetired ? [{ key: 'source.keyRetired', values: { found: shortened(fingerprint) } }] : [])
  if (before) await ctx.tx.installationKey.update({ where: { id: before.id }, data: { retiredAt: ctx.now } })
  const { id } = await insertKey(ctx, key)
  return {
    result: { id, fingerprint },
    entityId: id,
    before: before && { fingerprint: before.fingerprint },
    after: { fingerprint },
  }
}

/** From now on the configured key seals. The one before it must be at hand, or what it has sealed could not follow. */
export const activateIdentityKey = command('key:rotate', z.looseObject({}), async (ctx) => {
  asInstallation(ctx)
  const keys = identityKeys()
  await sealingKey(ctx, keys)
  return sealWith(ctx, keys[0])
})

/**
 * Gives up the identities that no key at hand opens, and lets the configured key seal. What they hold stays as it is: should the lost key turn
 * up, it opens them again. `closed` is how many the caller was told of; `conflict` when it is another number by now.
 */
export const giveUpIdentities = command('key:giveUp', z.object({ closed: z.int() }), async (ctx, { closed }) => {
  asInstallation(ctx)
  const keys = identityKeys()
  const tried = await tryKeys(ctx, keys)
  if (tried.closed !== closed)
    throw new DomainError('conflict', [{ key: 'source.givenUpDiffers', values: { closed: tried.closed } }])
  const done = await sealWith(ctx, keys[0])
  return { ...done, after: { ...done.after, closed } }
})

async function resealSome(ctx: TxCtx, after: string, keys: readonly Buffer[]) {
  const key = await sealingKey(ctx)
  const rows = await listSealed(ctx.tx, { after, exceptKeyId: keyIdOf(fingerprintOf(key)), take: BATCH })
  let resealed = 0
  for (const { sourceId, sealed } of rows) {
    const opened = openIdentityOf(sourceId, sealed, keys)
    if (!opened) continue
    // The identity is the same: whoever has it open for editing goes on.
    const data = { sealed: sealIdentityOf(sourceId, opened.identity, key) }
    await ctx.tx.confidentialIdentity.update({ where: { sourceId }, data })
    resealed += 1
  }
  return { resealed, closed: rows.length - resealed, last: rows.at(-1)?.sourceId ?? null }
}

const recordReseal = command(
  'key:reseal',
  z.object({ resealed: z.int(), closed: z.int() }),
  async (ctx, { resealed, closed }) => {
    asInstallation(ctx)
    const key = await findSealingKey(ctx.tx)
    if (!key) throw new DomainError('not-found', [{ key: 'notFound' }])
    const after = { resealed, closed, fingerprint: key.fingerprint }
    return { result: { resealed, closed }, entityId: key.id, after }
  },
)

/**
 * Seals every identity that another key has sealed with the one that seals now, in batches that each stand alone: what is killed half-way goes
 * on at the next call. Answers how many, and how many no key at hand opens; those stay as they are.
 */
export async function resealIdentities(ctx: Ctx) {
  asInstallation(ctx)
  const keys = identityKeys()
  const done = { resealed: 0, closed: 0 }
  for (let after: string | null = FIRST; after !== null; ) {
    const from: string = after
    const batch = await inTransaction(ctx, (tx) => resealSome(tx, from, keys))
    done.resealed += batch.resealed
    done.closed += batch.closed
    after = batch.last
  }
  if (done.resealed > 0) await recordReseal(ctx, { ...done, commandId: newId() })
  return done
}
