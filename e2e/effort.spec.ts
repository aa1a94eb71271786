import type { Page } from 'playwright/test'
import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { articleText, claimPanel, markForm, selectWords, texts } from './workbench'

const t = texts('fr')

declare global {
  interface Window {
    effort: { clicks: number; keys: number }
  }
}

/** Counts what a hand does from now on: presses of the mouse, and keys. */
async function countEffort(page: Page): Promise<() => Promise<Window['effort']>> {
  await page.evaluate(() => {
    window.effort = { clicks: 0, keys: 0 }
    addEventListener('pointerdown', () => window.effort.clicks++, true)
    addEventListener('keydown', () => window.effort.keys++, true)
  })
  return () => page.evaluate(() => window.effort)
}

test('a death toll with an attributed source and two figures takes no more than 12 clicks and 40 keys', async ({
  as,
}) => {
  const editor = await as('editor')
  const event = `Pont ${ownWord()}`
  await openNewArticle(
    editor,
    `Au moins 13 soldats américains et 170 civils afghans ont été tués le 26 août 2021, selon le ministère de la Mer ${ownWord()}.`,
  )
  const panel = await claimPanel(editor)
  const effort = await countEffort(editor)

  await selectWords(editor, 'Au moins 13', '26 août 2021')
  await editor.keyboard.press('c')
  const form = await markForm(editor)
  await expect(form).toHaveAttribute('aria-busy', 'false')
  // What is claimed, without who says so.
  const wording = 'Au moins 13 soldats américains et 170 civils afghans ont été tués le 26 août 2021.'
  await expect(form.getByRole('textbox', { name: t('workbench.form.wording') })).toHaveValue(wording)
  await editor.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { level: 2, name: wording })).toBeVisible()

  await expect(panel).toContainText('ministère de la Mer')
  await expect(await articleText(editor)).toBeFocused()
  await editor.keyboard.press('a')
  await expect(panel.getByRole('group', { name: t('attribution.proposal.title') })).toHaveCount(0)

  await editor.keyboard.press('f')
  const figure = panel.getByRole('form', { name: t('figure.add') })
  const words = figure.getByRole('textbox', { name: t('figure.field.verbatim'), exact: true })
  await expect(words).toBeFocused()
  await editor.keyboard.press('Enter')
  await expect(figure.getByLabel(t('figure.field.low'), { exact: true })).toHaveValue('13')
  await figure.getByRole('button', { name: /^Accepter la date/ }).click()
  const picker = figure.getByRole('combobox', { name: t('figure.field.event'), exact: true })
  await picker.click()
  await editor.keyboard.type(event)
  await expect(editor.getByRole('option', { name: t('event.picker.create', { title: event }) })).toBeVisible()
  await editor.keyboard.press('ArrowDown')
  await editor.keyboard.press('Enter')
  await expect(picker).toHaveValue(event)
  await figure.getByRole('button', { name: t('figure.saveAndNext') }).click()

  // Event and date stay; the next number is read.
  await expect(words).toBeFocused()
  await expect(picker).toHaveValue(event)
  await editor.keyboard.press('Enter')
  await expect(figure.getByLabel(t('figure.field.best'), { exact: true })).toHaveValue('170')
  await expect(figure.getByLabel(t('source.date.day'), { exact: true }).first()).toHaveValue('2021-08-26')
  await editor.keyboard.press('Control+Enter')
  await expect(figure).toHaveCount(0)
  await expect(panel).toContainText('au moins 13 tués')
  await expect(panel).toContainText('170 tués')

  const { clicks, keys } = await effort()
  console.log(`effort: a death toll, its source and two figures: ${clicks} clicks, ${keys} keys`)
  expect(clicks).toBeLessThanOrEqual(12)
  expect(keys).toBeLessThanOrEqual(40)
})
