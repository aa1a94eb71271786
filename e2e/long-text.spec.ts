import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { exportedPassages } from './report-files'
import {
  articleText,
  categoryMenu,
  chooseCategory,
  markedWords,
  saveMark,
  scrollToWords,
  selectWords,
} from './workbench'

// One line of two hundred thousand characters: what has stopped a server, and hidden every mark behind it.
const line = (own: string) => {
  const words = 'selon la porte-parole sept hommes sont en fuite près de la frontière '
  const before = words.repeat(Math.ceil(150_000 / words.length))
  return `Texte ${own} ${before}le pont ${own} est coupé ${words.repeat(Math.ceil(50_000 / words.length))}`.trim()
}

test('far words of a line of 200,000 characters are found, marked, copied, and linked to', async ({ as }) => {
  const editor = await as('editor', { permissions: ['clipboard-read', 'clipboard-write'] })
  const own = ownWord()
  const text = line(own)
  const far = `le pont ${own} est coupé`
  const id = await openNewArticle(editor, text)
  const root = await articleText(editor)
  // All of it is in the page from the beginning, for the browser's own search.
  await expect(root).toContainText(far)

  await scrollToWords(editor, far)
  await selectWords(editor, far)
  const menu = await categoryMenu(editor)
  await expect(menu).toBeVisible()
  await editor.keyboard.press('Control+c')
  expect(await editor.evaluate(() => navigator.clipboard.readText())).toBe(far)

  await chooseCategory(editor, 'OPERATION')
  await saveMark(editor)
  const claim = new URL(editor.url()).searchParams.get('claim') ?? ''
  expect(await markedWords(editor, claim)).toEqual({ before: text.slice(0, text.indexOf(far)), words: far })
  expect(await exportedPassages(editor, id)).toMatchObject([{ exact: far, start: text.indexOf(far) }])

  // A link to the claim leads to its words.
  await editor.goto(`/articles/${id}?claim=${claim}`)
  await expect(editor.locator(`mark[data-claim="${claim}"]`)).toBeInViewport()
  await expectAccessible(editor, 'main')
})
