import { describe, expect, test } from 'vitest'
import {
  base64Of,
  forget,
  forgetAllOf,
  type KeptOwner,
  keep,
  LARGEST_KEPT,
  LONGEST_KEPT,
  listKept,
  MOST_KEPT,
} from './kept-texts'

const NOW = Date.UTC(2026, 11, 3, 4, 58)
const HERE = { form: 'comment', of: 'claim-1' }

function memory(most = Number.POSITIVE_INFINITY): Storage {
  const rows = new Map<string, string>()
  return {
    get length() {
      return rows.size
    },
    key: (index) => [...rows.keys()][index] ?? null,
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError')
      rows.set(key, value)
    },
    removeItem: (key) => void rows.delete(key),
    clear: () => rows.clear(),
  }
}

const ownerOf = (person: string, project = 'p'): KeptOwner => {
  const key = new Uint8Array(32).fill(person.charCodeAt(0))
  return { person, project, key: base64Of(key) }
}

const text = (id: string, value: unknown, at = NOW) => ({ id, at, version: 3, value })
const allIn = (store: Storage) =>
  Array.from(
    { length: store.length },
    (_, index) => `${store.key(index)} ${store.getItem(store.key(index) ?? '')}`,
  ).join()

describe('texts that are typed and not saved', () => {
  test('come back as they were, the latest first, until they are forgotten', async () => {
    const [store, ann] = [memory(), ownerOf('ann')]
    await keep(store, ann, HERE, text('one', { body: 'Un « blessé » 🙂' }))
    await keep(store, ann, HERE, text('two', { body: 'later' }, NOW + 1))
    const kept = await listKept(store, ann, HERE, NOW + 2)
    expect(kept.map(({ id, version, value }) => [id, version, value])).toEqual([
      ['two', 3, { body: 'later' }],
      ['one', 3, { body: 'Un « blessé » 🙂' }],
    ])
    forget(store, ann, HERE, 'two')
    expect(await listKept(store, ann, HERE, NOW + 2)).toHaveLength(1)
  })

  test('are offered at their own place, project and form alone', async () => {
    const [store, ann] = [memory(), ownerOf('ann')]
    await keep(store, ann, HERE, text('one', 'x'))
    expect(await listKept(store, ann, { ...HERE, of: 'claim' }, NOW)).toEqual([])
    expect(await listKept(store, ann, { ...HERE, form: 'verdict' }, NOW)).toEqual([])
    expect(await listKept(store, ownerOf('ann', 'q'), HERE, NOW)).toEqual([])
  })

  test('are read by nobody else: not by name, not by key, not in the store', async () => {
    const [store, ann, ben] = [memory(), ownerOf('ann'), ownerOf('ben')]
    await keep(store, ann, HERE, text('one', 'What the minister told me'))
    expect(allIn(store)).not.toContain('minister')
    expect(await listKept(store, ben, HERE, NOW)).toEqual([])
    expect(await listKept(store, { ...ann, key: ben.key }, HERE, NOW)).toEqual([])
    const [key] = [store.key(0) ?? '']
    store.setItem(key.replace('ann', 'ben'), store.getItem(key) ?? '')
    expect(await listKept(store, { ...ben, key: ann.key }, HERE, NOW)).toEqual([])
  })

  test('of one person go when they sign out, those of others stay', async () => {
    const [store, ann, ben] = [memory(), ownerOf('ann'), ownerOf('ben')]
    await keep(store, ann, HERE, text('one', 'x'))
    await keep(store, ben, HERE, text('two', 'y'))
    forgetAllOf(store, 'ann')
    expect(await listKept(store, ann, HERE, NOW)).toEqual([])
    expect(await listKept(store, ben, HERE, NOW)).toHaveLength(1)
  })

  test('go after their time, and when there are too many, the oldest first', async () => {
    const [store, ann] = [memory(), ownerOf('ann')]
    await keep(store, ann, HERE, text('old', 'x', NOW - LONGEST_KEPT - 1))
    for (let index = 0; index < MOST_KEPT + 2; index++)
      await keep(store, ann, HERE, text(`n${index}`, 'x', NOW + index))
    const kept = await listKept(store, ann, HERE, NOW + 200)
    expect(kept).toHaveLength(MOST_KEPT)
    expect(kept.some(({ id }) => id === 'old' || id === 'n0' || id === 'n1')).toBe(false)
  })

  test('are not kept where the store is full or the text too large, and nothing breaks', async () => {
    const ann = ownerOf('ann')
    expect(await keep(memory(10), ann, HERE, text('one', 'x'))).toBe(false)
    expect(await keep(memory(), ann, HERE, text('one', 'x'.repeat(LARGEST_KEPT)))).toBe(false)
  })

  test('rows that are none are swept away', async () => {
    const [store, ann] = [memory(), ownerOf('ann')]
    store.setItem('recoupe:unsaved:ann:p:comment:claim-1:bad', '{')
    store.setItem('elsewhere', 'kept')
    expect(await listKept(store, ann, HERE, NOW)).toEqual([])
    expect(allIn(store)).toBe('elsewhere kept')
  })
})
