import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { getArticle, listArticles } from '@/lib/articles/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { aProject, once } from '@/seeds/builders'
import { seedArticles, seedFolder } from '@/seeds/index'

let desk: Awaited<ReturnType<typeof aProject>>
let installation: Ctx
let folder: string
beforeEach(async () => {
  desk = await aProject()
  const { ctx } = desk.admin
  installation = { ...ctx, actor: { ...ctx.actor, userId: null } }
  folder = await mkdtemp(join(tmpdir(), 'recoupe-seeds-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text)
const seed = async () => (await seedFolder(installation, folder)).map(({ file, outcome }) => `${file} ${outcome}`)
const auditRows = () => getDb().auditEntry.count({ where: { projectId: desk.project.id } })

test('the two texts that come with the project are French, of August 2021, and named after their first sentences', async () => {
  const seeded = await seedFolder(installation, join(import.meta.dirname, 'articles'))
  expect(seeded.map(({ outcome }) => outcome)).toEqual(seeded.map(() => 'added'))
  const { articles } = await listArticles(desk.viewer.ctx)
  for (const { language, published, outlet, title } of articles) {
    expect({ language, outlet, precision: published?.precision, earliest: published?.earliest }).toEqual({
      language: 'fr',
      outlet: null,
      precision: 'MONTH',
      earliest: '2021-08-01',
    })
    expect(title.length).toBeGreaterThan(20)
  }
  for (const { file, articleId } of seeded) {
    const { shown } = await getArticle(desk.viewer.ctx, articleId ?? '')
    const stored = await getDb().articleVersion.findUniqueOrThrow({ where: { id: shown.id } })
    expect(shown.text).not.toMatch(/date 2021-08 in/)
    expect(Buffer.from(stored.received)).toEqual(await readFile(join(import.meta.dirname, 'articles', file)))
  }
  expect(seeded.length).toBeGreaterThanOrEqual(2)
})

test('nothing is seeded twice, and a start at which nothing happens leaves no trace', async () => {
  await put('a.txt', 'Un texte.')
  await put('b.txt', 'Un autre texte.')
  await put('notes.md', 'No seed.')
  expect(await seed()).toEqual(['a.txt added', 'b.txt added'])
  const before = await auditRows()
  expect(await seed()).toEqual(['a.txt unchanged', 'b.txt unchanged'])
  expect(await auditRows()).toBe(before)
})

test('a changed file is a new version, and what people said of the article stays', async () => {
  await put('a.txt', ' date 2021-08 in\n\nUn texte.')
  const [{ articleId } = { articleId: '' }] = await seedFolder(installation, folder)
  const id = articleId ?? ''
  const said = { title: 'Titre à nous', language: 'en', published: null, outletId: null, originUrl: null }
  await editArticle(desk.editor.ctx, { ...once(), id, version: 1, ...said })
  await put('a.txt', ' date 2022 in\n\nUn texte, corrigé.')
  expect(await seed()).toEqual(['a.txt newVersion'])
  expect(await getArticle(desk.viewer.ctx, id)).toMatchObject({
    title: 'Titre à nous',
    language: 'en',
    published: null,
    shown: { number: 2, text: 'Un texte, corrigé.', createdBy: null },
  })
  await put('a.txt', 'Un texte.')
  expect([await seed(), await seed()]).toEqual([['a.txt newVersion'], ['a.txt unchanged']])
})

test('a text that somebody imported already is not doubled', async () => {
  await importArticle(desk.editor.ctx, { ...once(), id: newId(), bytes: new TextEncoder().encode('Un texte.') })
  await put('a.txt', 'Un texte.\r\n')
  expect(await seed()).toEqual(['a.txt knownText'])
})

test('a bad file is told of and skipped', async () => {
  await put('a.txt', '')
  await put('b.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  await put('c.txt', 'Un texte.')
  const seeded = await seedFolder(installation, folder)
  expect(seeded.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual([
    ['refused', 'import.empty'],
    ['refused', 'import.binaryFormat'],
    ['added'],
  ])
  expect(await seedArticles(installation, folder)).toEqual([
    'Skipped a.txt: it is empty.',
    'Skipped b.txt: it is not plain text.',
  ])
  expect(await seedFolder(installation, join(folder, 'none'))).toEqual([])
})
