import type { Locator, Page } from 'playwright/test'
import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { exportedPassages } from './report-files'
import { articleText, categoryMenu, claimPanel, claimRows, markForm, saveMark, selectWords, texts } from './workbench'

const t = texts('fr')
const MOST_STOPS = 80

/** Goes by Tab until something has the focus: what cannot be reached so fails. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString())

test('claims are marked without a mouse, and each time the text is left and found again at the same place', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const id = await openNewArticle(editor, `Le ${own} a rouvert. Trois avions ont décollé. Deux sont restés.`)
  const text = await articleText(editor)
  await tabTo(editor, text)
  await editor.keyboard.press('Alt+ArrowRight')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  expect(await selected(editor)).toBe('Trois avions')
  await editor.keyboard.press('q')

  const form = await markForm(editor)
  const wording = form.getByRole('textbox', { name: t('workbench.form.wording') })
  await expect(wording).toBeFocused()
  await expect(wording).toHaveValue('Trois avions ont décollé.')
  await expect(form.getByRole('combobox', { name: t('workbench.form.category') })).toHaveValue(t('category.QUANTITY'))
  await editor.keyboard.press('End')
  await editor.keyboard.press('Backspace')
  await editor.keyboard.type(' de Kaboul.')
  await editor.keyboard.press('Enter')
  const rows = await claimRows(editor)
  await expect(rows).toContainText(['Trois avions ont décollé de Kaboul.'])
  await expect(form).toHaveCount(0)
  await expect(text).toBeFocused()

  // On from where the reading stopped; the menu by Enter, a choice by arrows.
  await editor.keyboard.press('Control+Shift+ArrowRight')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  expect((await selected(editor))?.trim()).toBe('ont décollé')
  await editor.keyboard.press('Enter')
  const menu = await categoryMenu(editor)
  const choices = menu.getByRole('button')
  await expect(choices.first()).toBeFocused()
  await editor.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(text).toBeFocused()
  await editor.keyboard.press('Enter')
  await expect(choices.first()).toBeFocused()
  await editor.keyboard.press('ArrowRight')
  await expect(choices.nth(1)).toBeFocused()
  await editor.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: t('workbench.form.category') })).toHaveValue(
    t('category.THREAT_WARNING'),
  )
  await editor.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(text).toBeFocused()
  await expect(rows).toHaveCount(1)

  await editor.keyboard.press('Alt+ArrowRight')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  expect(await selected(editor)).toBe('Deux')
  await editor.keyboard.press('x')
  await editor.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(rows).toHaveCount(2)
  expect((await exportedPassages(editor, id)).map(({ exact }) => exact)).toEqual(['Trois avions', 'Deux'])

  await editor.keyboard.press('Control+z')
  await expect(rows).toHaveCount(1)
})

test('J and K walk through the claims, Space opens, letters open the tabs, the question mark lists the keys', async ({
  as,
}) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Trois avions ont décollé. Deux ponts tiennent. Le ${ownWord()} a rouvert.`)
  for (const words of ['Trois avions', 'Deux ponts', 'a rouvert']) {
    await selectWords(editor, words)
    await editor.keyboard.press('o')
    await saveMark(editor)
  }
  const rows = await claimRows(editor)
  await expect(rows).toHaveCount(3)
  await editor.keyboard.press('k')
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  await editor.keyboard.press('k')
  await editor.keyboard.press('k')
  await expect(rows.first()).toHaveAttribute('aria-current', 'true')
  await editor.keyboard.press('j')
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  const panel = await claimPanel(editor)
  await expect(panel.getByRole('heading', { level: 2 }).first()).toHaveText('Deux ponts tiennent.')

  const tabs = panel.getByRole('navigation', { name: t('workbench.panel.tabs') })
  const tab = (name: string) => tabs.getByRole('link', { name: t(`workbench.panel.tab.${name}`) })
  await editor.keyboard.press('e')
  await expect(tab('evidence')).toHaveAttribute('aria-current', 'page')
  await editor.keyboard.press('v')
  await expect(tab('verdict')).toHaveAttribute('aria-current', 'page')
  await expect(panel.getByRole('group', { name: t('verdict.field.rating') })).toBeVisible()
  await editor.keyboard.press('4')
  await expect(panel.getByRole('radio', { name: /Plutôt exact/ })).toBeChecked()

  await editor.keyboard.press('?')
  const help = editor.getByRole('dialog', { name: t('workbench.keys.title') })
  await expect(help).toContainText(t('category.CASUALTIES'))
  await expect(help).toContainText(t('workbench.keys.next'))
  await editor.keyboard.press('Escape')
  await expect(help).toBeHidden()

  // Letters typed into a field are letters.
  const reasons = panel.getByRole('textbox', { name: t('verdict.field.rationale') })
  await tabTo(editor, reasons)
  await editor.keyboard.type('Je kej e?')
  await expect(reasons).toHaveValue('Je kej e?')
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  await editor.keyboard.press('Escape')
  const text = await articleText(editor)
  await expect(text).toBeFocused()

  await editor.keyboard.press('Control+Home')
  await editor.keyboard.press('ArrowRight')
  await editor.keyboard.press('Space')
  // What was typed is not lost by going elsewhere: one is asked first.
  const leaving = editor.getByRole('dialog', { name: t('workbench.unsaved.title') })
  await expect(leaving).toBeVisible()
  await editor.keyboard.press('Escape')
  await expect(leaving).toBeHidden()
  await expect(reasons).toHaveValue('Je kej e?')
  await expect(text).toBeFocused()
  await editor.keyboard.press('Space')
  await tabTo(editor, leaving.getByRole('button', { name: t('workbench.unsaved.leave') }))
  await editor.keyboard.press('Enter')
  await expect(rows.first()).toHaveAttribute('aria-current', 'true')
})

test('a chain is built without a mouse, with a new source', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  await openNewArticle(editor, `Selon le journal, trois avions ont décollé, dit le ${own}.`)
  await selectWords(editor, 'trois avions ont décollé')
  await editor.keyboard.press('o')
  await saveMark(editor)

  const panel = await claimPanel(editor)
  const tabs = panel.getByRole('navigation', { name: t('workbench.panel.tabs') })
  await tabTo(editor, tabs.getByRole('link', { name: t('workbench.panel.tab.attribution') }))
  await editor.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: t('attribution.addHop') })).toBeVisible()
  await editor.keyboard.press('h')
  const form = panel.getByRole('form', { name: t('attribution.edit.new') })
  const hop = (number: number) => form.getByRole('group', { name: t('attribution.edit.hop', { number }) })

  const source = (number: number) => hop(number).getByLabel(t('attribution.field.source'))
  await tabTo(editor, source(1))
  await editor.keyboard.type('Anas Mal')
  // Other stories' articles may begin with the same name.
  const known = editor.getByRole('option').filter({ has: editor.getByText('Anas Mallick', { exact: true }) })
  await expect(known).toBeVisible()
  await editor.keyboard.press('ArrowDown')
  await editor.keyboard.press('Enter')
  await expect(source(1)).toHaveValue('Anas Mallick')
  await expect(source(1)).toBeFocused()
  await tabTo(editor, hop(1).getByRole('textbox', { name: t('attribution.field.cueWords'), exact: true }))
  await editor.keyboard.type('Selon')

  await tabTo(editor, form.getByRole('button', { name: t('attribution.edit.addNext') }))
  await editor.keyboard.press('Enter')
  await tabTo(editor, source(2))
  await editor.keyboard.type(`Journal ${own}`)
  await expect(editor.getByRole('option', { name: t('source.create', { name: `Journal ${own}` }) })).toBeVisible()
  await editor.keyboard.press('ArrowDown')
  await editor.keyboard.press('Enter')
  const created = editor.getByRole('group', { name: t('source.newSource') })
  await expect(created.getByLabel(t('source.kindLabel'))).toBeFocused()
  await editor.keyboard.press('ArrowDown')
  // The article's own title holds the same word: that is offered first, and Enter once more adds all the same.
  const anyway = created.getByRole('button', { name: t('source.createAnyway') })
  await expect(anyway).toBeVisible()
  await tabTo(editor, anyway)
  await editor.keyboard.press('Enter')
  await expect(created).toBeHidden()
  await expect(source(2)).toHaveValue(`Journal ${own}`)
  await tabTo(editor, form.getByRole('button', { name: t('attribution.edit.save'), exact: true }))
  await editor.keyboard.press('Enter')
  const chain = panel.getByRole('article', { name: t('attribution.chainOf', { number: 1, total: 1 }) })
  await expect(chain.getByRole('listitem')).toContainText([/L’article/, /Anas Mallick.*Selon/s, `Journal ${own}`])
  await expect(panel.getByRole('button', { name: t('attribution.addHop') })).toBeFocused()
})
