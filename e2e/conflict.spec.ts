import type { Page, Request } from 'playwright/test'
import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { exportedPassages } from './report-files'
import { chooseCategory, claimPanel, claimRows, markClaim, markForm, saveMark, selectWords, texts } from './workbench'

const t = texts('fr')

/** Opens the form of the selected claim. */
async function change(page: Page) {
  const panel = await claimPanel(page)
  await panel.getByRole('button', { name: t('claim.edit'), exact: true }).click()
  const form = panel.getByRole('form', { name: t('claim.edit') })
  return {
    form,
    wording: form.getByRole('textbox', { name: t('claim.wording') }),
    save: form.getByRole('button', { name: t('claim.save'), exact: true }),
  }
}

const isCommand = (request: Request) => request.method() === 'POST' && 'next-action' in request.headers()

test('two people change one wording: the second sees both, loses nothing, and decides', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  const claim = await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  const other = await as('admin')
  await other.goto(`/articles/${id}?claim=${claim}`)
  const [theirs, mine] = [await change(editor), await change(other)]

  await mine.wording.fill('Deux ponts, écrit l’autre.')
  await theirs.wording.fill('Deux ponts sont coupés.')
  await theirs.save.click()
  await expect(theirs.form).toHaveCount(0)
  await mine.save.click()
  const both = mine.form.getByRole('alert')
  await expect(both).toContainText(t('claim.conflict.title'))
  await expect(both).toContainText('Deux ponts sont coupés.')
  await expect(mine.wording).toHaveValue('Deux ponts, écrit l’autre.')
  await expect(await claimRows(editor)).toContainText(['Deux ponts sont coupés.'])

  await both.getByRole('button', { name: t('claim.conflict.keepMine') }).click()
  await mine.save.click()
  await expect((await claimPanel(other)).getByRole('heading', { level: 2 }).first()).toHaveText(
    'Deux ponts, écrit l’autre.',
  )

  // The other way round: what a colleague wrote meanwhile is taken over.
  const again = await change(editor)
  await again.wording.fill('Deux ponts, écrit l’une.')
  await again.save.click()
  await expect(again.form.getByRole('alert')).toContainText('Deux ponts, écrit l’autre.')
  await expect(again.wording).toHaveValue('Deux ponts, écrit l’une.')
  await again.form.getByRole('button', { name: t('claim.conflict.takeTheirs') }).click()
  await expect(again.wording).toHaveValue('Deux ponts, écrit l’autre.')
})

test('two people mark at once: both marks stay', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  const checker = await as('checker')
  await checker.goto(`/articles/${id}`)
  await selectWords(editor, 'Deux ponts')
  await chooseCategory(editor, 'QUANTITY')
  await selectWords(checker, 'ponts sont coupés')
  await chooseCategory(checker, 'OPERATION')
  await Promise.all([saveMark(editor, 'Combien.'), saveMark(checker, 'Quoi.')])
  for (const page of [editor, checker]) {
    await page.reload()
    await expect(await claimRows(page)).toContainText(['Combien.', 'Quoi.'])
  }
  expect((await exportedPassages(editor, id)).map(({ exact }) => exact)).toEqual(['Deux ponts', 'ponts sont coupés'])
})

test('a mark that arrives twice is made once', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  const answers: number[] = []
  await editor.route('**/articles/**', async (route) => {
    if (isCommand(route.request())) answers.push((await route.fetch()).status())
    await route.continue()
  })
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  expect(answers).toEqual([200])
  await editor.unrouteAll({ behavior: 'wait' })
  await editor.reload()
  await expect(await claimRows(editor)).toHaveCount(1)
  expect(await exportedPassages(editor, id)).toHaveLength(1)
})

test.describe('when an answer is lost on its way', () => {
  test.use({ allowed: [/ERR_FAILED/] })

  test('the form stays as it was, and saving again makes one mark', async ({ as }) => {
    const editor = await as('editor')
    const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
    await selectWords(editor, 'Deux ponts')
    await chooseCategory(editor, 'QUANTITY')
    const form = await markForm(editor)
    const wording = form.getByRole('textbox', { name: t('workbench.form.wording') })
    await wording.fill('Deux ponts ne passent plus.')
    let lost = 0
    await editor.route('**/articles/**', async (route) => {
      if (!isCommand(route.request()) || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort()
    })
    await form.getByRole('button', { name: t('workbench.form.save') }).click()
    await expect(form.getByRole('alert')).toContainText(t('reason.network'))
    await expect(wording).toHaveValue('Deux ponts ne passent plus.')
    // The server has it already; the person cannot know that, and tries again.
    expect(await exportedPassages(editor, id)).toHaveLength(1)
    await saveMark(editor)
    expect(lost).toBe(1)
    expect(await exportedPassages(editor, id)).toHaveLength(1)
    await editor.unrouteAll({ behavior: 'wait' })
    await editor.reload()
    await expect(await claimRows(editor)).toHaveText([/Deux ponts ne passent plus\./])
  })
})
