import type { Page } from 'playwright/test'
import { addChain, pickSource } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, markClaim, texts } from './workbench'

// A command of an army: what changes is shown first, the two count for one, and they count apart again once that is taken back.

const t = texts('fr')
const sums = async (page: Page) => (await claimPanel(page)).getByRole('region', { name: t('independence.title') })

test('what is part of another makes one origin with it, once it is seen which counts change', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  const [part, whole] = [`Régiment ${own}`, `Corps ${own}`]
  await openNewArticle(page, `Deux ponts de ${own} sont coupés.`)
  await markClaim(page, 'Deux ponts', 'QUANTITY', `Deux ponts de ${own} sont coupés.`)
  await addChain(page, [{ source: { name: part, kind: 'ORGANISATION' } }])
  await addChain(page, [{ source: { name: whole, kind: 'ORGANISATION' } }])
  const workbench = page.url()
  await expect(await sums(page)).toContainText('2 → 2')

  await page.goto(`/sources?q=${encodeURIComponent(part)}`)
  await page.getByRole('link', { name: part }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(part)
  const source = page.url()
  await page.getByRole('button', { name: t('sources.parts.set') }).click()
  const dialog = page.getByRole('dialog')
  await pickSource(dialog.getByRole('combobox', { name: t('sources.parts.whole') }), whole)
  await dialog.getByRole('button', { name: t('sources.parts.see') }).click()
  await expect(dialog).toContainText(`Deux ponts de ${own} sont coupés.`)
  await expect(dialog).toContainText('2 origines → 1')
  await expectAccessible(page, '[role="dialog"]')
  await dialog.getByRole('button', { name: t('sources.parts.confirm') }).click()
  await expect(page.getByText(`Fait partie de ${whole}`)).toBeVisible()
  await page.goto(workbench)
  await expect(await sums(page)).toContainText('2 → 1')

  await page.goto(source)
  await page.getByRole('button', { name: t('sources.parts.removeOf', { part, whole }) }).click()
  await expect(page.getByRole('dialog')).toContainText('1 origine → 2')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('sources.parts.removeConfirm') })
    .click()
  await expect(page.getByText(`Fait partie de ${whole}`)).toHaveCount(0)
  await page.goto(workbench)
  await expect(await sums(page)).toContainText('2 → 2')
})
