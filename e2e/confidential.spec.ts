import { ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'

// A confidential source: a pseudonym for all, an identity for editors, and a line in the log for each look.

test('an editor adds a confidential source and looks at its identity; the look is in the log', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  const identity = `Zoé ${own}, 06 12 34 56 78`
  await page.goto('/sources/confidential/new')
  await page.getByRole('textbox', { name: 'Pseudonyme public' }).fill(`une source au ministère ${own}`)
  await page.getByRole('button', { name: 'Ajouter la source' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Dites pourquoi la source reste anonyme.' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Pourquoi elle reste anonyme' }).fill('Elle risque son poste.')
  await page.getByRole('textbox', { name: 'Identité' }).fill(identity)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ajouter la source' }).click()
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}$/)

  const section = page.getByRole('region', { name: 'Source confidentielle' })
  await expect(section).toContainText('Elle risque son poste.')
  expect(await page.content()).not.toContain('Zoé')
  const log = section.getByRole('list', { name: 'Journal de l’identité' })
  await expect(log.getByRole('listitem')).toHaveCount(1)

  await section.getByRole('button', { name: 'Voir l’identité' }).click()
  const asked = page.getByRole('dialog', { name: 'Voir l’identité ?' })
  await expect(asked).toContainText('Chaque consultation est inscrite au journal')
  await asked.getByRole('button', { name: 'Voir l’identité' }).click()
  const shown = page.getByRole('dialog', { name: 'Identité', exact: true })
  await expect(shown).toContainText(identity)
  await expectAccessible(page, '[role="dialog"]')
  await shown.getByRole('button', { name: 'Fermer', exact: true }).last().click()
  await expect(shown).toBeHidden()
  expect(await page.content()).not.toContain('Zoé')
  await expect(log.getByRole('listitem').first()).toContainText('Identité consultée')

  const checker = await as('checker')
  await checker.goto(page.url())
  const closed = checker.getByRole('region', { name: 'Source confidentielle' })
  await expect(closed).toContainText('Enregistrée et chiffrée')
  await closed.getByRole('button', { name: 'Voir l’identité' }).focus()
  await expect(checker.getByRole('tooltip')).toContainText('éditeur')
  expect(await checker.content()).not.toContain('Zoé')
  await checker.goto('/sources/confidential/new')
  await expect(checker.getByRole('heading', { level: 1 })).toHaveText('Réservé aux éditeurs')

  const dark = await as('editor', { colorScheme: 'dark', viewport: { width: 390, height: 844 } })
  await dark.goto(page.url())
  await expect(dark.getByRole('region', { name: 'Source confidentielle' })).toBeVisible()
  await expectAccessible(dark)
})
