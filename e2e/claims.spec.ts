import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { addChain } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { assign } from './review'
import { markClaim, openTab, textsOf } from './workbench'

// All claims of the project, of whichever article: found by what is said of them, kept to what they are, taken along as a file.

const NEXT_WEEK = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const rows = (page: Page) =>
  page
    .getByRole('main')
    .locator('ul > li')
    .filter({ has: page.getByRole('link') })

async function search(page: Page, words: string): Promise<void> {
  const t = await textsOf(page)
  await page.getByRole('searchbox', { name: t('claims.filter.search') }).fill(words)
  await page.getByRole('searchbox', { name: t('claims.filter.search') }).press('Enter')
  await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === words)
}

test('a claim is found by words of it wherever they stand, opened where it stands, and taken along in a file', async ({
  as,
}) => {
  const page = await as('editor')
  const [word, name] = [ownWord(), ownWord()]
  await openNewArticle(
    page,
    `Le préfet de ${word} compte au moins 170 blessés près du chœur.\n\nAutre chose à ${word} hier.`,
  )
  const id = await markClaim(page, `au moins 170 blessés près du chœur`, 'CASUALTIES', `${word} : au moins 170 blessés`)
  await openTab(page, 'attribution')
  await addChain(page, [{ source: { name: `Préfecture ${name}`, kind: 'ORGANISATION' } }])
  await assign(page, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: NEXT_WEEK })
  await markClaim(page, `Autre chose à ${word} hier`, 'OTHER', `Autre chose à ${word}`)

  await page.goto('/articles')
  await page.getByRole('navigation').getByRole('link', { name: 'Affirmations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Affirmations' })).toBeVisible()
  await search(page, word)
  await expect(rows(page)).toHaveCount(2)
  await search(page, `${word} CHOEUR`)
  await expect(rows(page)).toHaveCount(1)
  await search(page, name)
  await expect(rows(page)).toHaveCount(1)
  await search(page, `"170 blessés" ${word}`)
  await expect(rows(page)).toHaveCount(1)
  await search(page, `"blessés 170" ${word}`)
  await expect(page.getByRole('heading', { level: 2, name: 'Aucune affirmation ne correspond' })).toBeVisible()
  await search(page, `${word} -blessés`)
  await expect(rows(page)).toHaveText([/Autre chose/])

  await search(page, word)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Vérificateur' }).selectOption('nobody')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(rows(page)).toHaveText([/Autre chose/])
  await page.getByRole('combobox', { name: 'Vérificateur' }).selectOption({ label: 'Victor Vérificateur' })
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(rows(page)).toHaveText([/170 blessés/])
  await expect(rows(page)).toContainText('Victor Vérificateur')
  await expect(rows(page)).toContainText('1 origine')
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(2)
  expect(csv).toContain(`"${word} : au moins 170 blessés"`)
  const answer = await page.request.get(`/api/v1/claims?format=jsonl&q=${word}`)
  expect((await answer.text()).trimEnd().split('\n')).toHaveLength(2)
  expect((await page.request.get('/api/v1/claims?format=xls')).status()).toBe(422)

  await page.getByRole('link', { name: `${word} : au moins 170 blessés` }).click()
  await page.waitForURL(new RegExp(`claim=${id}`))
  await expect(page.getByRole('heading', { level: 2, name: `${word} : au moins 170 blessés` })).toBeVisible()
})

test('a source leads to all claims that cite it, a list that one can let go of', async ({ as }) => {
  const page = await as('viewer')
  await page.goto('/sources?q=mallick')
  await page.getByRole('link', { name: 'Anas Mallick' }).first().click()
  await page.getByRole('link', { name: 'Toutes les affirmations où elle est citée' }).click()
  await page.waitForURL(/\/claims\?source=/)
  await expect(page.getByRole('list', { name: 'Limité à' })).toContainText('Source : Anas Mallick')
  await expect(
    rows(page)
      .filter({ has: page.locator('[dir="auto"]') })
      .first(),
  ).toBeVisible()
  await page.getByRole('link', { name: /^Ne plus se limiter à/ }).click()
  await page.waitForURL((url) => !url.searchParams.has('source'))
  await expect(page.getByRole('heading', { level: 2, name: /Toutes les affirmations/ })).toBeVisible()
})
