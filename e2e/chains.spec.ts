import type { Page } from 'playwright/test'
import { boxOf } from './at-rest'
import { openClaim, openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { articleText, claimPanel, markClaim, openTab, selectWords, texts } from './workbench'

const t = texts('fr')

// The fifth paragraph of the second article: what Mallick says, Western journalists had from a foreign service.
const report = (own: string) =>
  `Anas Mallick, journaliste sur le terrain pour WION, a déclaré que la menace visait les hôtels de ${own}.\n\n` +
  `“Nous avons vu une menace de renseignement étranger entrer dans les journalistes occidentaux, qu’au moins sept kamikazes sont en fuite.”\n\n` +
  `“Trois ponts sont coupés.” Deux routes sont fermées.`
const SENTENCE =
  'L’article cite Anas Mallick (WION), qui cite des journalistes occidentaux, qui citent un renseignement étranger.'

const chain = (page: Page, number: number, total: number) =>
  page.getByRole('article', { name: t('attribution.chainOf', { number, total }) })
const newForm = (page: Page) => page.getByRole('form', { name: t('attribution.edit.new') })
const hopOf = (page: Page, number: number) =>
  newForm(page).getByRole('group', { name: t('attribution.edit.hop', { number }) })
const wordsMenu = (page: Page, number: number) =>
  page.getByRole('toolbar', { name: t('workbench.menu.wordsOf', { number }) })
const suggestion = (page: Page) => page.getByRole('region', { name: t('attribution.proposal.title') })

/** Draws the mouse over words and gives them to the active hop. */
async function giveWords(page: Page, hop: number, words: string, part: 'source' | 'cue'): Promise<void> {
  await selectWords(page, words)
  await wordsMenu(page, hop)
    .getByRole('button', { name: t(`workbench.menu.${part}`) })
    .click()
  await expect(wordsMenu(page, hop)).toHaveCount(0)
}

async function openForm(page: Page): Promise<void> {
  await openTab(page, 'attribution')
  await page.getByRole('button', { name: t('attribution.addHop') }).click()
  await expect(hopOf(page, 1).getByLabel(t('attribution.field.source'))).toBeVisible()
}

const undoButton = (page: Page) => page.getByRole('button', { name: t('attribution.undo'), exact: true })

test('a chain of three is built by mouse in the text, and a hop drawn into its place', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, report(ownWord()))
  await markClaim(editor, 'au moins sept kamikazes sont en fuite', 'OTHER')
  await openForm(editor)
  await giveWords(editor, 1, 'Anas Mallick, journaliste sur le terrain pour WION', 'source')
  await expect(hopOf(editor, 1).getByLabel(t('attribution.field.source'))).toHaveValue('Anas Mallick')
  await giveWords(editor, 1, 'a déclaré', 'cue')
  const more = newForm(editor).getByRole('button', { name: t('attribution.edit.addNext') })
  await more.click()
  await giveWords(editor, 2, 'renseignement étranger', 'source')
  await more.click()
  await giveWords(editor, 3, 'les journalistes occidentaux', 'source')
  await expect(hopOf(editor, 3).getByLabel(t('attribution.field.source'))).toHaveValue('Journalistes occidentaux')
  // A link that is scrolled half under the tabs would be measured as too small.
  await (await claimPanel(editor)).getByRole('heading', { level: 2 }).first().scrollIntoViewIfNeeded()
  await expectAccessible(editor)

  const handle = (number: number) =>
    newForm(editor).getByRole('button', { name: t('attribution.edit.drag.handle', { number }), exact: true })
  const to = await boxOf(hopOf(editor, 3))
  const from = await boxOf(handle(2))
  await editor.mouse.move(from.x + 5, from.y + 5)
  await editor.mouse.down()
  await editor.mouse.move(from.x + 5, from.y + 40, { steps: 4 })
  await editor.mouse.move(from.x + 5, to.y + to.height - 10, { steps: 8 })
  await editor.mouse.up()
  await expect(hopOf(editor, 2)).toContainText(t('source.kind.UNNAMED_IN_TEXT'))
  await newForm(editor)
    .getByRole('button', { name: t('attribution.edit.save'), exact: true })
    .click()
  await expect(newForm(editor)).toHaveCount(0)
  await expect(chain(editor, 1, 1)).toContainText(SENTENCE)

  // What was saved is taken back from the notice, and a removed chain comes back.
  await chain(editor, 1, 1)
    .getByRole('button', { name: t('attribution.removeChain', { number: 1 }) })
    .click()
  await expect(chain(editor, 1, 1)).toHaveCount(0)
  await undoButton(editor).last().click()
  await expect(chain(editor, 1, 1)).toContainText(SENTENCE)
})

test('the same chain is built by keys alone', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, report(ownWord()))
  await markClaim(editor, 'au moins sept kamikazes sont en fuite', 'OTHER')
  await openTab(editor, 'attribution')
  await expect(editor.getByRole('button', { name: t('attribution.addHop') })).toBeVisible()
  const text = await articleText(editor)
  await text.focus()
  await editor.keyboard.press('h')
  await expect(hopOf(editor, 1)).toBeVisible()
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await editor.keyboard.press(key)
  }
  const selected = () => editor.evaluate(() => document.getSelection()?.toString().trim())
  await press('Control+Home')
  await press('Control+Shift+ArrowRight', 8)
  expect(await selected()).toBe('Anas Mallick, journaliste sur le terrain pour WION')
  await press('s')
  await press('ArrowRight', 2)
  await press('Control+Shift+ArrowRight', 2)
  expect(await selected()).toBe('a déclaré')
  await press('c')
  await press('h')
  await expect(hopOf(editor, 2)).toBeVisible()
  await press('Control+ArrowDown')
  await press('Control+ArrowRight', 11)
  await press('ArrowRight')
  await press('Control+Shift+ArrowRight', 2)
  expect(await selected()).toBe('journalistes occidentaux')
  await press('s')
  await expect(hopOf(editor, 2).getByLabel(t('attribution.field.source'))).toHaveValue('Journalistes occidentaux')
  await press('h')
  await expect(hopOf(editor, 3)).toBeVisible()
  await press('Control+ArrowLeft', 7)
  await press('Control+Shift+ArrowRight', 2)
  expect(await selected()).toBe('renseignement étranger')
  await press('s')
  await expect(hopOf(editor, 3).getByLabel(t('attribution.field.source'))).toHaveValue(/enseignement étranger$/)
  await expect(text).toBeFocused()
  await press('Control+Enter')
  await expect(newForm(editor)).toHaveCount(0)
  await expect(chain(editor, 1, 1)).toContainText(SENTENCE)
})

test('what the text suggests is taken with one key, as soon as a claim is marked', async ({ as }) => {
  const editor = await as('editor')
  // A name is made of letters.
  const name = `Jeanne M${ownWord()
    .slice(1)
    .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`
  await openNewArticle(editor, `Selon ${name}, le ministère affirme que deux ponts sont coupés.`)
  await markClaim(editor, 'deux ponts sont coupés', 'OTHER')
  await expect(suggestion(editor)).toContainText(`L’article cite ${name}, qui cite`)
  await expectAccessible(editor)
  await (await articleText(editor)).focus()
  await editor.keyboard.press('a')
  await expect(suggestion(editor)).toHaveCount(0)
  await openTab(editor, 'attribution')
  const saved = chain(editor, 1, 1)
  await expect(saved.getByRole('listitem')).toContainText([/L’article/, /Jeanne Mot\w+.*Selon/s, /Ministère.*affirme/s])
  await undoButton(editor).click()
  await expect(saved).toHaveCount(0)
  // Put away, it does not come back while one works on.
  await suggestion(editor)
    .getByRole('button', { name: t('attribution.proposal.dismiss') })
    .click()
  await expect(suggestion(editor)).toHaveCount(0)
})

test('the same speaker goes on with one key; a chain is given to two claims at once, pasted, and taken back', async ({
  as,
}) => {
  const editor = await as('editor')
  await openNewArticle(editor, report(ownWord()))
  await markClaim(editor, 'la menace visait les hôtels', 'OTHER', 'Les hôtels sont visés.')
  await openTab(editor, 'attribution')
  await suggestion(editor)
    .getByRole('button', { name: t('attribution.proposal.accept') })
    .click()
  await expect(chain(editor, 1, 1)).toContainText('L’article cite Anas Mallick (WION).')

  await markClaim(editor, 'Trois ponts sont coupés', 'OTHER', 'Trois ponts.')
  const text = await articleText(editor)
  await text.focus()
  await expect(editor.getByRole('button', { name: t('attribution.copy.goOn') })).toBeVisible()
  await editor.keyboard.press('.')
  await expect(chain(editor, 1, 1)).toContainText('L’article cite Anas Mallick (WION).')
  await expect(chain(editor, 1, 1)).toContainText(t('attribution.reading.INFERRED'))
  await undoButton(editor).last().click()
  await expect(chain(editor, 1, 1)).toHaveCount(0)

  await markClaim(editor, 'Deux routes sont fermées', 'OTHER', 'Deux routes.')
  await openClaim(editor, 'Les hôtels sont visés.')
  await openTab(editor, 'attribution')
  await expect(chain(editor, 1, 1)).toBeVisible()
  await editor.keyboard.press('g')
  const dialog = editor.getByRole('dialog', { name: t('attribution.copy.giveTitle', { number: 1 }) })
  await dialog.getByRole('checkbox', { name: /Deux routes/ }).check()
  await dialog.getByRole('checkbox', { name: /Trois ponts/ }).check()
  await expectAccessible(editor)
  await editor.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await editor.keyboard.press('j')
  await expect(chain(editor, 1, 1)).toContainText('L’article cite Anas Mallick (WION).')
  await undoButton(editor).last().click()
  await expect(chain(editor, 1, 1)).toHaveCount(0)

  await editor.keyboard.press('k')
  const panel = await claimPanel(editor)
  await expect(panel.getByRole('heading', { level: 2, name: 'Les hôtels sont visés.' })).toBeVisible()
  await expect(chain(editor, 1, 1)).toBeVisible()
  await editor.keyboard.press('y')
  await editor.keyboard.press('j')
  await expect(panel.getByRole('heading', { level: 2, name: 'Trois ponts.' })).toBeVisible()
  await expect(editor.getByRole('button', { name: t('attribution.copy.paste', { number: 1 }) })).toBeVisible()
  await editor.keyboard.press('p')
  await expect(chain(editor, 1, 1)).toContainText('L’article cite Anas Mallick (WION).')
})

test('a chain that is refused keeps its form, and steps in it are taken back', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, report(ownWord()))
  await markClaim(editor, 'au moins sept kamikazes sont en fuite', 'OTHER')
  await openForm(editor)
  await giveWords(editor, 1, 'a déclaré', 'cue')
  await newForm(editor)
    .getByRole('button', { name: t('attribution.edit.addNext') })
    .click()
  await expect(hopOf(editor, 2)).toBeVisible()
  await newForm(editor)
    .getByRole('button', { name: t('attribution.edit.undoStep') })
    .click()
  await expect(hopOf(editor, 2)).toHaveCount(0)
  await newForm(editor)
    .getByRole('button', { name: t('attribution.edit.save'), exact: true })
    .click()
  await expect(newForm(editor).getByRole('alert').first()).toContainText(t('reason.attribution.sourceMissing'))
  await expect(
    hopOf(editor, 1).getByRole('textbox', { name: t('attribution.field.cueWords'), exact: true }),
  ).toHaveValue('a déclaré')
})
