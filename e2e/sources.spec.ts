import type { Page } from 'playwright/test'
import { ownWord, refusal } from './desk'
import { expect, expectAccessible, test } from './fixtures'

// Keeping sources: the directory, a source's page, near-duplicates on entry, merging and undoing.

/** Opens the form for a new source and fills it in. */
async function offerSource(page: Page, name: string, kind: string): Promise<void> {
  await page.goto('/sources')
  await page.getByRole('button', { name: 'Ajouter une source' }).click()
  const form = page.getByRole('group', { name: 'Nouvelle source' })
  await form.getByRole('combobox', { name: 'Nature' }).selectOption(kind)
  await form.getByRole('textbox', { name: 'Nom' }).fill(name)
}

/** Adds a source that nothing resembles, and lands on its page. */
async function addNewSource(page: Page, name: string, kind: string): Promise<string> {
  await offerSource(page, name, kind)
  await page.getByRole('button', { name: 'Créer la source' }).click()
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return page.url()
}

test('a near-duplicate is offered the source that is there, and can be added all the same', async ({ as }) => {
  const page = await as('checker')
  const own = ownWord()
  const first = await addNewSource(page, `Ministère ${own}`, 'Organisation')

  await offerSource(page, `le Ministère ${own}`, 'Organisation')
  const form = page.getByRole('group', { name: 'Nouvelle source' })
  await expect(form.getByText('Vouliez-vous dire… ?')).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
  await form.getByRole('button', { name: `Utiliser « Ministère ${own} »` }).click()
  await page.waitForURL(first)

  await offerSource(page, `le Ministère ${own}`, 'Organisation')
  await form.getByRole('button', { name: 'Ajouter quand même' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`le Ministère ${own}`)
})

test('two sources are merged after a preview, and come apart again', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  const kept = await addNewSource(page, `Agence ${own}`, 'Organisation')
  await addNewSource(page, `Bureau ${own}`, 'Organisation')

  await page.goto(kept)
  await page.getByRole('button', { name: 'Fusionner avec…' }).click()
  const dialog = page.getByRole('dialog', { name: `Fusionner « Agence ${own} »` })
  await dialog.getByRole('combobox', { name: 'Avec quelle source ?' }).fill(`bureau ${own}`)
  await page.getByRole('option', { name: `Bureau ${own}` }).click()
  await dialog.getByRole('button', { name: 'Voir ce qui changerait' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fusionner deux sources')
  await expect(page.getByText(`« Agence ${own} » reçoit : Bureau ${own}`)).toBeVisible()
  await page.getByRole('link', { name: 'Échanger' }).click()
  await expect(page.getByText(`« Bureau ${own} » reçoit : Agence ${own}`)).toBeVisible()
  await page.getByRole('link', { name: 'Échanger' }).click()
  await expect(page.getByText(`« Agence ${own} » reçoit : Bureau ${own}`)).toBeVisible()
  await page.getByRole('button', { name: 'Fusionner les deux sources' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Agence ${own}`)
  const merges = page.getByRole('region', { name: /^Fusions/ })
  await expect(merges).toContainText(`Bureau ${own} fusionnée avec Agence ${own}`)
  await page.goto(`/sources?q=${own}`)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)

  await page.goto(kept)
  await merges.getByRole('button', { name: `Défaire la fusion de « Bureau ${own} »` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Défaire la fusion' }).click()
  await expect(page.getByText('Fusion défaite')).toBeVisible()
  await page.goto(`/sources?q=${own}`)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
})

test('reliability is judged with a reason, and judged anew', async ({ as }) => {
  const page = await as('checker')
  const own = ownWord()
  await addNewSource(page, `Média ${own}`, 'Média')
  const section = page.getByRole('region', { name: 'Fiabilité' })
  for (const [grade, reason] of [
    ['B · habituellement fiable', 'Deux ans de chiffres confirmés.'],
    ['D · habituellement pas fiable', 'Trois chiffres démentis.'],
  ] as const) {
    await section.getByRole('button', { name: 'Évaluer' }).click()
    const dialog = page.getByRole('dialog', { name: 'Évaluer la fiabilité' })
    await dialog.getByRole('combobox', { name: 'Fiabilité' }).selectOption(grade)
    await dialog.getByRole('button', { name: 'Enregistrer la cote' }).click()
    await expect(refusal(page)).toContainText('Dites sur quoi repose cette cote.')
    await dialog.getByRole('textbox', { name: 'Raisons' }).fill(reason)
    await dialog.getByRole('button', { name: 'Enregistrer la cote' }).click()
    await expect(section.getByText(reason)).toBeVisible()
  }
  await expect(section.getByRole('img', { name: /au fil du temps/ })).toBeVisible()
  await page.goto(`/sources?q=${own}&grade=D`)
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('habituellement pas fiable')
})

test('what is known about a source is edited, and a colleague’s change is not overwritten', async ({ as }) => {
  const [page, other] = [await as('checker'), await as('checker2')]
  const own = ownWord()
  const url = await addNewSource(page, `Institut ${own}`, 'Organisation')
  await other.goto(url)
  for (const each of [page, other]) await each.getByRole('button', { name: 'Modifier', exact: true }).click()
  const fields = (each: Page) => each.getByRole('dialog', { name: 'Modifier la source' })
  await fields(page).getByRole('textbox', { name: 'Intérêts' }).fill('Vit de dons.')
  await fields(page).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(fields(page)).toBeHidden()
  await expect(page.getByText('Vit de dons.')).toBeVisible()

  await fields(other).getByRole('textbox', { name: 'Alias' }).fill(`IN ${own}`)
  await fields(other).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(refusal(other)).toContainText('Un collègue a modifié cette source entre-temps')
  await expect(refusal(other)).toContainText('Vit de dons.')
  await expect(fields(other).getByRole('textbox', { name: 'Alias' })).toHaveValue(`IN ${own}`)
  await fields(other).getByRole('button', { name: 'Garder la sienne' }).click()
  await expect(fields(other).getByRole('textbox', { name: 'Intérêts' })).toHaveValue('Vit de dons.')
})

test('the directory is searched and filtered by keyboard alone', async ({ as }) => {
  const page = await as('checker')
  const own = ownWord()
  await addNewSource(page, `Organe ${own}`, 'Organisation')
  await page.goto('/sources')
  const search = page.getByRole('searchbox', { name: 'Nom ou alias' })
  await search.focus()
  await page.keyboard.type(`organe ${own}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Nature' })).toBeFocused()
  await page.keyboard.type('Org')
  await search.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/kind=ORGANISATION/)
  const row = page.getByRole('main').getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('jamais citée')
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Organe ${own}`)
})

test('a viewer reads all of it, and is told why nothing can be changed', async ({ as }) => {
  const checker = await as('checker')
  const url = await addNewSource(checker, `Voix ${ownWord()}`, 'Personne')
  const page = await as('viewer')
  await page.goto('/sources')
  await page.getByRole('button', { name: 'Ajouter une source' }).focus()
  await expect(page.getByRole('tooltip')).toContainText('rôle de vérificateur')
  await page.goto(url)
  for (const [name, role] of [
    ['Fusionner avec…', 'rôle d’éditeur'],
    ['Modifier', 'rôle de vérificateur'],
    ['Évaluer', 'rôle de vérificateur'],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(new RegExp(role))
  }
})
