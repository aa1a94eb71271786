import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { DomainError } from '@/lib/errors'

const VERSION = 2
// Version 1 was sealed while an installation knew one key only, and does not say by which.
const WITHOUT_KEY_ID = 1
const KEY_ID_BYTES = 8
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What tells a key from others without telling the key: 16 bytes in hexadecimal. */
export const fingerprintOf = (key: Buffer): string =>
  createHmac('sha256', key).update('recoupe:installation-key').digest('hex').slice(0, 32)

/** How a sealed identity names its key: the first bytes of the fingerprint. */
export const keyIdOf = (fingerprint: string): Buffer => Buffer.from(fingerprint, 'hex').subarray(0, KEY_ID_BYTES)

// Bound to the source: an identity copied to another row does not open there.
const boundTo = (version: number, sourceId: string) =>
  Buffer.from(`recoupe:identity:${version}:${sourceId.toLowerCase()}`)

/**
 * The identity sealed with that key (AES-256-GCM): version byte, key id, nonce, tag, ciphertext. Sealing the same
 * text twice gives two different results.
 */
export function sealIdentityOf(sourceId: string, identity: string, key: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(VERSION, sourceId))
  const ciphertext = [cipher.update(identity, 'utf8'), cipher.final()]
  const head = [Buffer.of(VERSION), keyIdOf(fingerprintOf(key)), nonce, cipher.getAuthTag()]
  return new Uint8Array(Buffer.concat([...head, ...ciphertext]))
}

function openWith(key: Buffer, sourceId: string, version: number, sealed: Uint8Array): string | null {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(version, sourceId))
  decipher.setAuthTag(tag)
  const opened = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))]
  try {
    opened.push(decipher.final())
  } catch {
    return null
  }
  return Buffer.concat(opened).toString('utf8')
}

const isSealedBy = (key: Buffer, sealed: Uint8Array) =>
  keyIdOf(fingerprintOf(key)).equals(sealed.subarray(1, 1 + KEY_ID_BYTES))

/** The sealed text and the key that opened it. Null when none of the keys does, for another source, or when a byte of it has changed. */
export function openIdentityOf(sourceId: string, sealed: Uint8Array, keys: readonly Buffer[]) {
  const [version] = sealed
  if (version !== VERSION && version !== WITHOUT_KEY_ID) return null
  const [head, able] =
    version === VERSION ? [1 + KEY_ID_BYTES, keys.filter((key) => isSealedBy(key, sealed))] : [1, keys]
  if (sealed.length < head + NONCE_BYTES + TAG_BYTES) return null
  for (const key of able) {
    const identity = openWith(key, sourceId, version, sealed.subarray(head))
    if (identity !== null) return { identity, key }
  }
  return null
}

/** The sealed text. Throws `refused` where openIdentityOf is null. */
export function unsealIdentityOf(sourceId: string, sealed: Uint8Array, keys: readonly Buffer[]): string {
  const opened = openIdentityOf(sourceId, sealed, keys)
  if (!opened) throw new DomainError('refused', [{ key: 'source.identityUnreadable' }])
  return opened.identity
}
