import type { Page } from 'playwright/test'
import { coverOf } from './at-rest'
import { addChain, addEvidence, giveVerdict } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { askToApprove, assign, expectState, moveButton, moveWithReason, start, submit } from './review'
import { claimPanel, markClaim, openTab, texts } from './workbench'

// The moves that the main job has no need of; reopening and withdrawing are in it.

const t = texts('fr')

test('a claim gets another reviewer and date, is dropped with a reason, and restored with another', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  await assign(editor, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: '2031-05-09' })
  const panel = await claimPanel(editor)
  await expect(panel).toContainText('9 mai 2031')

  await (await moveButton(editor, 'plan')).click()
  const dialog = editor.getByRole('dialog', { name: t('review.dialog.plan.title') })
  const reviewer = dialog.getByRole('combobox', { name: t('review.field.reviewer') })
  await expect(reviewer).toHaveValue(/Édith Éditrice/)
  await reviewer.click()
  await reviewer.fill('Adèle Admin')
  await editor.getByRole('option', { name: 'Adèle Admin' }).click()
  await dialog.getByLabel(t('review.field.dueOn')).fill('2031-06-10')
  await dialog.getByRole('button', { name: t('review.dialog.plan.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(panel).toContainText('10 juin 2031')
  await expect(panel).toContainText('Adèle Admin')
  await expectState(editor, 'ASSIGNED')

  await moveWithReason(editor, 'drop', 'Ce n’est pas vérifiable.')
  await expectState(editor, 'DROPPED')
  await expect(await moveButton(editor, 'drop')).toHaveCount(0)
  await moveWithReason(editor, 'restore', 'Un document est arrivé.')
  await expectState(editor, 'OPEN')
  const activity = await openTab(editor, 'activity')
  await expect(activity).toContainText('Ce n’est pas vérifiable.')
  await expect(activity).toContainText('Un document est arrivé.')
})

test('an approval that is refused is told in its dialog; nothing says that work was not saved', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const sentence = 'Deux ponts sont coupés, dit la mairie.'
  await openNewArticle(editor, `La reprise de ${own}.\n\n${sentence}`)
  await openNewArticle(editor, `Deux ponts sont coupés, dit le ${own}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  await addChain(editor, [{ source: { name: `Mairie ${own}`, kind: 'ORGANISATION' } }])
  await assign(editor, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: '2031-05-09' })
  const checker = await as('checker')
  await checker.goto(editor.url())
  await start(checker)
  await addEvidence(checker, { article: `La reprise de ${own}`, sentence, stance: 'CONTEXT' })
  await giveVerdict(checker, /Invérifiable/, 'Personne ne le confirme.')
  await submit(checker)
  await editor.reload()
  const dialog = await askToApprove(editor)
  const confirm = dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true })
  await expect(confirm).toBeEnabled()
  await (await moveButton(checker, 'withdraw')).click()
  await expectState(checker, 'CHECKING')

  await confirm.click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(editor.getByText(t('ui.save.failed'))).toHaveCount(0)
})

const told = (page: Page) => page.getByRole('alert').filter({ hasText: t('attribution.removedChain') })

async function tellOfRemovedChain(page: Page) {
  await addChain(page, [{ source: { name: `Mairie ${ownWord()}`, kind: 'ORGANISATION' } }])
  await page.getByRole('button', { name: t('attribution.removeChain', { number: 1 }) }).click()
  await expect(told(page)).toBeVisible()
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`what is told of lies over no move of the review, at ${viewport.width} pixels`, async ({ as }) => {
    const editor = await as('editor')
    await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
    await markClaim(editor, 'Deux ponts', 'QUANTITY')
    await editor.setViewportSize(viewport)
    const panel = editor.getByRole('button', { name: t('workbench.column.panel'), exact: true })
    if (viewport.width < 1000) await panel.click()
    await tellOfRemovedChain(editor)
    for (const move of ['assign', 'drop']) expect(await coverOf(await moveButton(editor, move))).toBeNull()
    // It was there all the while.
    await expect(told(editor)).toBeVisible()
  })
