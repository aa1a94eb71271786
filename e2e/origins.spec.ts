import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expectNothingTooWide, leftEdges } from './at-rest'
import { openArticle, openClaim } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, openTab, textsOf } from './workbench'

// Seeing where a claim's appearances come from, and deciding it: on the claim of the seven bombers, with its three chains.
// One claim, decided and taken back again: each story leaves it as it was, for the next.

const BOMBERS = 'Sept kamikazes présumés'

/** The box of the selected claim in the workbench that counts its appearances and origins. */
async function independenceBox(page: Page) {
  const t = await textsOf(page)
  return (await claimPanel(page)).getByRole('region', { name: t('independence.title') })
}

async function openBombers(page: Page): Promise<void> {
  await openArticle(page, 'terroristes')
  await openClaim(page, BOMBERS)
  await openTab(page, 'attribution')
}

/** From the workbench to the page of the claim's origins. */
async function openOrigins(page: Page): Promise<void> {
  const t = await textsOf(page)
  await (await independenceBox(page)).getByRole('link', { name: t('independence.showGraph') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(BOMBERS)
  await expect(page.getByRole('figure', { name: t('origins.graph.label') })).toBeVisible()
}

/** What the page's head says: appearances, origins, and what is not determined. */
async function expectSum(page: Page, appearances: number, origins: number, undetermined: number): Promise<void> {
  const t = await textsOf(page)
  const sum = page.getByRole('region', { name: t('origins.sum') })
  await expect(sum).toContainText(`${appearances} → ${origins}`)
  if (undetermined > 0) await expect(sum).toContainText(t('independence.undetermined', { undetermined }))
  else await expect(sum).not.toContainText(t('independence.undetermined', { undetermined: '' }).trim())
}

test('what is undetermined is decided with a reason, counts, and is taken back', async ({ as }) => {
  const editor = await as('editor')
  const t = await textsOf(editor)
  await openBombers(editor)
  const box = await independenceBox(editor)
  await expect(box).toContainText('3 → 1')
  await expect(box).toContainText(t('independence.undetermined', { undetermined: 1 }))

  await openOrigins(editor)
  await expectSum(editor, 3, 1, 1)
  await editor.getByRole('button', { name: t('origins.decide.openOf', { count: 3 }) }).click()
  const dialog = editor.getByRole('dialog', { name: t('origins.decide.title', { count: 3 }) })
  await expectAccessible(editor, '[role="dialog"]')
  await dialog.getByRole('radio', { name: t('origins.decide.own') }).check()
  await dialog.getByRole('button', { name: t('origins.decide.confirm') }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  const reason = 'Un service d’un autre pays, d’après le paragraphe 5.'
  await dialog.getByRole('textbox', { name: t('origins.decide.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('origins.decide.confirm') }).click()
  await expect(dialog).toBeHidden()
  await expectSum(editor, 3, 2, 0)
  await expect(editor.getByRole('article').filter({ hasText: reason })).toBeVisible()

  await editor.getByRole('link', { name: t('origins.back') }).click()
  await expect(await independenceBox(editor)).toContainText('3 → 2')
  await openOrigins(editor)

  const decision = t('origins.decision.DIFFERENT', { appearance: t('origins.appearance', { count: 3 }) })
  await editor.getByRole('button', { name: t('origins.decision.takeBackOf', { decision }) }).click()
  await expectSum(editor, 3, 1, 1)
  await expect(editor.getByText(reason)).toHaveCount(0)
  await editor.getByRole('link', { name: t('origins.back') }).click()
  await expect(await independenceBox(editor)).toContainText('3 → 1')
})

test('a grouping is overruled and that is taken back, by keyboard alone, on a narrow screen in the dark', async ({
  as,
}) => {
  const editor = await as('editor', { colorScheme: 'dark' })
  const t = await textsOf(editor)
  await openBombers(editor)
  await openOrigins(editor)
  await editor.setViewportSize({ width: 390, height: 844 })
  const press = async (name: string) => {
    await editor.getByRole('button', { name, exact: true }).focus()
    await editor.keyboard.press('Enter')
  }
  await press(t('origins.decide.partOf', { count: 2 }))
  const dialog = editor.getByRole('dialog', { name: t('origins.decide.partTitle', { count: 2 }) })
  await expectAccessible(editor, '[role="dialog"]')
  await expect(dialog.getByRole('textbox', { name: t('origins.decide.reason') })).toBeFocused()
  await editor.keyboard.type('Le rapport et le journaliste ne parlent pas du même service.')
  await editor.keyboard.press('Tab')
  await editor.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: t('origins.decide.confirm') })).toBeFocused()
  await editor.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expectSum(editor, 3, 2, 1)
  // The focus has gone with the appearance into its own group.
  const own = editor.getByRole('article').filter({ hasText: 'ne parlent pas du même service' })
  await expect(own.getByRole('listitem').first()).toBeFocused()
  await editor.keyboard.press('Tab')
  await expect(own.getByRole('link')).toBeFocused()
  const decision = t('origins.decision.DIFFERENT', { appearance: t('origins.appearance', { count: 2 }) })
  await editor.keyboard.press('Tab')
  await expect(own.getByRole('button', { name: t('origins.decision.takeBackOf', { decision }) })).toBeFocused()
  await editor.keyboard.press('Enter')
  await expectSum(editor, 3, 1, 1)
})

test('the graph is walked by keyboard from the claim to its origins, and handed out as a file', async ({ as }) => {
  const editor = await as('editor')
  const t = await textsOf(editor)
  await openBombers(editor)
  await openOrigins(editor)
  const figure = editor.getByRole('figure', { name: t('origins.graph.label') })
  const nodes = figure.getByRole('group', { name: t('origins.graph.label') }).getByRole('link')
  // The claim, its article, four sources and the report, and two groups.
  await expect(nodes).toHaveCount(9)
  await figure.getByRole('region', { name: t('origins.graph.scroll') }).focus()
  for (const node of await nodes.all()) {
    await editor.keyboard.press('Tab')
    await expect(node).toBeFocused()
  }
  await expect(figure.getByRole('link', { name: /^Anas Mallick \(WION\)/ })).toHaveCount(1)
  const lefts = await leftEdges(nodes)
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b))

  const download = editor.waitForEvent('download')
  await editor.getByRole('link', { name: t('origins.download') }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^origines-affirmation-\d+\.svg$/)
  const svg = await readFile(await file.path(), 'utf8')
  const read = await editor.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      name: documentElement.localName,
      words: documentElement.textContent,
      errors: documentElement.querySelectorAll('parsererror').length,
    }
  }, svg)
  expect(read).toMatchObject({ name: 'svg', errors: 0 })
  expect(read.words).toContain('Anas Mallick')
})

test('whoever only reads sees it all, and is told why nothing can be decided', async ({ as }) => {
  const viewer = await as('viewer')
  const t = await textsOf(viewer)
  await openBombers(viewer)
  await openOrigins(viewer)
  await expectSum(viewer, 3, 1, 1)
  const decide = viewer.getByRole('button', { name: t('origins.decide.openOf', { count: 3 }) })
  await expect(decide).toHaveAttribute('aria-disabled', 'true')
  await expect(decide).toHaveAccessibleDescription(new RegExp(t('reason.permission.editor')))
  await decide.press('Enter')
  await expect(viewer.getByRole('dialog')).toHaveCount(0)
  await viewer.getByText(t('origins.graph.inWords')).click()
  await expectAccessible(viewer)
  await viewer.setViewportSize({ width: 390, height: 844 })
  await expectNothingTooWide(viewer)
})

test('there is nothing of claims that are not there', async ({ as }) => {
  const editor = await as('editor')
  for (const id of ['019aa000-0000-7000-8000-000000000000', 'x'])
    expect((await editor.request.get(`/api/v1/claims/${id}/origins.svg`)).status()).toBe(404)
  expect((await editor.request.get('/claims/x/origins')).status()).toBe(404)
})
