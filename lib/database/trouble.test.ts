import { describe, expect, test, vi } from 'vitest'
import { roomOf } from '@/lib/database/disk'
import { troubleOf } from '@/lib/database/trouble'
import { makeTurns, NoTurn } from '@/lib/database/turns'

const within = (inner: object) => ({ code: 'P2010', meta: { driverAdapterError: { cause: inner } } })

describe('what keeps the database from working', () => {
  test.each([
    ['busy', 'a lock that is not given', within({ kind: 'postgres', originalCode: '55P03' })],
    ['busy', 'a statement that took too long', within({ kind: 'postgres', code: '57014' })],
    ['busy', 'no room among the connections', within({ kind: 'TooManyConnections', originalCode: '53300' })],
    ['busy', 'no transaction in time', { code: 'P2028' }],
    ['busy', 'no connection in time', { code: 'P2024' }],
    ['busy', 'no connection out of the pool', new Error('timeout exceeded when trying to connect')],
    ['busy', 'no turn', new NoTurn('no turn in time')],
    ['full', 'a full disk', within({ kind: 'postgres', originalCode: '53100' })],
    ['lost', 'a server that shuts down', within({ kind: 'postgres', originalCode: '57P01' })],
    ['lost', 'a server that is not there', { code: 'ECONNREFUSED' }],
    ['lost', 'one that is at none of several addresses', { errors: [{ code: 'ECONNREFUSED' }] }],
    ['lost', 'a connection that ended', new Error('Connection terminated unexpectedly')],
    [
      'lost',
      'the same, wrapped',
      new Error('x', { cause: new Error('Connection terminated due to connection timeout') }),
    ],
    [null, 'a row that is there already', { code: 'P2002' }],
    [null, 'a lost race', within({ kind: 'TransactionWriteConflict', originalCode: '40001' })],
    [null, 'an error of ours', new Error('busy')],
    [null, 'nothing', null],
  ])('%s: %s', (trouble, _, error) => expect(troubleOf(error)).toBe(trouble))

  test('an error within itself is no end', () => {
    const error = new Error('round')
    error.cause = error
    expect(troubleOf(error)).toBeNull()
  })
})

test('the room on a disk', () => {
  expect([50_000_000, 500_000_000, 50_000_000_000].map(roomOf)).toEqual(['full', 'low', 'ok'])
})

describe('turns', () => {
  test('so many at once, the others in their order; too many and too late are told', async () => {
    vi.useFakeTimers()
    const { take, waiting } = makeTurns({ atOnce: 1, mostWaiting: 2, patience: 1000 })
    const giveBack = await take()
    const order: string[] = []
    const second = take().then((give) => {
      order.push('second')
      return give
    })
    const late = take()
    const told = expect(late).rejects.toBeInstanceOf(NoTurn)
    await expect(take()).rejects.toBeInstanceOf(NoTurn)
    expect(waiting()).toBe(2)
    giveBack()
    giveBack()
    await second
    vi.advanceTimersByTime(1000)
    await told
    expect([order, waiting()]).toEqual([['second'], 0])
    ;(await second)()
    await expect(take()).resolves.toBeTypeOf('function')
    vi.useRealTimers()
  })
})
