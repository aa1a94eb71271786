import { expect, test } from 'vitest'
import { POINTS_PER_MINUTE, takePoints } from '@/lib/auth/commands/request-limit'
import { newId, userId } from '@/lib/ids'

test('who has used up their points waits, nobody else does', async () => {
  const [one, other] = [userId.parse(newId()), userId.parse(newId())]
  for (let spent = 0; spent < POINTS_PER_MINUTE; spent += 10) await takePoints(one, 10)
  await expect(takePoints(one, 1)).rejects.toMatchObject({
    code: 'too-many',
    reasons: [{ key: 'tooManyRequests', values: { seconds: expect.any(Number) } }],
  })
  await expect(takePoints(other, 1)).resolves.toBeUndefined()
})
