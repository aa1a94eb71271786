import type { Page } from 'playwright/test'
import { expectNothingTooWide } from './at-rest'
import { importText, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { markClaim } from './workbench'

// A refusal of a text is among them, and what somebody else has settled meanwhile.
test.use({ allowed: [/status of 4\d\d/] })

const refrain = (own: string) => `Le ministère de ${own} se tait encore sur ce point.`
const before = (own: string) => `Selon un rapport de ${own}, sept hommes sont en fuite depuis hier matin.

Le bilan de l’attaque est passé à 170 morts, ont dit des témoins sur place. ${refrain(own)}

Une porte de l’aéroport reste fermée aux voyageurs, a dit la police de la ville.`
const after = (own: string) => `Selon un rapport de ${own}, sept hommes sont en fuite depuis hier matin.

Le bilan de l’attaque est passé à 182 morts, ont dit des témoins sur place. Rien de plus.

Autre chose encore : ${refrain(own)} Dix jours plus tard, on écrit : ${refrain(own)}`

async function offer(page: Page, id: string, text: string) {
  await page.goto(`/articles/${id}/versions/new`)
  await page.getByRole('textbox', { name: /^(Texte de l’article|Text of the article)$/ }).fill(text)
  await page.getByRole('button', { name: /^(Lire le texte|Read the text)$/ }).click()
}

/** An article with four claims, and its new text: one passage as it was, one changed, one twice, one gone. */
async function aChangedArticle(editor: Page, own: string): Promise<string> {
  const id = await importText(editor, before(own))
  await markClaim(editor, 'sept hommes sont en fuite', 'OPERATION')
  await markClaim(editor, 'Le bilan de l’attaque est passé à 170 morts', 'CASUALTIES')
  await markClaim(editor, refrain(own).slice(0, -1), 'OTHER')
  await markClaim(editor, 'Une porte de l’aéroport reste fermée aux voyageurs', 'OTHER')
  return id
}

test('a new text is pasted, what becomes of each passage is told, and settled by keys', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const id = await aChangedArticle(editor, own)
  await editor.getByRole('link', { name: 'version 1' }).click()
  await expect(editor.getByRole('main')).toContainText('L’article n’a qu’un texte jusqu’ici.')
  await expectAccessible(editor)
  await editor.getByRole('link', { name: 'Nouvelle version du texte' }).click()
  await offer(editor, id, before(own))
  await expect(editor.getByRole('main')).toContainText('C’est le texte présent')
  await expect(editor.getByRole('button', { name: 'Enregistrer cette version' })).toHaveCount(0)
  await editor.getByRole('button', { name: 'Un autre texte' }).click()
  await editor.getByRole('textbox', { name: 'Texte de l’article' }).fill(after(own))
  await editor.getByRole('button', { name: 'Lire le texte' }).click()
  const main = editor.getByRole('main')
  for (const told of ['1 suivra sans question', '1 est à confirmer', '1 est à choisir', '1 reste sur sa version'])
    await expect(main).toContainText(told)
  await expectAccessible(editor)
  await editor.getByRole('button', { name: 'Enregistrer cette version' }).click()

  await editor.waitForURL(`/articles/${id}/versions/settle`)
  await expect(main).toContainText('3 à placer sur 4')
  const current = editor.getByRole('region', { name: 'Passage à placer' })
  await expect(current).toContainText('Le bilan de l’attaque est passé à 170 morts')
  await expectAccessible(editor)
  await editor.keyboard.press('Enter')
  await expect(main).toContainText('2 à placer sur 4')
  await expect(current).toContainText(refrain(own).slice(0, -1))
  // Of several places none is taken by Enter: a digit says which.
  await editor.keyboard.press('Enter')
  await editor.keyboard.press('2')
  await expect(main).toContainText('1 à placer sur 4')

  // What is left is left, and goes on where it was.
  await editor.goto(`/articles/${id}`)
  await editor.getByRole('link', { name: '1 passage à placer' }).click()
  await expect(current).toContainText('Une porte de l’aéroport reste fermée aux voyageurs')
  await editor.keyboard.press('k')
  await expect(current).toContainText('Placé')
  await editor.keyboard.press('j')
  await editor.keyboard.press('x')
  await expect(main).toContainText('Tout est placé sur 4')
  await editor.keyboard.press('u')
  await expect(main).toContainText('1 à placer sur 4')
  await editor.keyboard.press('x')
  await expect(main).toContainText('Tout ce qui peut l’être est placé')
  await editor.getByRole('link', { name: 'Retour à l’article' }).click()
  await expect(main).toContainText('182 morts')

  await editor.goto(`/articles/${id}/versions`)
  await expect(main).toContainText('1 passage retrouvé tel quel, 3 autres, dont 1 laissé sur sa version')
  await editor.getByRole('link', { name: 'Version 1' }).click()
  await expect(main).toContainText('170 morts')
  await expect(main.locator('mark')).toHaveCount(4)
  await expectAccessible(editor)
})

test('two people settle at once: who comes second is told, and sees how; a viewer looks on, on a narrow window too', async ({
  as,
}) => {
  const editor = await as('editor', { locale: 'en-GB' })
  const own = ownWord()
  const id = await aChangedArticle(editor, own)
  await offer(editor, id, after(own))
  await editor.getByRole('button', { name: 'Save this version' }).click()
  await editor.waitForURL(`/articles/${id}/versions/settle`)
  const admin = await as('admin')
  await admin.goto(`/articles/${id}/versions/settle`)
  await expect(admin.getByRole('main')).toContainText('3 à placer sur 4')
  await editor.keyboard.press('Enter')
  await expect(editor.getByRole('main')).toContainText('2 to place of 4')
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('alert').filter({ hasText: 'Quelqu’un d’autre l’a placé' })).toBeVisible()
  await expect(admin.getByRole('main')).toContainText('2 à placer sur 4')

  const viewer = await as('viewer', { viewport: { width: 390, height: 844 } })
  await viewer.goto(`/articles/${id}/versions/settle`)
  await viewer.keyboard.press('x')
  await expect(viewer.getByRole('main')).toContainText('2 à placer sur 4')
  await expectAccessible(viewer)
  await expectNothingTooWide(viewer)
  await viewer.goto(`/articles/${id}/versions/new`)
  await expect(viewer.getByRole('main')).toContainText('Seuls les éditeurs apportent une nouvelle version')
})
