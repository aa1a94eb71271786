import type { Page, Request } from 'playwright/test'
import { comeToRest } from './at-rest'
import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { chooseCategory, claimPanel, claimRows, markClaim, markForm, saveMark, selectWords, texts } from './workbench'

const t = texts('fr')
const MOST = 20_000

/** What the server answers from now on to what the page asks it, but for files that a browser keeps. */
function answersTo(page: Page) {
  const finished: Request[] = []
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/_next/static/')) finished.push(request)
  })
  const textOf = async (request: Request) => (await request.response())?.text() ?? ''
  return async () =>
    Promise.all(finished.splice(0).map(async (request) => ({ url: request.url(), text: await textOf(request) })))
}

// Where sources are merged or passages decided beside it, the whole is read again, and rightly so.
test('a mark, a change and a selection answer what they changed, never the text again', { tag: '@alone' }, async ({
  as,
}) => {
  const editor = await as('editor')
  const word = ownWord()
  const last = `La dernière phrase est un ${word}.`
  await openNewArticle(
    editor,
    `Deux ponts sont coupés. Trois gares sont fermées.\n\n${'Il pleut. '.repeat(3000)}\n\n${last}`,
  )
  const answers = answersTo(editor)
  const expectSmall = async () => {
    // What changed besides is asked for behind what one sees.
    await comeToRest(editor)
    const all = await answers()
    expect(all.length).toBeGreaterThan(0)
    for (const { url, text } of all) {
      expect(text.length, url).toBeLessThan(MOST)
      expect(text, url).not.toContain(word)
    }
  }

  const first = await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts sont coupés.')
  await expectSmall()
  await markClaim(editor, 'Trois gares', 'QUANTITY', 'Trois gares sont fermées.')
  await expectSmall()
  const rows = await claimRows(editor)
  // Where a panel brings it anew, browsers work out the style of all elements again.
  const scheme = await editor.locator('meta[name="color-scheme"]').elementHandle()
  await rows.first().click()
  await expect(editor).toHaveURL(new RegExp(`claim=${first}`))
  const panel = await claimPanel(editor)
  await expect(panel.getByRole('heading', { level: 2 }).first()).toHaveText('Deux ponts sont coupés.')
  expect(await scheme?.evaluate((element) => element.isConnected)).toBe(true)
  // Its address gets a hash by this, which the panel does not depend on.
  await editor.getByRole('link', { name: t('shell.skip') }).press('Enter')
  await expect(editor).toHaveURL(/#content$/)
  await panel.getByRole('button', { name: t('claim.edit'), exact: true }).click()
  const form = panel.getByRole('form', { name: t('claim.edit') })
  await form.getByRole('textbox', { name: t('claim.wording') }).fill('Deux ponts ont été coupés.')
  await form.getByRole('button', { name: t('claim.save'), exact: true }).click()
  await expect(form).toHaveCount(0)
  await expect(rows.first()).toContainText('Deux ponts ont été coupés.')
  await expect(panel.getByRole('heading', { level: 2 }).first()).toHaveText('Deux ponts ont été coupés.')
  await expectSmall()
})

test('what a colleague did meanwhile comes with the next claim that one selects, and with the next mark', async ({
  as,
}) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Deux ponts sont coupés. Trois gares sont fermées, dit le ${ownWord()}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  const other = await as('admin')
  await other.goto(`/articles/${id}`)
  await expect(await claimRows(other)).toHaveCount(1)

  await markClaim(editor, 'Trois gares', 'QUANTITY', 'Trois gares.')
  await (await claimRows(other)).first().click()
  await expect(await claimRows(other)).toHaveCount(2)
  await expect(await claimRows(other)).toContainText(['Deux ponts.', 'Trois gares.'])

  // Somebody comes back to the window.
  await markClaim(editor, 'dit le', 'OTHER', 'Dit.')
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(await claimRows(other)).toHaveCount(3)

  // A colleague's mark of which this window knows nothing yet comes with one's own.
  await markClaim(editor, 'fermées', 'OTHER', 'Fermées.')
  await selectWords(other, 'coupés')
  await chooseCategory(other, 'OTHER')
  const form = await markForm(other)
  await form.getByRole('textbox', { name: t('workbench.form.wording') }).fill('Coupés.')
  await saveMark(other)
  await expect(await claimRows(other)).toContainText(['Deux ponts.', 'Coupés.', 'Trois gares.', 'Fermées.', 'Dit.'])
})

test('the messages of a language are a file that the browser keeps, and no part of a page', async ({ as }) => {
  const editor = await as('editor')
  const page = await editor.goto('/articles')
  // What is said where a session has ended: nowhere on this page.
  expect(await page?.text()).not.toContain(t('reason.auth.signedOut'))
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(t('articles.title'))
})
