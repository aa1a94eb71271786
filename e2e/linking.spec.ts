import type { Page } from 'playwright/test'
import { addFigure } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { markClaim, openTab, textsOf } from './workbench'

// Saying that two claims say the same: from the sentence that two texts share, and from what is suggested.

type Saying = { article: string; soldiers: string; fighters: string }

/** Two texts with one sentence in common, and in each two claims on different words of it. */
async function aSharedSentence(page: Page, own: string): Promise<[Saying, Saying]> {
  const sentence = `L’explosion de ${own} a tué 28 combattants retranchés et 13 soldats venus en renfort.`
  const made: Saying[] = []
  for (const opening of [`Premier récit ${ownWord()}.`, `Second récit ${ownWord()}.`]) {
    const article = await openNewArticle(page, `${opening}\n\n${sentence}`)
    const fighters = await markClaim(page, '28 combattants retranchés', 'CASUALTIES', `28 combattants tués à ${own}`)
    const soldiers = await markClaim(page, '13 soldats venus en renfort', 'CASUALTIES', `13 soldats tués à ${own}`)
    made.push({ article, soldiers, fighters })
  }
  const [one, other] = made
  if (!one || !other) throw new Error('Two texts are needed')
  return [one, other]
}

test('a shared sentence offers one button for each pair on the same words, which is gone once linked', async ({
  as,
}) => {
  const editor = await as('editor')
  const t = await textsOf(editor)
  const own = ownWord()
  const [, other] = await aSharedSentence(editor, own)
  await editor.goto(`/shared-sentences?article=${other.article}&show=all`)
  const pairs = editor.getByRole('region', { name: t('sharedSentences.pairs') })
  const buttons = pairs.getByRole('button')
  await expect(buttons).toHaveCount(2)
  await expectAccessible(editor)
  // Each names both claims: fighters with fighters, soldiers with soldiers.
  const fighters = pairs.getByRole('button', { name: /28 combattants.*28 combattants/ })
  await expect(pairs.getByRole('button', { name: /13 soldats.*13 soldats/ })).toHaveCount(1)
  await fighters.focus()
  await editor.keyboard.press('Enter')
  await expect(buttons).toHaveCount(1)
  await expect(fighters).toHaveCount(0)
  await expect(editor.getByText(t('sharedSentences.linked'), { exact: true })).toBeVisible()
})

test('linking opens with suggestions and their reasons; what contradicts is asked once more', async ({ as }) => {
  const editor = await as('editor')
  const t = await textsOf(editor)
  const own = ownWord()
  const [one] = await aSharedSentence(editor, own)
  await editor.goto(`/claims/${one.soldiers}/origins`)
  const open = editor.getByRole('button', { name: t('origins.links.add') })
  await open.click()
  const dialog = editor.getByRole('dialog', { name: t('origins.links.addTitle') })
  const suggestions = dialog.getByRole('group', { name: t('origins.links.suggestions') })
  // Other stories' claims may be like it too: they share the project.
  const suggested = suggestions.getByRole('radio', { name: own })
  await expect(suggested).toHaveCount(1)
  await expect(suggestions).toContainText(`13 soldats tués à ${own}`)
  await expect(suggestions).toContainText(t('origins.links.why.words'))
  await expectAccessible(editor)

  // The fighters are no suggestion; whoever looks for them is asked whether they mean it.
  await dialog.getByRole('textbox', { name: t('origins.links.search') }).fill(`28 combattants ${own}`)
  await dialog.getByRole('radio', { name: `28 combattants tués à ${own}` }).check()
  await dialog.getByRole('button', { name: t('origins.links.confirm'), exact: true }).click()
  const question = editor.getByRole('dialog', { name: t('origins.links.doubtTitle') })
  await expect(question).toContainText('28')
  await expect(question).toContainText('13')
  await question.getByRole('button', { name: t('ui.cancel'), exact: true }).click()
  await expect(question).toBeHidden()

  // What was chosen and typed is still there.
  await expect(dialog.getByRole('radio', { name: `28 combattants tués à ${own}` })).toBeChecked()
  await suggested.check()
  await dialog.getByRole('button', { name: t('origins.links.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(editor.getByRole('main')).toContainText(t('origins.links.text'))

  const unlink = t('origins.links.removeOf', { wording: `13 soldats tués à ${own}` })
  await editor.getByRole('button', { name: unlink }).click()
  const sure = editor.getByRole('dialog', { name: unlink })
  await sure.getByRole('button', { name: t('origins.links.remove'), exact: true }).click()
  await expect(sure).toBeHidden()
  await expect(editor.getByRole('main')).toContainText(t('origins.links.none'))
})

test('a figure that comes after the link and contradicts it is told where it is saved, and beside the link', async ({
  as,
}) => {
  const editor = await as('editor')
  const t = await textsOf(editor)
  const own = ownWord()
  const event = `Explosion ${own}`
  const [first, second] = [`L’explosion de ${own} a tué des soldats.`, `Des soldats sont morts à ${own}.`]
  await openNewArticle(editor, `Premier récit ${ownWord()}. L’explosion de ${own} a tué 13 soldats.`)
  await markClaim(editor, 'a tué 13 soldats', 'CASUALTIES', first)
  await addFigure(editor, { words: '13 soldats', number: '13', event })
  await openNewArticle(editor, `Second récit ${ownWord()}. Le bilan de ${own} est de 28 soldats tués.`)
  const other = await markClaim(editor, '28 soldats tués', 'CASUALTIES', second)
  const workbench = editor.url()

  await editor.goto(`/claims/${other}/origins`)
  await editor.getByRole('button', { name: t('origins.links.add') }).click()
  const dialog = editor.getByRole('dialog', { name: t('origins.links.addTitle') })
  await dialog.getByRole('textbox', { name: t('origins.links.search') }).fill(first)
  await dialog.getByRole('radio', { name: first }).check()
  await dialog.getByRole('button', { name: t('origins.links.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()

  await editor.goto(workbench)
  const figures = (await openTab(editor, 'claim')).getByRole('region', { name: t('figure.title') })
  await expect(figures).toBeVisible()
  await expect(figures).not.toContainText('se contredisent')
  await addFigure(editor, { words: '28 soldats tués', number: '28', event, isKnown: true })
  await expect(figures).toContainText('Leurs chiffres se contredisent')
  await expect(figures).toContainText(first)
  await expectAccessible(editor)
  await figures.getByRole('link', { name: t('figure.toLinks') }).click()
  await expect(editor.getByText(t('origins.links.doubts'))).toBeVisible()
  await expect(editor.getByRole('main')).toContainText('Leurs chiffres se contredisent')
})
