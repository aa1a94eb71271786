import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { aProject } from '@/seeds/builders'
import { inRoot } from './places.mjs'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-import-'))
const texts = join(folder, 'texts')
const db = getDb()
let desk
beforeAll(async () => {
  desk = await aProject()
  mkdirSync(join(texts, 'nord', '.git'), { recursive: true })
  writeFileSync(join(texts, 'un.txt'), 'Le pont du sud est coupé. Personne ne sait pourquoi.')
  writeFileSync(join(texts, 'nord', 'deux.txt'), 'Le pont du nord est coupé. Personne ne sait pourquoi.')
  writeFileSync(join(texts, 'nord', '.git', 'config'), 'Rien à lire ici.')
  writeFileSync(join(texts, 'nord', '.DS_Store'), 'Rien à lire ici.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command on the test database, with a data folder of its own. */
function importing(...values) {
  const env = { ...process.env, RECOUPE_DATA_DIR: join(folder, 'data'), LC_ALL: 'fr_FR.UTF-8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('lib', 'launch', 'import.mjs'), ...values], {
    ...{ env, encoding: 'utf8' },
  })
  return { status, said: (stdout + stderr).replaceAll('\u00a0', ' ') }
}
const articles = () => db.article.count({ where: { projectId: desk.project.id } })

test('a folder comes in, with those below it; again it is not doubled, and what fails has its line', async () => {
  const into = `--project=${desk.project.name}`
  const first = importing(texts, into)
  expect(first.said).toContain('Pris : 2. Déjà dans le projet : 0. À regarder : 0. En échec : 0.')
  expect([first.status, await articles()]).toEqual([0, 2])
  const files = await db.importFile.findMany({ where: { projectId: desk.project.id }, orderBy: { position: 'asc' } })
  expect(files.map(({ fileName }) => fileName)).toEqual([join('nord', 'deux.txt'), 'un.txt'])

  writeFileSync(join(texts, 'photo.txt'), Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1'))
  writeFileSync(join(texts, 'latin.txt'), Buffer.from('Un été à Kaboul a été très long.', 'latin1'))
  const again = importing(texts, into, `--person=${(await emailOf(desk.editor)).toUpperCase()}`)
  expect(again.said).toContain('✗ photo.txt : C’est une image')
  expect(again.said).toContain('⚠ latin.txt, à regarder : L’encodage est deviné')
  expect(again.said).toContain('Pris : 0. Déjà dans le projet : 2. À regarder : 1. En échec : 1.')
  expect([again.status, await articles()]).toEqual([1, 2])
})

const emailOf = async ({ user }) => (await db.user.findUniqueOrThrow({ where: { id: user.id } })).email

test('who may not import, an unknown project and no folder are refused, and nothing comes in', async () => {
  const before = await db.importBatch.count()
  const viewer = importing(texts, `--project=${desk.project.name}`, `--person=${await emailOf(desk.viewer)}`)
  expect(viewer.said).toContain('éditeur')
  const nowhere = importing(texts, '--project=nulle part')
  expect(nowhere.said).toContain('Aucun projet ne porte ce nom')
  const nothing = importing(join(folder, 'absent'))
  expect(nothing.said).toContain('n’existe pas')
  expect([viewer, nowhere, nothing, importing()].map(({ status }) => status)).toEqual([1, 1, 1, 1])
  expect(await db.importBatch.count()).toBe(before)
})
