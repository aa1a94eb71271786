import type { Page } from 'playwright/test'
import { expectAccessibleAndNarrow } from './at-rest'
import { offerText, openArticle, openNewArticle, ownWord, saveOffered } from './desk'
import { expect, signIn, test } from './fixtures'
import { claimRows, markClaim, openTab, texts } from './workbench'

const t = texts('fr')

const take = (page: Page) => page.getByRole('button', { name: t('ui.unsaved.take') })
const discard = (page: Page) => page.getByRole('button', { name: t('ui.unsaved.discard') })

/** Waits until the browser holds so many texts that are not saved. */
async function expectKept(page: Page, count: number): Promise<void> {
  const held = () => Object.keys(localStorage).filter((key) => key.startsWith('recoupe:unsaved:')).length
  await expect.poll(() => page.evaluate(held)).toBe(count)
}

const comment = (page: Page) => page.getByRole('textbox', { name: t('activity.yourComment') })

async function toComments(page: Page, articleId: string, claimId: string): Promise<void> {
  await page.goto(`/articles/${articleId}?claim=${claimId}`)
  await openTab(page, 'activity')
}

test('a comment that is left by Back is offered again, and once it is saved no more', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${own}.`)
  const claim = await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  // One comes by a link, so that Back leaves the page without the browser's own question.
  await openArticle(editor, own)
  await (await claimRows(editor)).first().click()
  await openTab(editor, 'activity')
  const words = `À vérifier auprès du maire, ${ownWord()}`
  await comment(editor).fill(words)
  await editor.goBack()
  await expectKept(editor, 1)
  expect(await editor.evaluate(() => JSON.stringify(localStorage))).not.toContain('maire')

  await toComments(editor, id, claim)
  await expect(comment(editor)).toHaveValue('')
  await expectAccessibleAndNarrow(editor)
  await take(editor).click()
  await expect(comment(editor)).toHaveValue(words)
  await expect(take(editor)).toHaveCount(0)
  await editor.getByRole('button', { name: t('activity.add'), exact: true }).click()
  await expect(comment(editor)).toHaveValue('')
  await expectKept(editor, 0)
  await toComments(editor, id, claim)
  await expect(comment(editor)).toBeVisible()
  await expect(take(editor)).toHaveCount(0)
})

test('a wording that a colleague changed since is offered as a conflict', async ({ as }) => {
  const [editor, admin] = [await as('editor'), await as('admin')]
  const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  const claim = await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  const change = async (page: Page, words: string) => {
    await page.goto(`/articles/${id}?claim=${claim}`)
    await page.getByRole('button', { name: t('claim.edit'), exact: true }).click()
    const wording = page.getByRole('textbox', { name: t('claim.wording') })
    if (words) await wording.fill(words)
    return wording
  }
  await change(editor, 'Deux ponts, à ce que l’on dit.')
  await expectKept(editor, 1)
  await editor.goto('/articles')
  await change(admin, 'Deux ponts sont coupés.')
  await admin.getByRole('button', { name: t('claim.save'), exact: true }).click()
  await expect(admin.getByRole('button', { name: t('claim.save'), exact: true })).toHaveCount(0)

  const wording = await change(editor, '')
  await expect(wording).toHaveValue('Deux ponts sont coupés.')
  await expect(editor.getByText(t('ui.unsaved.outdated'))).toBeVisible()
  await take(editor).click()
  await expect(wording).toHaveValue('Deux ponts, à ce que l’on dit.')
  await expect(editor.getByRole('alert').filter({ hasText: t('claim.conflict.title') })).toBeVisible()
})

test('an import outlives its tab, also the text that was read; nobody else sees it; it can be discarded', async ({
  as,
  visitor,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  await offerText(editor, `Le ${own} est arrivé.\n\nPersonne ne l’attendait.`)
  await editor.getByRole('textbox', { name: 'Titre' }).fill(`Arrivée du ${own}`)
  await expectKept(editor, 1)
  const browser = await editor.context().storageState()
  await editor.close()

  const again = await visitor({ storageState: browser })
  await again.goto('/articles/import')
  await take(again).click()
  await expect(again.getByRole('textbox', { name: 'Titre' })).toHaveValue(`Arrivée du ${own}`)

  // The same browser, another person: the other's session alone is put in its place.
  const other = await as('admin')
  const cookies = await other.context().cookies()
  const others = await visitor({ storageState: { ...browser, cookies } })
  await others.goto('/articles/import')
  await expect(others.getByRole('textbox', { name: t('import.text') })).toBeVisible()
  await expectKept(others, 1)
  await expect(take(others)).toHaveCount(0)

  await saveOffered(again)
  await expectKept(again, 0)
  await again.goto('/articles/import')
  await again.getByRole('textbox', { name: t('import.text') }).fill('Un essai.')
  await expectKept(again, 1)
  await again.reload()
  await discard(again).click()
  await expectKept(again, 0)
})

test('an identity that is sealed is not kept, what stands beside it is; signing out leaves nothing', async ({
  visitor,
}) => {
  const page = await visitor()
  await signIn(page, 'editor')
  await page.goto('/sources/confidential/new')
  const identity = page.getByRole('textbox', { name: t('confidential.identity') })
  await identity.fill('Jeanne Secrète')
  await page.getByRole('textbox', { name: t('confidential.pseudonym') }).fill('Un capitaine')
  await expectKept(page, 1)
  await page.reload()
  await take(page).click()
  await expect(page.getByRole('textbox', { name: t('confidential.pseudonym') })).toHaveValue('Un capitaine')
  await expect(identity).toHaveValue('')
  await page.getByRole('button', { name: /^Menu de / }).click()
  await page.getByRole('button', { name: t('shell.signOut') }).click()
  await page.waitForURL('**/sign-in')
  await expectKept(page, 0)
})
