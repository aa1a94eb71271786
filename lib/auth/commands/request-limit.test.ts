import { expect, test } from 'vitest'
import { POINTS_PER_MINUTE, takePoints, takeWrite, WRITES_PER_MINUTE } from '@/lib/auth/commands/request-limit'
import { newId, sessionId, userId } from '@/lib/ids'

test('who has used up their points waits, nobody else does', async () => {
  const [one, other] = [userId.parse(newId()), userId.parse(newId())]
  for (let spent = 0; spent < POINTS_PER_MINUTE; spent += 10) await takePoints(one, 10)
  await expect(takePoints(one, 1)).rejects.toMatchObject({
    code: 'too-many',
    reasons: [{ key: 'tooManyRequests', values: { seconds: expect.any(Number) } }],
  })
  await expect(takePoints(other, 1)).resolves.toBeUndefined()
})

test('a session that has saved too much in a minute waits; the person’s other one, and the API, do not', async () => {
  const person = { userId: userId.parse(newId()), projectId: null, role: null, isOwner: false }
  const [one, other] = [1, 2].map(() => ({ ...person, sessionId: sessionId.parse(newId()) }))
  if (!one || !other) throw new Error('Two were made.')
  for (let saved = 0; saved < WRITES_PER_MINUTE; saved++) await takeWrite(one)
  await expect(takeWrite(one)).rejects.toMatchObject({
    code: 'too-many',
    reasons: [{ key: 'tooManyWrites', values: { seconds: expect.any(Number) } }],
  })
  await expect(takeWrite(other)).resolves.toBeUndefined()
  await expect(takePoints(person.userId, 1)).resolves.toBeUndefined()
})
