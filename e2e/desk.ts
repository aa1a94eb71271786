import { randomUUID } from 'node:crypto'
import { expect, type Page } from 'playwright/test'

// What people do at the desk, in the window's language. Each verb ends when its effect is to be seen.

/** The name of a control that is called so in French and so in English. */
const named = (fr: string, en: string) => new RegExp(`^(${fr}|${en})$`)

/** A word that no other story's texts and people have: all stories share one database. */
export const ownWord = () => `mot${randomUUID().slice(0, 8)}`

/** What a file chooser takes. */
export type Upload = { name: string; mimeType: string; buffer: Buffer }

/** A refusal that the page tells of; Next's announcer of page titles has the same role. */
export const refusal = (page: Page) =>
  page.getByRole('alert').and(page.locator(':not(#__next-route-announcer__)')).filter({ visible: true, hasText: /\S/ })

/** Hands a text over, up to the preview of what is read. */
export async function offerText(page: Page, text: string): Promise<void> {
  await page.goto('/articles/import')
  await page.getByRole('textbox', { name: named('Texte de l’article', 'Text of the article') }).fill(text)
  await page.getByRole('button', { name: named('Lire le texte', 'Read the text') }).click()
}

/** Hands a file over, up to the preview of what is read. */
export async function offerFile(page: Page, file: Upload | Upload[]): Promise<void> {
  await page.goto('/articles/import')
  await page.getByRole('tab', { name: named('Choisir un fichier', 'Choose a file') }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: named('Parcourir…', 'Browse…') }).click()
  await (await chooser).setFiles(file)
}

/** Saves what is previewed and lands in its workbench. Answers the article's id. */
export async function saveOffered(page: Page): Promise<string> {
  await page.getByRole('button', { name: named('Enregistrer l’article', 'Save the article') }).click()
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Imports a pasted text and lands in its workbench. Answers the article's id. */
export async function importText(page: Page, text: string): Promise<string> {
  await offerText(page, text)
  return saveOffered(page)
}

/**
 * Gives the desk an article of this text, in French, as the form of importing sends it. Nothing of it is opened. Answers its id. Stories that are
 * about importing, or about a date that is read, use the form.
 */
export async function giveArticle(page: Page, text: string): Promise<string> {
  const id = randomUUID()
  const details = JSON.stringify({ id, commandId: randomUUID(), language: 'fr', published: null })
  const response = await page.request.post('/api/v1/import', {
    headers: { origin: process.env.BASE_URL ?? '' },
    multipart: { details, file: { name: 'received', mimeType: 'text/plain', buffer: Buffer.from(text) } },
  })
  expect(await response.json()).toEqual({ id, existing: false })
  return id
}

/** Opens an article in its workbench. */
export async function openWorkbench(page: Page, id: string): Promise<void> {
  await page.goto(`/articles/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Gives the desk an article of this text, and opens its workbench. Answers the article's id. */
export async function openNewArticle(page: Page, text: string): Promise<string> {
  const id = await giveArticle(page, text)
  await openWorkbench(page, id)
  return id
}

/** The line of an article in the list, found by words of its title. */
export async function findArticle(page: Page, words: string, { archived = false } = {}) {
  await page.goto(`/articles?q=${encodeURIComponent(words)}${archived ? '&archived=1' : ''}`)
  return page.getByRole('main').getByRole('listitem').filter({ hasText: words })
}

/** Opens an article from the list. */
export async function openArticle(page: Page, words: string): Promise<void> {
  const row = await findArticle(page, words)
  await row.getByRole('link').click()
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words)
}

/** Selects a claim in the open workbench's list, by words of its wording. */
export async function openClaim(page: Page, words: string): Promise<void> {
  const list = page.getByRole('region', { name: named('Affirmations', 'Claims') })
  await list.getByRole('link').filter({ hasText: words }).first().click()
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: words })).toBeVisible()
}

/** Invites somebody at the team's screen, in French. Answers the link, which is shown only once. */
export async function invite(page: Page, person: { name: string; email: string; role: string }): Promise<string> {
  await page.goto('/team')
  await page.getByRole('button', { name: 'Inviter', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Inviter une personne' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill(person.name)
  await dialog.getByRole('textbox', { name: 'Adresse de courriel' }).fill(person.email)
  await dialog.getByRole('radio', { name: person.role }).check()
  await dialog.getByRole('button', { name: 'Créer l’invitation' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Lien à remettre' }).inputValue()
  await dialog.getByRole('button', { name: 'Fermer', exact: true }).last().click()
  await expect(dialog).toBeHidden()
  return link
}

/** Chooses a password at the page that an invitation leads to, in French, and lands at the desk. */
export async function acceptInvitation(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour')
}

/** Signs in by the form, in French, and lands at the desk. */
export async function signInByForm(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, email, password)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour')
}

/** Fills in the page of signing in, wherever it came from, in French. */
export async function giveCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}
