import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { identityKey } from '@/lib/env'
import { DomainError } from '@/lib/errors'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

// Bound to the source: an identity copied to another row does not open there.
const boundTo = (sourceId: string) => Buffer.from(`recoupe:identity:${VERSION}:${sourceId.toLowerCase()}`)

/**
 * The identity sealed with the installation's key (AES-256-GCM): version byte, nonce, tag, ciphertext. Sealing the same
 * text twice gives two different results.
 */
export function sealIdentityOf(sourceId: string, identity: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', identityKey(), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(sourceId))
  const ciphertext = [cipher.update(identity, 'utf8'), cipher.final()]
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...ciphertext]))
}

const unreadable = () => new DomainError('refused', [{ key: 'source.identityUnreadable' }])

/** The sealed text. Throws `refused` when another key sealed it, for another source, or when a byte of it has changed. */
export function unsealIdentityOf(sourceId: string, sealed: Uint8Array): string {
  if (sealed[0] !== VERSION || sealed.length < HEAD_BYTES) throw unreadable()
  const [nonce, tag] = [sealed.subarray(1, 1 + NONCE_BYTES), sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES)]
  const decipher = createDecipheriv('aes-256-gcm', identityKey(), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(sourceId))
  decipher.setAuthTag(tag)
  const opened = [decipher.update(sealed.subarray(HEAD_BYTES))]
  try {
    opened.push(decipher.final())
  } catch {
    throw unreadable()
  }
  return Buffer.concat(opened).toString('utf8')
}
