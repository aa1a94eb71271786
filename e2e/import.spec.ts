import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Page } from 'playwright/test'
import { aWordFile } from '@/seeds/made-files'
import { expectAccessibleAndNarrow } from './at-rest'
import { findArticle, importText, offerFile, offerText, ownWord, saveOffered } from './desk'
import { expect, test } from './fixtures'

// Files that cannot be read are among them.
test.use({ allowed: [/status of 422/] })

test('a pasted text is imported with its date, gets another title, and is not taken in twice', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const text = ` date 2021-08 in\n\nLe ${own} est arrivé à l’aéroport. Personne ne l’attendait.\n\nUn second alinéa, avec 👩‍👩‍👧 dedans.\n`
  await offerText(editor, text)
  const read = editor.getByRole('region', { name: 'Ce qui est lu' })
  await expect(read).toContainText('2 paragraphes')
  await expect(read).toContainText('date 2021-08 in')
  await expect(editor.getByRole('textbox', { name: 'Titre' })).toHaveValue(`Le ${own} est arrivé à l’aéroport`)
  await expect(editor.getByRole('combobox', { name: 'Langue' })).toHaveValue('fr')
  const id = await saveOffered(editor)
  await expect(editor.getByRole('main')).toContainText('août 2021')

  const row = await findArticle(editor, own)
  await expect(row).toContainText('août 2021')
  await expect(row).toContainText('français')
  await row.getByRole('button', { name: /^Actions sur/ }).click()
  await editor.getByRole('menuitem', { name: 'Modifier la fiche' }).click()
  const dialog = editor.getByRole('dialog', { name: 'Modifier la fiche' })
  await dialog.getByRole('textbox', { name: 'Titre' }).fill(`L’arrivée du ${own}`)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toBeHidden()
  await expect(row.getByRole('link')).toHaveText(`L’arrivée du ${own}`)

  await offerText(editor, text)
  const known = editor.getByRole('main')
  await expect(known).toContainText(`C’est celui de « L’arrivée du ${own} ».`)
  await expect(editor.getByRole('button', { name: 'Enregistrer l’article' })).toHaveCount(0)
  await editor.getByRole('link', { name: 'Ouvrir l’article' }).click()
  await expect(editor).toHaveURL(`/articles/${id}`)
})

test('a seed text offered again is recognised', async ({ as }) => {
  const editor = await as('editor')
  const seed = await readFile(new URL('../seeds/articles/004_b86df3bf2438e070.txt', import.meta.url))
  await offerFile(editor, { name: 'sept-terroristes.txt', mimeType: 'text/plain', buffer: seed })
  await expect(editor.getByRole('main')).toContainText('Ce texte est déjà dans le projet')
  await editor.getByRole('link', { name: 'Ouvrir l’article' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toContainText('Sept terroristes')
})

test('a Windows-1252 file is recognised, previewed, and read otherwise if asked to', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const text = `L’été à Kaboul, « ${own} » et l’œuvre de paix – la fête.\n\nUn élève a été blessé.`
  const marks: Record<string, number> = { '’': 0x92, œ: 0x9c, '–': 0x96 }
  const buffer = Buffer.from(Array.from(text, (character) => marks[character] ?? character.charCodeAt(0)))
  await offerFile(editor, { name: 'depeche.txt', mimeType: 'text/plain', buffer })

  const beginning = editor.getByRole('region', { name: 'Début du texte' })
  await expect(beginning).toContainText(`L’été à Kaboul, « ${own} » et l’œuvre de paix – la fête.`)
  const encoding = editor.getByRole('combobox', { name: 'Encodage' })
  await expect(encoding).toHaveValue('windows-1252')
  await encoding.selectOption({ label: 'Latin-1 (ISO-8859-1)' })
  await expect(beginning).not.toContainText('L’été')
  await encoding.selectOption({ label: 'Windows-1252' })
  await expect(beginning).toContainText('L’été')

  await saveOffered(editor)
  await expect(editor.getByRole('main')).toContainText('l’œuvre de paix – la fête.')
})

test('an article goes to the archive and comes back', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const id = await importText(editor, `Un texte ${own} à mettre de côté.`)

  const row = await findArticle(editor, own)
  await row.getByRole('button', { name: /^Actions sur/ }).click()
  await editor.getByRole('menuitem', { name: 'Archiver' }).click()
  await expect(row).toHaveCount(0)
  await editor.goto(`/articles/${id}`)
  await expect(editor.getByRole('main')).toContainText('Cet article est archivé.')

  const archived = await findArticle(editor, own, { archived: true })
  await archived.getByRole('button', { name: /^Actions sur/ }).click()
  await editor.getByRole('menuitem', { name: 'Rétablir' }).click()
  await expect(archived).toHaveCount(0)
  await expect(await findArticle(editor, own)).toHaveCount(1)

  // Undone at once, from the notice.
  await (await findArticle(editor, own)).getByRole('button', { name: /^Actions sur/ }).click()
  await editor.getByRole('menuitem', { name: 'Archiver' }).click()
  await expect(row).toHaveCount(0)
  await editor.getByRole('button', { name: 'Défaire' }).click()
  await expect(row).toHaveCount(1)
})

test('a Word document and a page are read, parts come back in, and a damaged file is called by its name', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const word = aWordFile('Treize morts à Kaboul', 'Par Jean Dupont', `Treize soldats ${own} ont été tués jeudi.`)
  await offerFile(editor, { name: 'depeche.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(word) })
  const read = editor.getByRole('region', { name: 'Ce qui est lu' })
  await expect(read).toContainText('Document Word')
  await expect(editor.getByRole('textbox', { name: 'Signé par' })).toHaveValue('Jean Dupont')
  const title = editor.getByRole('textbox', { name: 'Titre' })
  await expect(title).toHaveValue('Treize morts à Kaboul')
  const beginning = editor.getByRole('region', { name: 'Début du texte' })
  await expect(beginning).not.toContainText('Par Jean Dupont')
  await editor.getByRole('checkbox', { name: 'Signature Par Jean Dupont' }).check()
  await expect(beginning).toContainText('Par Jean Dupont')
  await title.fill(`L’attentat ${own}`)
  await saveOffered(editor)
  await expect(editor.getByRole('heading', { level: 1 })).toContainText(`L’attentat ${own}`)

  const page = `<html><body><nav><a>Accueil</a></nav><article><h1>Une page ${own}</h1><p>Un pont &eacute;tait coupé.</p></article></body></html>`
  await offerFile(editor, { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(page) })
  await expect(beginning).toContainText('Un pont était coupé.')
  await expect(beginning).not.toContainText('Accueil')
  await expect(editor.getByRole('checkbox', { name: 'Menu Accueil' })).not.toBeChecked()

  await offerFile(editor, { name: 'faux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 rien') })
  await expect(editor.getByRole('main')).toContainText('Ce fichier est abîmé')
})

const textFile = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })

/** The line of a file, on the page of those that came with it. */
const lineOf = (page: Page, name: string) =>
  page
    .getByRole('region', { name: /^Fichiers/ })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^\\s*${name}`) })

test('many files at once: a line for each, what is doubtful waits for a word, and all go back together after a reload', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const files = [
    textFile('1-nord.txt', `Le pont du nord ${own} est coupé. Personne ne sait pourquoi.`),
    {
      name: '2-sud.docx',
      mimeType: 'application/zip',
      buffer: Buffer.from(aWordFile(`Le sud ${own}`, 'Un pont est coupé.')),
    },
    textFile('3-nord-encore.txt', `Le pont du nord ${own} est coupé. Personne ne sait pourquoi.`),
    {
      name: '5-latin.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`L'été à ${own}, et à Kaboul aussi, a été très long.`, 'latin1'),
    },
    { name: '4-photo.txt', mimeType: 'text/plain', buffer: Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1') },
  ]
  await offerFile(editor, files)
  await editor.waitForURL(/\/articles\/import\/[0-9a-f-]{36}$/)
  await expect(lineOf(editor, '1-nord.txt')).toContainText('Pris')
  await expect(lineOf(editor, '2-sud.docx')).toContainText('Pris')
  await expect(lineOf(editor, '3-nord-encore.txt')).toContainText('Déjà dans le projet')
  await expect(lineOf(editor, '4-photo.txt')).toContainText('C’est une image')
  // What may be misread waits until somebody says so.
  await expect(lineOf(editor, '5-latin.txt')).toContainText('L’encodage est deviné')
  await expectAccessibleAndNarrow(editor)
  await editor.getByRole('button', { name: 'Prendre quand même : 5-latin.txt' }).press('Enter')
  await expect(lineOf(editor, '5-latin.txt')).toContainText('Pris')
  await editor.getByRole('button', { name: 'Relire le fichier en échec' }).click()
  await expect(editor.getByRole('status')).toContainText('1 fichier est de nouveau en attente')
  await expect(lineOf(editor, '4-photo.txt')).toContainText('C’est une image')
  await expect(await findArticle(editor, own)).toHaveCount(3)

  // Of the same files nothing is doubled.
  await offerFile(editor, files.slice(0, 2))
  await editor.waitForURL(/\/articles\/import\/[0-9a-f-]{36}$/)
  await expect(lineOf(editor, '1-nord.txt')).toContainText('Déjà dans le projet')
  await expect(lineOf(editor, '2-sud.docx')).toContainText('Déjà dans le projet')

  await editor.goto('/articles/import')
  await editor
    .getByRole('region', { name: 'Venus ensemble récemment' })
    .getByRole('link', { name: '5 fichiers' })
    .first()
    .click()
  await editor.getByRole('button', { name: 'Tout retirer' }).click()
  await editor.getByRole('dialog').getByRole('button', { name: 'Tout retirer' }).click()
  await expect(editor.getByRole('status')).toContainText('3 articles retirés')
  await editor.reload()
  await expect(lineOf(editor, '1-nord.txt')).toContainText('Retiré : dans les archives')
  await editor.getByRole('link', { name: 'en échec (1)' }).click()
  await expect(lineOf(editor, '4-photo.txt')).toBeVisible()
  await expect(lineOf(editor, '1-nord.txt')).toHaveCount(0)
  await expect(await findArticle(editor, own)).toHaveCount(0)
})

test('a thousand files come in together', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const files = Array.from({ length: 1000 }, (_, at) =>
    textFile(`${String(at).padStart(4, '0')}.txt`, `Le pont ${own} numéro ${at} est coupé. Personne ne sait pourquoi.`),
  )
  await offerFile(editor, files)
  await editor.waitForURL(/\/articles\/import\/[0-9a-f-]{36}$/, { timeout: 60_000 })
  await expect(editor.getByRole('link', { name: 'pris (1000)' })).toBeVisible({ timeout: 60_000 })
  await expect(lineOf(editor, '0099.txt')).toContainText('Pris')
  await editor.getByRole('link', { name: 'Page suivante' }).click()
  await expect(lineOf(editor, '0100.txt')).toContainText('Pris')
})

test('a page is fetched from its address, looked at and saved; later it is fetched again as a new text', async ({
  as,
}) => {
  const editor = await as('editor')
  const own = ownWord()
  const port = Number(process.env.RECOUPE_TEST_PAGES)
  let words = `Le pont du sud ${own} est coupé depuis jeudi. Personne ne sait pourquoi.`
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.end('User-agent: *\nDisallow: /ferme')
    } else if (request.url === '/court') {
      response.writeHead(302, { Location: '/article' })
      response.end()
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=iso-8859-1' })
      const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>
        <body><nav><a>Accueil</a></nav><article><h1>Pont coupé ${own}</h1><p>${words}</p></article></body></html>`
      response.end(Buffer.from(page, 'latin1'))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const offerAddress = async (address: string) => {
    await editor.getByRole('tab', { name: 'Donner une adresse' }).click()
    const field = editor.getByRole('textbox', { name: 'Adresse de la page' })
    if (address) await field.fill(address)
    await field.press('Enter')
  }
  await editor.goto('/articles/import')
  await offerAddress('http://192.168.0.1/')
  await expect(editor.getByRole('main')).toContainText('n’est pas sur l’internet public')
  await offerAddress(`http://127.0.0.1:${port}/ferme`)
  await expect(editor.getByRole('main')).toContainText('robots.txt')
  await expectAccessibleAndNarrow(editor)
  await offerAddress(`http://127.0.0.1:${port}/court`)
  const read = editor.getByRole('region', { name: 'Ce qui est lu' })
  await expect(read).toContainText(`Reçu de http://127.0.0.1:${port}/article.`)
  await expect(read).toContainText('elle n’est pas en accès libre')
  await expect(editor.getByRole('region', { name: 'Début du texte' })).toContainText('est coupé depuis jeudi')
  await expectAccessibleAndNarrow(editor)
  const id = await saveOffered(editor)

  words = `Le pont du sud ${own} est coupé depuis mercredi. Personne ne sait pourquoi.`
  await editor.goto(`/articles/${id}/versions/new`)
  await editor.getByRole('tab', { name: 'Donner une adresse' }).click()
  await expect(editor.getByRole('textbox', { name: 'Adresse de la page' })).toHaveValue(
    `http://127.0.0.1:${port}/article`,
  )
  await offerAddress('')
  await expect(editor.getByRole('region', { name: 'Début du texte' })).toContainText('depuis mercredi')
  await editor.getByRole('button', { name: 'Enregistrer cette version' }).click()
  await editor.waitForURL(/\/versions$/)
  await expect(editor.getByText(`reçu de http://127.0.0.1:${port}/article`)).toHaveCount(2)
  server.closeAllConnections()
  server.close()
})
