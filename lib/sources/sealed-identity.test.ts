import { randomBytes } from 'node:crypto'
import { assert, property, string } from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '@/lib/ids'
import { sealIdentityOf, unsealIdentityOf } from '@/lib/sources/commands/sealed-identity'

const aKey = () => randomBytes(32).toString('base64url')
beforeEach(() => vi.stubEnv('RECOUPE_IDENTITY_KEY', aKey()))
afterEach(() => vi.unstubAllEnvs())

const id = newId()
const unreadable = expect.objectContaining({ code: 'refused', reasons: [{ key: 'source.identityUnreadable' }] })
const opened = (sourceId: string, sealed: Uint8Array) => {
  try {
    return unsealIdentityOf(sourceId, sealed)
  } catch (error) {
    return error
  }
}

test('what was sealed comes back, and never looks the same twice', () => {
  assert(
    property(string({ unit: 'grapheme' }), (identity) => {
      const sealed = sealIdentityOf(id, identity)
      expect(unsealIdentityOf(id, sealed)).toBe(identity.toWellFormed())
      expect(sealIdentityOf(id, identity)).not.toEqual(sealed)
      if (identity.length > 3) expect(Buffer.from(sealed).includes(identity)).toBe(false)
    }),
  )
})

test('the source’s id is read in either case', () => {
  expect(unsealIdentityOf(id.toUpperCase(), sealIdentityOf(id, 'Ava'))).toBe('Ava')
})

test('another source, another key, a changed, missing or added byte open nothing', () => {
  const sealed = sealIdentityOf(id, 'Ava Martin')
  expect(opened(newId(), sealed)).toEqual(unreadable)
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(opened(id, changed)).toEqual(unreadable)
  }
  for (const end of [0, 1, 12, 28, sealed.length - 1]) expect(opened(id, sealed.slice(0, end))).toEqual(unreadable)
  expect(opened(id, new Uint8Array([...sealed, 0]))).toEqual(unreadable)
  vi.stubEnv('RECOUPE_IDENTITY_KEY', aKey())
  expect(opened(id, sealed)).toEqual(unreadable)
})

test('without a whole key nothing is sealed', () => {
  for (const key of ['', 'short', `${aKey()}AAAA`]) {
    vi.stubEnv('RECOUPE_IDENTITY_KEY', key)
    expect(() => sealIdentityOf(id, 'Ava')).toThrow(/RECOUPE_IDENTITY_KEY/)
  }
})
