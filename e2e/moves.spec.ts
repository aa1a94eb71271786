import { openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { assign, expectState, moveButton, moveWithReason } from './review'
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
