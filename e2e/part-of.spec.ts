import type { Page } from 'playwright/test'
import { addChain, pickSource } from './checking'
import { importText, openNewArticle, ownWord } from './desk'
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

test('within its period alone, and not against a person who has told the two apart', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  const [part, whole] = [`Flottille ${own}`, `Marine ${own}`]
  const claim = `Deux navires de ${own} sont partis.`
  await importText(page, ` date 2021-08 in\n\n${claim}`)
  await markClaim(page, 'Deux navires', 'QUANTITY', claim)
  await addChain(page, [{ source: { name: part, kind: 'ORGANISATION' } }])
  await addChain(page, [{ source: { name: whole, kind: 'ORGANISATION' } }])
  const workbench = page.url()
  await page.goto(`/sources?q=${encodeURIComponent(part)}`)
  await page.getByRole('link', { name: part }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(part)
  const source = page.url()
  /** Says since or until when, looks at what would change, and says so. */
  const setPart = async (field: 'sinceField' | 'untilField', year: string, seen: string) => {
    await page.getByRole('button', { name: t('sources.parts.set') }).click()
    const dialog = page.getByRole('dialog')
    await pickSource(dialog.getByRole('combobox', { name: t('sources.parts.whole') }), whole)
    const period = dialog.getByRole('group', { name: t(`sources.parts.${field}`), exact: true })
    await period.getByRole('textbox', { name: t('source.date.typed') }).fill(year)
    await expect(period.getByRole('textbox', { name: t('source.date.year') })).toHaveValue(year)
    await dialog.getByRole('button', { name: t('sources.parts.see') }).click()
    await expect(dialog).toContainText(seen)
    await expectAccessible(page, '[role="dialog"]')
    await dialog.getByRole('button', { name: t('sources.parts.confirm') }).click()
    await expect(dialog).toBeHidden()
  }

  await test.step('until before the text: it joins nothing', async () => {
    await setPart('untilField', '2019', t('sources.merge.originsNone'))
    const kept = page.getByRole('listitem').filter({ hasText: `Fait partie de ${whole}` })
    await expect(kept).toContainText('jusqu’à 2019')
    await page.goto(workbench)
    await expect(await sums(page)).toContainText('2 → 2')
  })

  await test.step('since before the text: it joins them', async () => {
    await page.goto(source)
    await setPart('sinceField', '2020', '2 origines → 1')
    await page.goto(workbench)
    await expect(await sums(page)).toContainText('2 → 1')
  })

  await test.step('a person tells them apart, with a reason, and takes that back', async () => {
    await (await sums(page)).getByRole('link', { name: t('independence.showGraph') }).click()
    await page.getByRole('button', { name: t('origins.decide.partOf', { count: 2 }) }).click()
    const dialog = page.getByRole('dialog')
    const reason = 'La flottille rend compte de sa propre mission.'
    await dialog.getByRole('textbox', { name: t('origins.decide.reason') }).fill(reason)
    await dialog.getByRole('button', { name: t('origins.decide.confirm') }).click()
    await expect(dialog).toBeHidden()
    const sum = page.getByRole('region', { name: t('origins.sum') })
    await expect(sum).toContainText('2 → 2')
    await expect(page.getByRole('article').filter({ hasText: reason })).toBeVisible()
    const decision = t('origins.decision.DIFFERENT', { appearance: t('origins.appearance', { count: 2 }) })
    await page.getByRole('button', { name: t('origins.decision.takeBackOf', { decision }) }).click()
    await expect(sum).toContainText('2 → 1')
  })
})
