import { refusal } from '../desk'
import { expect, test } from '../fixtures'
import { mintSession } from '../given-people'
import { textsOf } from '../workbench'

test('a session that saves without end is told to wait, and keeps what was typed', async ({ visitor }) => {
  // A session of its own: what is counted is counted of a session.
  const page = await visitor({ storageState: await mintSession('checker2@recoupe.example') })
  await page.goto('/account')
  const t = await textsOf(page)
  const name = page.getByLabel(t('account.name'))
  const save = page.getByRole('button', { name: t('account.saveName') })
  const sent = page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers())
  // Nothing is a name: it is refused, and counts.
  await name.fill('')
  await save.click()
  const request = await sent
  const { 'next-action': action = '', 'next-router-state-tree': tree = '' } = request.headers()
  const again = async () => {
    const answer = await page.request.post('/account', {
      headers: {
        ...{ 'next-action': action, 'next-router-state-tree': tree, accept: 'text/x-component' },
        ...{ 'content-type': 'text/plain;charset=UTF-8', origin: new URL(page.url()).origin },
      },
      data: request.postData() ?? '',
    })
    return answer.text()
  }
  const answers: string[] = []
  const isRefused = (answer: string) => answer.includes('tooManyWrites')
  while (!answers.some(isRefused) && answers.length < 400)
    answers.push(...(await Promise.all(Array.from({ length: 10 }, again))))
  expect(answers.some(isRefused)).toBe(true)
  // Whoever works by hand does not come near.
  expect(answers.findIndex(isRefused)).toBeGreaterThan(200)
  await name.fill('Vera V.')
  await save.click()
  await expect(refusal(page)).toContainText(/Trop d’enregistrements en une minute|Too much was saved/)
  await expect(name).toHaveValue('Vera V.')
})
