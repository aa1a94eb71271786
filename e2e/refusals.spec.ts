import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { offerFile, offerText, ownWord, refusal, type Upload } from './desk'
import { expect, test } from './fixtures'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const file = (name: string, buffer: Buffer): Upload => ({ name, mimeType: 'text/plain', buffer })

const badFiles = [
  {
    what: 'an empty file',
    file: file('vide.txt', Buffer.alloc(0)),
    status: 422,
    text: 'le fichier ou le texte est vide',
  },
  { what: 'a blank file', file: file('blanc.txt', Buffer.from(' \n\t\n')), status: 422, text: 'que des blancs' },
  { what: 'a picture', file: file('photo.txt', png), status: 422, text: 'C’est une image' },
  {
    what: 'a program',
    file: file('programme.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])),
    status: 422,
    text: 'pas du texte',
  },
  // Two UTF-16 units each, so that it is the code points that are counted.
  {
    what: 'a text of a million characters and one',
    file: file('long.txt', Buffer.from('𝒳'.repeat(1_000_001))),
    status: 422,
    text: 'au plus sont acceptés',
  },
  {
    what: 'a file of 20 MB',
    file: file('enorme.txt', Buffer.alloc(20 * 1024 * 1024, 'a')),
    status: 413,
    text: 'Le fichier dépasse 10 Mo',
  },
]

/** Sends a file to be saved past the screen. Answers what came back and the id that it would have had. */
async function sendToSave(page: Page, { name, mimeType, buffer }: Upload) {
  const id = randomUUID()
  const details = { id, commandId: randomUUID(), fileName: name, encoding: null, title: 'Ne doit pas exister' }
  const response = await page.request.post('/api/v1/import', {
    headers: { origin: new URL(page.url()).origin },
    multipart: { details: JSON.stringify(details), file: { name, mimeType, buffer } },
  })
  return { id, status: response.status(), body: await response.text() }
}

test.describe('what is offered', () => {
  test.use({ allowed: [/status of 422/] })

  test('what is empty, no text or too long is refused, and nothing of it is written', async ({ as }) => {
    const editor = await as('editor')
    for (const bad of badFiles)
      await test.step(bad.what, async () => {
        await offerFile(editor, bad.file)
        await expect(refusal(editor)).toContainText(bad.text)
        await expect(editor.getByRole('tab', { name: 'Choisir un fichier' })).toHaveAttribute('aria-selected', 'true')
        await expect(editor.getByRole('main')).toContainText(`Fichier : ${bad.file.name}`)

        const sent = await sendToSave(editor, bad.file)
        expect(sent.status).toBe(bad.status)
        expect(sent.body).toContain(bad.text)
        expect((await editor.request.get(`/articles/${sent.id}`)).status()).toBe(404)
      })
  })

  test('a pasted text that is refused stays in its field', async ({ as }) => {
    const editor = await as('editor')
    await offerText(editor, ' \n\n\t\n')
    await expect(refusal(editor)).toBeFocused()
    await expect(editor.getByRole('textbox', { name: 'Texte de l’article' })).toHaveValue(' \n\n\t\n')
  })

  test('an article without a title or with a wrong address is refused and the form stays', async ({ as }) => {
    const editor = await as('editor')
    const own = ownWord()
    await offerText(editor, `Un ${own} qui attend son titre.`)
    await editor.getByRole('textbox', { name: 'Adresse d’origine' }).fill('ftp://nulle.part/')
    await editor.getByRole('textbox', { name: 'Titre' }).fill(`Titre ${own}`)
    await editor.getByRole('button', { name: 'Enregistrer l’article' }).click()
    await expect(refusal(editor)).toBeVisible()
    await expect(editor.getByRole('textbox', { name: 'Titre' })).toHaveValue(`Titre ${own}`)
    await expect(editor.getByRole('textbox', { name: 'Adresse d’origine' })).toHaveValue('ftp://nulle.part/')
    await editor.goto(`/articles?q=${own}`)
    await expect(editor.getByRole('main')).toContainText('Aucun titre ne correspond')
  })
})

test.describe('what is not there', () => {
  test.use({ allowed: [/status of 404/] })

  test('is a page that says so, and a 404, whatever the address is made of', async ({ as }) => {
    const editor = await as('editor')
    for (const path of [`/articles/${randomUUID()}`, `/articles/${randomUUID()}/report`, '/articles/x', '/nowhere']) {
      const response = await editor.goto(path)
      expect(response?.status(), path).toBe(404)
      await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
    }
    for (const id of [randomUUID(), 'x', '%00']) {
      const report = await editor.request.get(`/api/v1/articles/${id}/report?format=json`)
      expect([400, 404], id).toContain(report.status())
      expect(await report.text()).not.toMatch(/prisma|stack|at Object/i)
    }
    expect((await editor.request.get(`/api/v1/articles/${randomUUID()}/report?format=json`)).status()).toBe(404)
    expect((await editor.request.get(`/api/v1/articles/${randomUUID()}/text`)).status()).toBe(404)
  })
})

test('nothing is shown to whoever is not signed in', async ({ page, request }) => {
  for (const path of ['/', '/articles', '/articles/import', `/articles/${randomUUID()}`, '/team', '/account']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
  }
  for (const path of [`/api/v1/articles/${randomUUID()}/report?format=json`, `/api/v1/articles/${randomUUID()}/text`]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { code: 'signed-out' } })
  }
  const sent = await request.post('/api/v1/import', { headers: { origin: new URL(page.url()).origin } })
  expect(sent.status()).toBe(401)
})

test('a request that another site sends in somebody’s name changes nothing', async ({ as }) => {
  const editor = await as('editor')
  const answer = await editor.request.post('/api/v1/import', {
    headers: { origin: 'https://elsewhere.example' },
    multipart: { details: '{}', file: file('texte.txt', Buffer.from('Un texte.')) },
  })
  expect(answer.status()).toBe(403)
})
