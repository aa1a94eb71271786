import { beforeEach, expect, test } from 'vitest'
import { getArticle, paragraphNumbers } from '@/lib/articles/queries'
import { paragraphAt } from '@/lib/attributions/paragraph'
import { countUnreadTexts, readMissingTexts } from '@/lib/copies/commands/read-missing-texts'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { countWords } from '@/lib/text/count-words'
import { FOLDING } from '@/lib/text/fold'
import { anArticle, aProject, once } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
// One project has a text once.
beforeEach(async () => {
  desk = await aProject(db)
})

const TEXT = 'Deux ponts sont coupés 🌉.\n\nTrois ponts tiennent.\nIls tiennent bien.\n\n\n𝒳 La gare est fermée.'

async function imported(text: string) {
  const bytes = new TextEncoder().encode(text)
  const { id } = await importArticle(desk.editor.ctx, { ...once(), id: newId(), bytes, title: `${newId()} titre` })
  return getArticle(desk.viewer.ctx, id)
}

test('a version comes with what was read of it: long ones too, which are read in a thread', async () => {
  const short = await imported(`${TEXT}\n\nCourt.`)
  expect(short.shown.words).toBe(countWords(short.shown.text))
  const long = await imported(
    `${TEXT}\n\nLong.\n\n${'Il fait beau à Kaboul, dit-on à la radio ce matin. '.repeat(400)}`,
  )
  expect(long.shown.words).toBe(countWords(long.shown.text))
  const sentences = await db.fingerprintedSentence.findMany({
    where: { versionId: long.shown.id },
    orderBy: { start: 'asc' },
  })
  expect(sentences.length).toBeGreaterThan(300)
  expect(sentences.every(({ prints }) => prints.length > 0)).toBe(true)
})

test('the database counts paragraphs as the text does, at every place', async () => {
  const { version } = await anArticle(db, desk.project, TEXT)
  const places = Array.from({ length: Array.from(TEXT).length }, (_, start) => ({ versionId: version.id, start }))
  const numberOf = await paragraphNumbers(db, desk.project.id, places)
  expect(places.map(numberOf)).toEqual(places.map(({ start }) => paragraphAt(version.text, start)))
})

test('what was not asked for, and what is another project’s, has no number', async () => {
  const { version } = await anArticle(db, desk.project, TEXT)
  const place = { versionId: version.id, start: 30 }
  const stranger = await aProject(db)
  expect((await paragraphNumbers(db, stranger.project.id, [place]))(place)).toBeNull()
  expect((await paragraphNumbers(db, desk.project.id, [place]))({ ...place, start: 31 })).toBeNull()
  expect((await paragraphNumbers(db, desk.project.id, [null]))(place)).toBeNull()
})

test('a version from before texts were read is read once, and nothing of it changes', async () => {
  const { version } = await anArticle(db, desk.project, TEXT)
  const where = { versionId: version.id }
  const before = await db.textReading.findUniqueOrThrow({ where })
  const passages = await db.fingerprintedSentence.findMany({ where, orderBy: { id: 'asc' } })
  await db.textReading.delete({ where })
  expect(await readMissingTexts(desk.editor.ctx)).toBeGreaterThanOrEqual(1)
  expect(await db.textReading.findUniqueOrThrow({ where })).toEqual(before)
  expect(await db.fingerprintedSentence.findMany({ where, orderBy: { id: 'asc' } })).toEqual(passages)
  expect(await readMissingTexts(desk.editor.ctx)).toBe(0)
})

const SENTENCES =
  'Le ministère a confirmé mardi la mort de treize soldats. La gare est fermée depuis lundi soir, dit-on.'

test('what was read by an earlier folding is read anew', async () => {
  const { version } = await anArticle(db, desk.project, SENTENCES)
  const where = { versionId: version.id }
  const prints = () => db.fingerprintedSentence.findMany({ where, orderBy: { start: 'asc' }, select: { prints: true } })
  const [reading, read] = [await db.textReading.findUniqueOrThrow({ where }), await prints()]
  await db.textReading.delete({ where })
  await db.textReading.create({ data: { ...reading, folding: FOLDING - 1, words: 1 } })
  await db.fingerprintedSentence.deleteMany({ where })
  const old = { ...where, projectId: desk.project.id, start: 0, end: 9, folding: FOLDING - 1, prints: [1] }
  await db.fingerprintedSentence.create({ data: old })
  expect(await countUnreadTexts(db)).toBe(1)
  expect(await readMissingTexts(desk.editor.ctx)).toBe(1)
  expect(await db.textReading.findUniqueOrThrow({ where })).toEqual(reading)
  expect(await prints()).toEqual(read)
  expect(await readMissingTexts(desk.editor.ctx)).toBe(0)
})
