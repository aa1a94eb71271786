import type { Locator, Page } from 'playwright/test'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { exportedPassages } from './report-files'
import {
  articleText,
  categoryMenu,
  chooseCategory,
  claimPanel,
  claimRows,
  clickWords,
  markClaim,
  markedWords,
  markForm,
  placeOfWords,
  saveMark,
  selectWords,
  texts,
} from './workbench'

const t = texts('fr')
const current = async (page: Page): Promise<Locator> =>
  (await claimRows(page)).and(page.locator('[aria-current="true"]'))

test('a mark behind emoji and accents stands at exactly the same place after a reload, and in the export', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const text = `Le ${own} : 👩‍👩‍👧 é 𝒳 ont vu 🇫🇷 trois avions 👩‍👩‍👧 décoller.\n\n𝒳 n’a rien vu.`
  const id = await openNewArticle(editor, text)
  const claim = await markClaim(editor, 'trois avions 👩‍👩‍👧', 'QUANTITY')
  const within = await markClaim(editor, '👩‍👩‍👧 é 𝒳', 'IDENTITY', 'Une famille, et 𝒳.')
  const places = async () => [await markedWords(editor, claim), await markedWords(editor, within)]
  const before = await places()
  expect(before).toEqual([
    { before: `Le ${own} : 👩‍👩‍👧 é 𝒳 ont vu 🇫🇷 `, words: 'trois avions 👩‍👩‍👧' },
    { before: `Le ${own} : `, words: '👩‍👩‍👧 é 𝒳' },
  ])
  await editor.reload()
  await expect(await claimRows(editor)).toHaveCount(2)
  expect(await places()).toEqual(before)

  const [first, second] = await exportedPassages(editor, id)
  expect([first?.exact, second?.exact]).toEqual(['👩‍👩‍👧 é 𝒳', 'trois avions 👩‍👩‍👧'])
  for (const passage of [first, second]) {
    expect(Array.from(text).slice(passage?.start, passage?.end).join('')).toBe(passage?.exact)
  }
})

test('half an emoji cannot be marked: the selection takes the whole', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Le ${ownWord()} a salué 👩‍👩‍👧 et 🇫🇷 de loin.`)
  const text = await articleText(editor)
  await text.evaluate((root) => {
    const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode()
    const value = node?.nodeValue ?? ''
    // From between the two halves of the flag's second letter back into the middle of the family.
    if (node)
      document.getSelection()?.setBaseAndExtent(node, value.indexOf('🇫🇷') + 3, node, value.indexOf('👩‍👩‍👧') + 4)
  })
  await chooseCategory(editor, 'OTHER')
  await saveMark(editor)
  expect((await exportedPassages(editor, id)).map(({ exact }) => exact)).toEqual(['👩‍👩‍👧 et 🇫🇷'])
})

test('marks overlap and nest: a click takes the smallest, another one goes outwards', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Trois avions ont décollé de Kaboul avant l’aube, dit le ${ownWord()}.`)
  await markClaim(editor, 'Trois avions ont décollé de Kaboul', 'OPERATION', 'Le tout')
  await markClaim(editor, 'Trois avions', 'QUANTITY', 'Le dedans')
  await markClaim(editor, 'Kaboul avant l’aube', 'OTHER', 'Le travers')
  await expect(await claimRows(editor)).toContainText(['Le tout', 'Le dedans', 'Le travers'])
  const chosen = await current(editor)

  await clickWords(editor, 'avions')
  await expect(chosen).toContainText('Le dedans')
  await clickWords(editor, 'avions')
  await expect(chosen).toContainText('Le tout')
  await clickWords(editor, 'avions')
  await expect(chosen).toContainText('Le dedans')
  await clickWords(editor, 'Kaboul')
  await expect(chosen).toContainText('Le travers')
  await clickWords(editor, 'Kaboul')
  await expect(chosen).toContainText('Le tout')
  await clickWords(editor, 'décollé')
  await expect(chosen).toContainText('Le tout')

  // Each has one place to go to by Tab, which says what it is.
  const tags = (await articleText(editor)).getByRole('link')
  await expect(tags).toHaveCount(3)
  const values = { category: t('category.QUANTITY'), state: t('state.OPEN'), count: 3 }
  await expect(tags.first()).toHaveAccessibleName(t('workbench.mark.name', { ...values, number: 2, position: 2 }))
  await expectAccessible(editor)
})

test('words are selected backwards, over paragraphs, by double and by triple click', async ({ as }) => {
  const editor = await as('editor')
  const paragraph = `Une brigade garde la route du ${ownWord()}.`
  const id = await openNewArticle(editor, `Deux ponts sont coupés. La gare est fermée.\n\n${paragraph}`)
  const menu = await categoryMenu(editor)

  await selectWords(editor, 'Deux ponts', 'coupés', { backwards: true })
  await chooseCategory(editor, 'OPERATION')
  await saveMark(editor)
  await selectWords(editor, 'La gare', 'Une brigade')
  await chooseCategory(editor, 'OTHER')
  await saveMark(editor, 'Au-delà du paragraphe.')

  const { start } = await placeOfWords(editor, 'brigade')
  await editor.mouse.dblclick(start.x + 8, start.y)
  await expect(menu).toBeVisible()
  await chooseCategory(editor, 'IDENTITY')
  await saveMark(editor)
  await editor.mouse.click(start.x + 8, start.y, { clickCount: 3 })
  await expect(menu).toBeVisible()
  await chooseCategory(editor, 'STATEMENT')
  await saveMark(editor)

  const exported = (await exportedPassages(editor, id)).map(({ exact }) => exact)
  expect(exported).toEqual(['Deux ponts sont coupés', 'La gare est fermée.\n\nUne brigade', paragraph, 'brigade'])
})

test('what is copied is the article’s text and nothing else', async ({ as }) => {
  const editor = await as('editor', { permissions: ['clipboard-read', 'clipboard-write'] })
  const own = ownWord()
  await openNewArticle(editor, `Deux ponts sont coupés.\n\nTrois ponts tiennent, dit le ${own}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  await markClaim(editor, 'sont coupés', 'OPERATION')
  await markClaim(editor, 'Trois ponts', 'QUANTITY')
  await selectWords(editor, 'Deux', `le ${own}`)
  await editor.keyboard.press('Control+c')
  const copied = await editor.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(`Deux ponts sont coupés.\n\nTrois ponts tiennent, dit le ${own}`)
})

test('on a phone the menu follows the selection, and the form leaves the words in sight', async ({ as }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const editor = await as('editor', phone)
  const id = await openNewArticle(editor, `Deux ponts sont coupés.\n\nTrois ponts tiennent, dit le ${ownWord()}.`)
  const text = await articleText(editor)
  // As the handles of a long press do: no mouse, only a selection that changes.
  await text.getByText('Deux ponts').evaluate((holder) => {
    const words = holder.firstChild
    if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 'Deux ponts'.length)
  })
  const menu = await categoryMenu(editor)
  const choice = menu.getByRole('button', { name: t('category.QUANTITY') })
  await expect(choice).toBeInViewport({ ratio: 1 })
  await choice.tap()
  const form = await markForm(editor)
  const save = form.getByRole('button', { name: t('workbench.form.save') })
  await expect(save).toBeVisible()
  await expect(text.getByText('Deux ponts')).toBeInViewport()
  await expectAccessible(editor)
  await save.tap()
  await expect(form).toHaveCount(0)
  await expect(text.getByRole('link')).toHaveCount(1)
  const columns = editor.getByRole('group', { name: t('workbench.column.label') })
  await columns.getByRole('button', { name: t('workbench.column.list') }).tap()
  await (await claimRows(editor)).tap()
  await expect((await claimPanel(editor)).getByRole('heading', { level: 2 }).first()).toBeVisible()
  expect(await exportedPassages(editor, id)).toMatchObject([{ exact: 'Deux ponts' }])
})
