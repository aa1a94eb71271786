import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { exportedPassages } from './report-files'
import {
  categoryMenu,
  chooseCategory,
  claimPanel,
  claimRows,
  clickWords,
  markClaim,
  markForm,
  openTab,
  saveMark,
  selectWords,
  texts,
} from './workbench'

const t = texts('fr')
test('a mark is moved to other words, and back by undoing', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés. Trois ponts tiennent, dit le ${ownWord()}.`)
  const exact = async () => (await exportedPassages(editor, id)).map((passage) => passage.exact)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  const panel = await openTab(editor, 'claim')
  const passages = panel.getByRole('region', { name: t('claim.passages') })
  await passages.getByRole('button', { name: t('claim.move') }).click()
  await selectWords(editor, 'Trois ponts tiennent')
  await (await categoryMenu(editor)).getByRole('button', { name: t('workbench.menu.moveHere') }).click()
  await expect(passages.getByRole('blockquote')).toHaveText('Trois ponts tiennent')
  expect(await exact()).toEqual(['Trois ponts tiennent'])

  await editor.keyboard.press('Control+z')
  await expect(passages.getByRole('blockquote')).toHaveText('Deux ponts')
  expect(await exact()).toEqual(['Deux ponts'])
})

test('a deleted mark comes back by the button and by its key', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts sont coupés.')
  const rows = await claimRows(editor)
  const remove = (await openTab(editor, 'claim')).getByRole('button', { name: t('claim.delete') })
  await remove.click()
  const notice = editor.getByRole('alert').filter({ hasText: t('claim.deleted') })
  // Under the mouse it does not go by itself, however long the rest takes.
  await notice.hover()
  await expect(rows).toHaveCount(0)
  expect(await exportedPassages(editor, id)).toEqual([])
  await notice.getByRole('button', { name: t('claim.undo'), exact: true }).click()
  await expect(rows).toHaveText([/Deux ponts sont coupés\./])

  await remove.click()
  await expect(rows).toHaveCount(0)
  await editor.keyboard.press('Control+z')
  await expect(rows).toHaveText([/Deux ponts sont coupés\./])
  await editor.reload()
  await expect(rows).toHaveText([/Deux ponts sont coupés\./])
  expect(await exportedPassages(editor, id)).toMatchObject([{ exact: 'Deux ponts' }])
})

test('who may only read is told so, and marks nothing', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  const viewer = await as('viewer')
  await viewer.goto(`/articles/${id}`)
  await expect(viewer.getByRole('main')).toContainText(t('workbench.banner.reader'))
  await selectWords(viewer, 'sont coupés')
  await viewer.keyboard.press('o')
  // The help comes after whatever the key before it would have opened.
  await viewer.keyboard.press('?')
  const help = viewer.getByRole('dialog', { name: t('workbench.keys.title') })
  await expect(help).toBeVisible()
  await viewer.keyboard.press('Escape')
  await expect(help).toBeHidden()
  expect(await viewer.evaluate(() => document.getSelection()?.toString())).toBe('sont coupés')
  await expect(await categoryMenu(viewer)).toHaveCount(0)
  await expect(await markForm(viewer)).toHaveCount(0)
  await clickWords(viewer, 'Deux')
  const change = (await claimPanel(viewer)).getByRole('button', { name: t('claim.edit'), exact: true })
  await expect(change).toHaveAttribute('aria-disabled', 'true')
  await expect(change).toHaveAccessibleDescription(new RegExp(t('reason.permission.editor')))
})

test('a mark that comes too late for the end of marking is refused, and its words are kept', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  const checker = await as('checker')
  await checker.goto(`/articles/${id}`)
  await selectWords(checker, 'Deux ponts')
  await chooseCategory(checker, 'QUANTITY')
  const form = await markForm(checker)
  const wording = form.getByRole('textbox', { name: t('workbench.form.wording') })
  await wording.fill('Deux ponts ne passent plus.')

  await editor.getByRole('button', { name: t('workbench.header.finish') }).click()
  const resume = editor.getByRole('button', { name: t('workbench.header.resume') })
  await expect(resume).toBeVisible()
  const save = form.getByRole('button', { name: t('workbench.form.save') })
  await save.click()
  await expect(form.getByRole('alert')).toContainText(t('reason.article.markingFinished'))
  await expect(wording).toHaveValue('Deux ponts ne passent plus.')
  await expect(await claimRows(checker)).toHaveCount(0)
  expect(await exportedPassages(editor, id)).toEqual([])

  await resume.click()
  await expect(editor.getByRole('button', { name: t('workbench.header.finish') })).toBeVisible()
  await saveMark(checker)
  await expect(await claimRows(checker)).toHaveText([/Deux ponts ne passent plus\./])

  await editor.getByRole('button', { name: t('workbench.header.finish') }).click()
  await expect(resume).toBeVisible()
  await checker.reload()
  await expect(checker.getByRole('main')).toContainText(t('workbench.banner.finishedHow'))
  await selectWords(checker, 'sont coupés')
  await checker.keyboard.press('?')
  await expect(checker.getByRole('dialog', { name: t('workbench.keys.title') })).toBeVisible()
  await expect(await categoryMenu(checker)).toHaveCount(0)
})
