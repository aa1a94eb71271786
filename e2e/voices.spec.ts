import type { Page } from 'playwright/test'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { articleText, claimPanel, markClaim, openTab, texts } from './workbench'

// Who a name means is asked on the card of the proposal; what is taken back leaves nothing behind.

const t = texts('fr')
const suggestion = (page: Page) => page.getByRole('region', { name: t('attribution.proposal.title') })
const chain = (page: Page) => page.getByRole('article', { name: t('attribution.chainOf', { number: 1, total: 1 }) })

/** A word of letters alone: names have no digits. */
const lettersOf = (word: string) => word.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))

async function markIn(page: Page, text: string, words: string): Promise<void> {
  await openNewArticle(page, text)
  await markClaim(page, words, 'OTHER', words)
}

test('an official’s role, institution and day are read; another text’s is asked about, by keys, and undone without a trace', async ({
  as,
}) => {
  const page = await as('editor')
  const own = lettersOf(ownWord())
  const voice = `Responsable de l’agence ${own}`
  const said = (day: string) => `Un responsable de l’agence ${own} a déclaré le ${day} que le pont de ${own} est fermé.`
  await markIn(page, said('24 août 2021'), `le pont de ${own} est fermé`)
  await expect(suggestion(page)).toContainText('24 août 2021')
  await (await articleText(page)).focus()
  await page.keyboard.press('a')
  await expect(suggestion(page)).toHaveCount(0)
  await openTab(page, 'attribution')
  await expect(chain(page).getByRole('listitem').last()).toContainText(`responsable · Agence ${own}`)
  await expect(chain(page)).toContainText('24 août 2021')

  await markIn(page, said('25 août 2021'), `le pont de ${own} est fermé`)
  const choice = suggestion(page).getByRole('radiogroup', { name: voice })
  await expect(choice.getByRole('radio', { name: voice })).toBeVisible()
  await expect(suggestion(page)).toContainText('1 affirmation')
  await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectAccessible(page)
  await (await articleText(page)).focus()
  await page.keyboard.press('a')
  await expect(choice.getByRole('radio').first()).toBeFocused()
  await expect(suggestion(page)).toContainText(t('attribution.voice.missing'))
  await page.keyboard.press('ArrowDown')
  await expect(choice.getByRole('radio', { name: t('attribution.voice.other') })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(suggestion(page)).toHaveCount(0)
  await openTab(page, 'attribution')
  await expect(chain(page)).toContainText('25 août 2021')

  const workbench = page.url()
  const found = page.getByRole('main').getByRole('link', { name: voice, exact: true })
  await page
    .getByRole('button', { name: t('attribution.undo'), exact: true })
    .last()
    .click()
  await expect(chain(page)).toHaveCount(0)
  await page.goto(`/sources?q=${encodeURIComponent(voice)}`)
  await expect(found).toHaveCount(1)
  await page.goto(workbench)
  await (await claimPanel(page)).getByRole('link', { name: t('workbench.panel.tab.activity') }).click()
  await expect(await claimPanel(page)).toContainText(/retirée, que rien d’autre n’utilisait/)
})
