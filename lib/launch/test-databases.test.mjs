import { expect, inject, test } from 'vitest'

test('what hands out databases keeps no line open that it would close while a test file asks again', async () => {
  const answer = await fetch(`${inject('testDatabases')}/recoupe_test_nobody`, { method: 'DELETE' })
  expect(answer.headers.get('connection')).toBe('close')
})
