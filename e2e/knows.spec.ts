import type { Page } from 'playwright/test'
import { addEvidence, sayNobody } from './checking'
import { giveArticle, openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, markClaim, openTab, texts } from './workbench'

// How a text knows what it tells, and who speaks in a piece of evidence: asked, answered, and counted by the answer alone.

const t = texts('fr')

const sums = async (page: Page) => (await claimPanel(page)).getByRole('region', { name: t('independence.title') })
const expectSum = async (page: Page, appearances: number, origins: number) =>
  expect(await sums(page)).toContainText(`${appearances} → ${origins}`)

test('a text that names nobody counts zero until somebody answers how it knows, and says why', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  await openNewArticle(editor, `Le bilan de ${own} est passé à 170 morts. Notre reporter l’a constaté.`)
  await markClaim(editor, 'est passé à 170 morts', 'CASUALTIES', `Le bilan de ${own} est de 170 morts.`)
  await sayNobody(editor)
  await expectSum(editor, 1, 0)
  await expect(await sums(editor)).toContainText('1 à déterminer')
  const panel = await claimPanel(editor)
  const question = panel.getByRole('region', { name: 'D’où le texte le tient-il' })
  await expectAccessible(editor)

  await question.getByRole('button', { name: 'Il ne le dit pas' }).click()
  await expect(question.getByRole('button', { name: t('knows.change') })).toBeVisible()
  await expectSum(editor, 1, 0)
  await question.getByRole('button', { name: t('knows.change') }).click()
  await question.getByRole('button', { name: 'La rédaction l’a constaté' }).click()
  await question.getByRole('button', { name: t('knows.save') }).click()
  // Without words or a reason it is refused, and says what to do.
  await expect(panel.getByRole('alert')).toContainText('Dites sur quoi cela repose')
  await question.getByRole('textbox', { name: t('knows.words') }).fill('Notre reporter l’a constaté')
  await question.getByRole('button', { name: t('knows.save') }).click()
  await expect(question).toContainText('« Notre reporter l’a constaté »')
  await expectSum(editor, 1, 1)
})

test('a piece of evidence whose words have a speaker asks who, and one key takes the proposal', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const told = `Le ministère de ${own} a démenti que le pont soit tombé`
  await giveArticle(editor, `Démenti à ${own}\n\n${told}. Rien d’autre.`)
  await openNewArticle(editor, `Pont à ${own}\n\nLe pont de ${own} est tombé hier.`)
  await markClaim(editor, `Le pont de ${own} est tombé hier`, 'OTHER', `Le pont de ${own} est tombé.`)
  await addEvidence(editor, { article: `Démenti à ${own}`, sentence: told, stance: 'SUPPORTS' })
  const panel = await openTab(editor, 'evidence')
  const question = panel.getByRole('region', { name: 'Quelqu’un parle dans ces mots' })
  await expect(question).toContainText(`inistère de ${own}`)
  await expectAccessible(editor)
  // The stance follows from the denial, where a person takes it.
  await question.getByRole('button', { name: /Accepter, comme/ }).click()
  await expect(question).toHaveCount(0)
  const item = panel.getByRole('article').filter({ hasText: told })
  await expect(item).toContainText(t('stance.CONTRADICTS'))
  await expect(item).toContainText(`inistère de ${own}`)
  // The words that say so are kept, in the text of which the item is a passage.
  await expect(item.getByText('a démenti', { exact: true })).toBeVisible()
  await expect(item.getByText(`Le ministère de ${own}`, { exact: true })).toBeVisible()
  await openTab(editor, 'attribution')
  await expect(await sums(editor)).toContainText('1 → 1')
})
