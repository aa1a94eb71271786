import { expect, test } from 'vitest'
import { BoundedQueue } from './bounded-queue'

/** Works that end when told to, and the order in which they began. */
function works() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  return { begun, work, endNext: () => ends.shift()?.() }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))
const busy = { code: 'unavailable', reasons: [{ key: 'auth.busy', values: { seconds: 5 } }] }

test('runs no more than it has places for, the preferred before the rest, and refuses beyond its room', async () => {
  const queue = new BoundedQueue({ places: 1, waiting: 2 })
  const { begun, work, endNext } = works()
  const all = [queue.run(work('a')), queue.run(work('b')), queue.run(work('c'))]
  await expect(queue.run(work('d'))).rejects.toMatchObject(busy)
  all.push(queue.run(work('known'), { isPreferred: true }))
  for (const expected of ['a', 'known', 'b', 'c']) {
    await settled()
    expect(begun.at(-1)).toBe(expected)
    endNext()
  }
  await Promise.all(all)
  const again = queue.run(work('e'))
  endNext()
  await again
})

test('one group does not take all the room', async () => {
  const queue = new BoundedQueue({ places: 1, waiting: 3, perGroup: 1 })
  const { work, endNext } = works()
  const run = (group: string) => queue.run(work(group), { group })
  const all = [run('x'), run('x')]
  await expect(run('x')).rejects.toMatchObject(busy)
  all.push(run('y'))
  for (let i = 0; i < 3; i++) {
    endNext()
    await settled()
  }
  await Promise.all(all)
})

test('a work that fails gives its place back', async () => {
  const queue = new BoundedQueue({ places: 1, waiting: 1 })
  const failing = () => Promise.reject(new Error('no'))
  await expect(queue.run(failing)).rejects.toThrow('no')
  expect(await queue.run(async () => 'yes')).toBe('yes')
})
