import type { Page } from 'playwright/test'
import { takePicture } from './at-rest'
import { importText, openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { exportedPassages } from './report-files'
import { articleText, claimPanel, claimRows, markClaim, markForm, texts } from './workbench'

const t = texts('fr')
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString())
const directionOf = (element: Element) => (element.matches(':dir(rtl)') ? 'rtl' : 'ltr')

test('an Arabic text is read, marked by keys and shown from right to left, its Latin names in their place', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const first = `أعلنت وزارة النقل إغلاق 13 جسرا في ${own} يوم الخميس.`
  const text = `${first} وقال المتحدث سمير: «سنغادر في 31 أغسطس».\n\nUn mot (dit AFP).`
  // By the form, which reads what language it is.
  const id = await importText(editor, text)
  const shown = await articleText(editor)
  await expect(shown).toHaveAttribute('lang', 'ar')
  await expect(editor.getByText(/^arabe\b/).first()).toBeVisible()
  const paragraphs = shown.locator('p')
  expect(await paragraphs.nth(0).evaluate(directionOf)).toBe('rtl')
  expect(await paragraphs.nth(1).evaluate(directionOf)).toBe('ltr')

  // The left arrow leads on: it is the way of reading.
  await shown.focus()
  await editor.keyboard.press('Control+Home')
  await editor.keyboard.press('Control+Shift+ArrowLeft')
  await editor.keyboard.press('Control+Shift+ArrowLeft')
  expect(await selected(editor)).toBe('أعلنت وزارة')
  await editor.keyboard.press('Shift+ArrowRight')
  expect(await selected(editor)).toBe('أعلنت وزار')
  await editor.keyboard.press('ArrowLeft')

  await editor.keyboard.press('Control+Home')
  await editor.keyboard.press('Alt+Shift+ArrowLeft')
  expect((await selected(editor))?.trim()).toBe(first)
  await editor.keyboard.press('o')
  await expect((await markForm(editor)).getByRole('blockquote')).toHaveText(first)
  await editor.keyboard.press('Enter')
  await expect(shown.locator('mark')).toHaveText([first])
  const rows = await claimRows(editor)
  await expect(rows).toHaveCount(1)
  await expect(await markForm(editor)).toHaveCount(0)
  const [passage] = await exportedPassages(editor, id)
  expect(passage?.exact).toBe(first)

  // Where it is shown beside the text, too: the stop stands at the left, the number within.
  const wording = rows.first().locator('[dir="auto"]').filter({ hasText: own })
  expect(await wording.evaluate(directionOf)).toBe('rtl')
  const heading = (await claimPanel(editor)).getByRole('heading', { name: own })
  expect(await heading.evaluate(directionOf)).toBe('rtl')
  await expectAccessible(editor)
  const shots = process.env.RECOUPE_SHOTS
  if (shots) await takePicture(editor, `${shots}/arabic.png`)
})

test('what nobody sees is marked with a sign that is no part of the text', async ({ as }) => {
  const editor = await as('editor')
  const text = `Le gou\u200bvernement de ${ownWord()} a coupé \u202etrois\u202c ponts, dit-on.`
  const id = await openNewArticle(editor, text)
  const shown = await articleText(editor)
  await expect(shown.getByTitle(t('workbench.unseen.RLO'))).toHaveAttribute('data-unseen', 'RLO')
  await expect(shown.getByTitle(t('workbench.unseen.ZWSP'))).toHaveCount(1)
  expect(await shown.locator('p').textContent()).toBe(text)
  await markClaim(editor, 'gou\u200bvernement', 'OTHER')
  await markClaim(editor, 'ponts', 'QUANTITY')
  const exact = (await exportedPassages(editor, id)).map((passage) => passage.exact)
  expect(exact).toEqual(['gou\u200bvernement', 'ponts'])
})

test('keys are those of the place on other keyboards, and single ones can be switched off', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Le ${ownWord()} a rouvert. Trois avions ont décollé. Deux sont restés.`)
  await markClaim(editor, 'Trois avions', 'QUANTITY')
  const press = (key: string, code: string) =>
    editor.evaluate(
      (of) => document.dispatchEvent(new KeyboardEvent('keydown', { ...of, bubbles: true, cancelable: true })),
      { key, code },
    )
  const dialog = editor.getByRole('dialog', { name: t('workbench.keys.title') })
  await press('؟', 'Slash')
  await expect(dialog).toBeVisible()
  await editor.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  // V of a Russian keyboard opens the verdict.
  const panel = await claimPanel(editor)
  await press('м', 'KeyV')
  const tab = panel.getByRole('link', { name: t('workbench.panel.tab.verdict') })
  await expect(tab).toHaveAttribute('aria-current', 'page')

  const workbench = editor.url()
  await editor.goto('/account')
  const off = editor.getByRole('button', { name: t('ui.singleKeys.off') })
  await off.click()
  await expect(off).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(editor)
  await editor.goto(workbench)
  await expect(await claimRows(editor)).toHaveCount(1)
  await (await articleText(editor)).focus()
  await editor.keyboard.press('?')
  // A key that still works comes behind it, so that the other one has been heard.
  await editor.keyboard.press('Control+Shift+ArrowRight')
  expect((await selected(editor))?.trim()).toBe('Le')
  await editor.keyboard.press('q')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  await expect(dialog).toHaveCount(0)
  await editor.keyboard.press('F1')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('link')).toHaveAttribute('href', '/account#single-keys')
})
