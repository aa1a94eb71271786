import pg from 'pg'
import { refusal } from '../desk'
import { expect, test } from '../fixtures'

// More than the server can do at once: what it cannot answer it says so, and nothing that somebody typed is lost.

test.use({ allowed: [/status of 503/] })

const PAGES = ['/', '/articles', '/sources', '/shared-sentences', '/events']

test('two hundred pages at once: each is a whole page, or says when to come again; health goes on', {
  tag: '@alone',
}, async ({ as }) => {
  const editor = await as('editor')
  const pages = Array.from({ length: 200 }, (_, at) =>
    editor.request.get(PAGES[at % PAGES.length] ?? '/', { headers: { accept: 'text/html' }, timeout: 0 }),
  )
  const health = await editor.request.get('/api/health')
  expect(health.status()).toBe(200)
  const counts = new Map<number, number>()
  for (const answer of await Promise.all(pages)) {
    counts.set(answer.status(), (counts.get(answer.status()) ?? 0) + 1)
    const text = await answer.text()
    if (answer.status() === 200) expect(text).toContain('</html>')
    else {
      expect(answer.status()).toBe(503)
      expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
    }
    // In a whole page these stand among the messages for the browser, never as a heading.
    if (answer.status() === 200) expect(text).not.toMatch(/<h1[^>]*>(?:Quelque chose a mal tourné|Recoupe est très)/)
  }
  expect(counts.get(200) ?? 0).toBeGreaterThan(0)
  console.log(`attack: two hundred pages at once: ${[...counts].map((each) => each.join(' × ')).join(', ')}`)
})

test('what somebody else holds for too long is "busy": what was typed stays, and goes through later', async ({
  as,
}) => {
  const page = await as('viewer')
  await page.goto('/account')
  const field = page.getByLabel('Nom', { exact: true })
  const name = await field.inputValue()
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  await other.query('BEGIN')
  await other.query('SELECT 1 FROM "User" WHERE email = $1 FOR UPDATE', ['viewer@recoupe.example'])
  await field.fill(`${name} Ailleurs`)
  await page.getByRole('button', { name: 'Enregistrer le nom' }).click()
  await expect(refusal(page)).toContainText('rien n’a été enregistré', { timeout: 60_000 })
  await expect(field).toHaveValue(`${name} Ailleurs`)
  await other.query('ROLLBACK')
  await other.end()
  await page.getByRole('button', { name: 'Enregistrer le nom' }).click()
  await expect(refusal(page)).toBeHidden()
  await page.reload()
  await expect(field).toHaveValue(`${name} Ailleurs`)
  await field.fill(name)
  await page.getByRole('button', { name: 'Enregistrer le nom' }).click()
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
})
