import { createCipheriv, randomBytes } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import {
  fingerprintOf,
  keyIdOf,
  openIdentityOf,
  sealIdentityOf,
  unsealIdentityOf,
} from '@/lib/sources/commands/sealed-identity'

const key = randomBytes(32)

const id = newId()
const unreadable = expect.objectContaining({ code: 'refused', reasons: [{ key: 'source.identityUnreadable' }] })
const opened = (sourceId: string, sealed: Uint8Array, keys = [key]) => {
  try {
    return unsealIdentityOf(sourceId, sealed, keys)
  } catch (error) {
    return error
  }
}

test('what was sealed comes back, and never looks the same twice', () => {
  assert(
    property(string({ unit: 'grapheme' }), (identity) => {
      const sealed = sealIdentityOf(id, identity, key)
      expect(unsealIdentityOf(id, sealed, [key])).toBe(identity.toWellFormed())
      expect(sealIdentityOf(id, identity, key)).not.toEqual(sealed)
      if (identity.length > 3) expect(Buffer.from(sealed).includes(identity)).toBe(false)
    }),
  )
})

test('the source’s id is read in either case', () => {
  expect(unsealIdentityOf(id.toUpperCase(), sealIdentityOf(id, 'Ava', key), [key])).toBe('Ava')
})

test('another source, another key, a changed, missing or added byte open nothing', () => {
  const sealed = sealIdentityOf(id, 'Ava Martin', key)
  expect(opened(newId(), sealed)).toEqual(unreadable)
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(opened(id, changed)).toEqual(unreadable)
  }
  for (const end of [0, 1, 9, 20, 36, sealed.length - 1]) expect(opened(id, sealed.slice(0, end))).toEqual(unreadable)
  expect(opened(id, new Uint8Array([...sealed, 0]))).toEqual(unreadable)
  expect(opened(id, sealed, [randomBytes(32)])).toEqual(unreadable)
})

test('a sealed identity names its key, and the right one of several opens it', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)]
  const sealed = sealIdentityOf(id, 'Ava Martin', older)
  expect(keyIdOf(fingerprintOf(older)).equals(sealed.subarray(1, 9))).toBe(true)
  expect(openIdentityOf(id, sealed, [newer, older])).toEqual({ identity: 'Ava Martin', key: older })
  expect(openIdentityOf(id, sealed, [newer])).toBeNull()
  expect(Buffer.from(sealed).includes(older.subarray(0, 8))).toBe(false)
})

test('what was sealed before identities named their key still opens', () => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`recoupe:identity:1:${id}`))
  const ciphertext = Buffer.concat([cipher.update('Ava Martin', 'utf8'), cipher.final()])
  const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), ciphertext])
  expect(openIdentityOf(id, sealed, [randomBytes(32), key])).toEqual({ identity: 'Ava Martin', key })
  expect(opened(id, sealed, [randomBytes(32)])).toEqual(unreadable)
})
