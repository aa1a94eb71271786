import type { Locator, Page } from 'playwright/test'
import { pickSource } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, markClaim } from './workbench'

// Warnings that refer to one another on their event's time line, and the right of reply.

type Warning = { audience: string; sent: string; event: string; updates?: string }

async function pickEvent(form: Locator, page: Page, title: string, isNew: boolean): Promise<void> {
  const field = form.getByRole('combobox', { name: 'Événement' })
  // The event stays chosen for the article's next warning.
  if (isNew) {
    await field.fill(title)
    await page.getByRole('option', { name: `Créer « ${title} »`, exact: true }).click()
  }
  await expect(field).toHaveValue(title)
}

async function describeWarning(page: Page, { audience, sent, event, updates }: Warning): Promise<void> {
  const panel = await claimPanel(page)
  await panel.getByRole('button', { name: 'Décrire l’avertissement' }).click()
  await panel.getByRole('textbox', { name: 'Destinataires' }).fill(audience)
  await panel.getByRole('combobox', { name: 'Émis' }).selectOption('DAY')
  await panel.getByLabel('Jour', { exact: true }).fill(sent)
  await pickEvent(panel, page, event, !updates)
  if (updates) {
    await panel.getByRole('combobox', { name: 'Type de message' }).selectOption('UPDATE')
    await panel.getByRole('button', { name: 'Enregistrer l’avertissement' }).click()
    await expect(panel.getByRole('alert')).toContainText('se rapporte à quelque chose')
    await panel.getByRole('combobox', { name: 'Met à jour ou annule' }).fill(updates)
    await page.getByRole('option').filter({ hasText: updates }).click()
  }
  await panel.getByRole('button', { name: 'Enregistrer l’avertissement' }).click()
  await expect(panel.getByRole('button', { name: 'Enregistrer l’avertissement' })).toBeHidden()
}

test('an update refers to an earlier warning, and both stand on the time line of their event', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  await openNewArticle(page, `Une alerte ${own} est émise.\n\nUne mise à jour ${own} est émise.`)
  await markClaim(page, `Une alerte ${own} est émise`, 'THREAT_WARNING')
  await describeWarning(page, { audience: 'citoyens', sent: '2021-08-25', event: `Attaque ${own}` })
  await markClaim(page, `Une mise à jour ${own} est émise`, 'THREAT_WARNING')
  const updates = `Une alerte ${own} est émise`
  await describeWarning(page, { audience: 'journalistes', sent: '2021-08-26', event: `Attaque ${own}`, updates })
  const panel = await claimPanel(page)
  await expect(panel.getByRole('link', { name: updates })).toBeVisible()
  await panel.getByRole('link', { name: `Attaque ${own}` }).click()

  await page.waitForURL(/\/events\/[0-9a-f-]{36}$/)
  const line = page.getByRole('region', { name: 'Frise des avertissements' })
  await expect(line.getByRole('link')).toHaveCount(2)
  await expect(line.getByRole('link', { name: /^Mise à jour .*journalistes.*26 août 2021/ })).toBeVisible()
  const table = page.getByRole('region', { name: 'Avertissements de l’événement' })
  await expect(table).toContainText(`se rapporte à « ${updates}`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.reload()
    await expect(line).toBeVisible()
    await expectAccessible(page)
  }
})

test('who was asked for a reply, and what came back, is kept with the claim', async ({ as }) => {
  const page = await as('editor')
  const own = ownWord()
  await openNewArticle(page, `Le porte-parole ${own} a démenti.`)
  await markClaim(page, `Le porte-parole ${own} a démenti`, 'OTHER')
  const panel = await claimPanel(page)
  await panel.getByRole('button', { name: 'Ajouter une demande' }).click()
  await pickSource(panel.getByRole('combobox', { name: 'Auprès de qui' }), {
    name: `Porte-parole ${own}`,
    kind: 'PERSON',
  })
  await panel.getByLabel('Demandé le').fill('2021-08-26')
  await panel.getByRole('textbox', { name: 'Par quelle voie' }).fill('par courriel')
  await panel.getByRole('button', { name: 'Enregistrer la demande' }).click()
  const replies = panel.getByRole('region', { name: /^Droit de réponse/ })
  await expect(replies.getByRole('paragraph').filter({ hasText: 'En attente' })).toBeVisible()

  await replies.getByRole('button', { name: `Modifier la demande à Porte-parole ${own}` }).click()
  await replies.getByRole('combobox', { name: 'Suite' }).selectOption('ANSWERED')
  await replies.getByRole('textbox', { name: 'Réponse' }).fill('Il maintient son démenti.')
  await expectAccessible(page)
  await replies.getByRole('button', { name: 'Enregistrer la demande' }).click()
  await expect(replies.getByRole('paragraph').filter({ hasText: 'Il maintient son démenti.' })).toBeVisible()

  await replies.getByRole('button', { name: `Retirer la demande à Porte-parole ${own}` }).click()
  await replies.getByRole('button', { name: 'Défaire le retrait' }).click()
  await expect(replies).toContainText('Il maintient son démenti.')
})
