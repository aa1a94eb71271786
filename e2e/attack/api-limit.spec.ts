import { ownWord } from '../desk'
import { expect, test } from '../fixtures'
import { givePerson, mintSession } from '../given-people'

test('who asks the API too much is told how long to wait, in words and for programs', async ({ visitor }) => {
  // Somebody of their own: what is counted is counted of a person.
  const viewer = await visitor({ storageState: await mintSession(await givePerson(`Paule ${ownWord()}`)) })
  // Of no article: the points are taken before anything is looked up.
  const ask = () => viewer.request.get('/api/v1/articles/019aa000-0000-7000-8000-000000000000/report?format=csv')
  const answers = []
  while (answers.at(-1)?.status() !== 429 && answers.length < 150) answers.push(await ask())
  const last = answers.at(-1)
  expect(last?.status()).toBe(429)
  expect(Number(last?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await last?.json()).toMatchObject({
    error: { reasons: [{ text: expect.stringContaining('Trop de demandes') }] },
  })
})
