import { type Ctx, inTransaction } from '@/lib/context'
import { identityKeys } from '@/lib/env'
import { shortened, tryKeys } from '@/lib/sources/commands/identity-key'
import { fingerprintOf, keyIdOf } from '@/lib/sources/commands/sealed-identity'
import { countSealed, listInstallationKeys } from '@/lib/sources/queries/identity-keys'

/**
 * The keys of this database as its keeper sees them: each with how many identities it has sealed and whether it is at hand; how many identities
 * name no key, how many are open to a key at hand but not sealed with the present one (`waiting`), and how many to none (`closed`).
 */
export async function readKeyState(ctx: Ctx) {
  const keys = identityKeys()
  const atHand = new Set(keys.map(fingerprintOf))
  const { known, counts, tried } = await inTransaction(ctx, async (tx) => ({
    known: await listInstallationKeys(tx.tx),
    counts: await countSealed(tx.tx),
    tried: await tryKeys(tx, keys),
  }))
  const sealedBy = (fingerprint: string) => counts.get(keyIdOf(fingerprint).toString('hex')) ?? 0
  const seals = known.find(({ retiredAt }) => retiredAt === null)?.fingerprint
  return {
    configured: shortened(fingerprintOf(keys[0])),
    seals: seals ? shortened(seals) : null,
    isAtHand: seals !== undefined && atHand.has(seals),
    keys: known.map(({ fingerprint, createdAt, retiredAt }) => ({
      fingerprint: shortened(fingerprint),
      ...{ createdAt, retiredAt },
      count: sealedBy(fingerprint),
      isHere: atHand.has(fingerprint),
    })),
    unnamed: counts.get(null) ?? 0,
    waiting: tried.opened - (seals && atHand.has(seals) ? sealedBy(seals) : 0),
    closed: tried.closed,
  }
}
