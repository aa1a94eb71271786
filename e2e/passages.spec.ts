import { giveArticle, openArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'

const SHARED = 'ISIS-K est le plus extrême et le plus violent de tous les groupes militants djihadistes en Afghanistan.'

test('the sentence that both seed articles share stands side by side', async ({ as }) => {
  const page = await as('viewer')
  // Other stories have texts with this sentence too.
  await openArticle(page, 'Sept terroristes')
  await page.goto(`/shared-sentences?show=all&article=${new URL(page.url()).pathname.split('/').at(-1)}`)
  const card = page.getByRole('article').filter({ hasText: SHARED }).filter({ hasText: 'responsable du Pentagone' })
  await expect(card.getByText('Mot pour mot')).toBeVisible()
  for (const side of ['Texte A', 'Texte B']) {
    await expect(card.getByRole('region', { name: side }).getByRole('blockquote')).toHaveText(SHARED)
  }
  // Whoever only reads is told why they do not decide.
  const decide = card.getByRole('button', { name: /Origine commune|Retirer la décision/ })
  await expect(decide).toHaveAttribute('aria-disabled', 'true')
})

test('a passage is decided and taken back by keyboard alone, without a finding of axe', async ({ as }) => {
  const [one, other] = [ownWord(), ownWord()]
  const sentence = `Le ${ownWord()} a quitté la capitale avant midi, selon trois habitants du quartier.`
  const page = await as('editor')
  await giveArticle(page, `${one} ouvre ce texte.\n\n${sentence}`)
  const id = await giveArticle(page, `${other} ouvre celui-ci.\n\n${sentence.replace('avant', 'vers')}`)
  await page.goto(`/shared-sentences?article=${id}&show=all`)
  const card = page.getByRole('article')
  await expect(card.getByText(/^\d+\s% des mots$/)).toBeVisible()
  // What is the same is marked in both, and the word that differs in neither.
  for (const [side, word] of [
    ['Texte A', /vers|avant/],
    ['Texte B', /vers|avant/],
  ] as const) {
    const words = card.getByRole('region', { name: side }).getByRole('blockquote')
    await expect(words.locator('mark')).toHaveText([/a quitté la capitale/, /midi, selon trois habitants/])
    await expect(words.locator('mark').filter({ hasText: word })).toHaveCount(0)
  }
  await expectAccessible(page)
  await card.getByRole('button', { name: 'A copie B' }).focus()
  await page.keyboard.press('Enter')
  await expect(card.getByText('tranchée par')).toBeVisible()
  await card.getByRole('button', { name: 'Retirer la décision' }).focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('button', { name: 'A copie B' })).toBeVisible()
})
