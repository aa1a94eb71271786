import { beforeEach, describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { acceptFiles, cancelBatch, retryFiles } from '@/lib/import/commands/change-batch'
import { importArticle } from '@/lib/import/commands/import-article'
import { readBatchTexts } from '@/lib/import/commands/read-batch-texts'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { undoBatch } from '@/lib/import/commands/undo-batch'
import { workOnBatch } from '@/lib/import/commands/work-on-batch'
import { groupsToSend } from '@/lib/import/files-to-send'
import { getImportBatch, listImportBatches } from '@/lib/import/queries/batches'
import { MAX_RECEIVED_BYTES, MOST_FILES_SENT } from '@/lib/import/schema'
import { aClaim, aProject, once } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeEach(async () => {
  desk = await aProject()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const LATIN = Uint8Array.from(Buffer.from("L'été à Kaboul, et à Paris aussi, a été très long.", 'latin1'))
const MISREAD = bytesOf('Treize soldats ont Ã©tÃ© tuÃ©s Ã  l’aÃ©roport, selon l’Ã©tat-major.')
const IMAGE = Uint8Array.from(Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1'))
const textNumber = (number: number) => bytesOf(`Le pont numéro ${number} est coupé. Personne ne sait pourquoi.`)

const fileOf = (bytes: Uint8Array, position: number) => ({
  ...{ id: newId(), position, fileName: `${position}.txt`, size: bytes.byteLength, bytes },
})

/** Some files sent together, not read yet. Answers the batch's id. */
async function sent(all: readonly Uint8Array[], by = desk.editor) {
  const id = newId()
  const files = all.map(fileOf)
  await startBatch(by.ctx, { ...once(), id, expected: all.length })
  for (const group of groupsToSend(files)) await receiveFiles(by.ctx, { ...once(), id, files: group })
  return id
}
const statesOf = async (batchId: string) =>
  (await db.importFile.findMany({ where: { batchId }, orderBy: { position: 'asc' } })).map(({ state }) => state)
const work = (batchId: string) => workOnBatch(desk.editor.ctx, batchId)
const articles = () => db.article.count({ where: { projectId: desk.project.id } })

describe('files that come together', () => {
  test('become articles as one alone would, each with its history, or say what they are', async () => {
    const known = await importArticle(desk.editor.ctx, { ...once(), id: newId(), bytes: textNumber(1) })
    const wire = bytesOf(
      'WION\n\nPar Jean Dupont\n\nLe 26 août 2021\n\nTreize soldats ont été tués à Kaboul jeudi soir.',
    )
    const id = await sent([textNumber(1), textNumber(2), textNumber(2), LATIN, IMAGE, bytesOf('  \n'), wire])
    await work(id)
    expect(await statesOf(id)).toEqual(['KNOWN', 'SAVED', 'KNOWN', 'DOUBTFUL', 'FAILED', 'FAILED', 'SAVED'])
    const { files, counts, mayRetry } = await getImportBatch(desk.editor.ctx, { id })
    expect(files[0]).toMatchObject({ article: { id: known.id }, reasons: [] })
    expect(files[2]?.article?.id).toBe(files[1]?.article?.id)
    expect(files[3]).toMatchObject({ article: null, reasons: [{ key: 'import.lookEncoding' }] })
    expect(files[4]).toMatchObject({ article: null, reasons: [{ key: 'import.image' }] })
    expect([counts.SAVED, counts.received, mayRetry]).toEqual([2, 7, true])

    const alone = await importArticle((await aProject()).editor.ctx, {
      ...{ ...once(), id: newId(), bytes: wire, asRead: true },
    })
    const facts = { title: true, language: true, publishedVerbatim: true, byline: true, dateline: true } as const
    const together = files[6]?.article?.id ?? ''
    const source = {
      select: { kind: true, name: true, nameKey: true, aliases: true, url: true, version: true },
    } as const
    const select = {
      ...facts,
      source,
      outlet: source,
      versions: { select: { text: true, sha256: true, encoding: true, codePoints: true } },
    }
    const [one, other] = [
      await db.article.findUniqueOrThrow({ where: { id: together }, select }),
      await db.article.findUniqueOrThrow({ where: { id: alone.id }, select }),
    ]
    expect(one).toEqual(other)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { articleId: together } })
    expect(entry).toMatchObject({ action: 'article:import', actorId: desk.editor.user.id })
  })

  test('are listed in their project, and to nobody else', async () => {
    const id = await sent([textNumber(1), IMAGE])
    const [batch] = await listImportBatches(desk.editor.ctx)
    expect(batch).toMatchObject({ id, expected: 2, counts: { WAITING: 2, received: 2 } })
    await expect(getImportBatch((await aProject()).editor.ctx, { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(listImportBatches(desk.checker.ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('sent again after a lost answer are there once; what is too large is named alone', async () => {
    const id = newId()
    const files = [fileOf(textNumber(1), 0), { ...fileOf(textNumber(2), 1), size: 2 * MAX_RECEIVED_BYTES, bytes: null }]
    await startBatch(desk.editor.ctx, { ...once(), id, expected: 2 })
    for (let tries = 0; tries < 2; tries++) await receiveFiles(desk.editor.ctx, { ...once(), id, files })
    await work(id)
    expect(await statesOf(id)).toEqual(['SAVED', 'FAILED'])
    expect((await getImportBatch(desk.editor.ctx, { id, state: 'FAILED' })).files).toMatchObject([
      { reasons: [{ key: 'import.fileTooBig' }] },
    ])
  })

  test('are read once each, whoever else reads them at the same time', async () => {
    const id = await sent(Array.from({ length: 130 }, (_, at) => textNumber(at)))
    const told: string[] = []
    await Promise.all([
      workOnBatch(desk.editor.ctx, id, async (done, total) => void told.push(`${done}/${total}`)),
      work(id),
      work(id),
    ])
    expect(await articles()).toBe(130)
    expect(await db.source.count({ where: { projectId: desk.project.id, kind: 'DOCUMENT' } })).toBe(130)
    expect(new Set(await statesOf(id))).toEqual(new Set(['SAVED']))
    expect(told.at(-1)).toBe('130/130')
    await readBatchTexts(desk.editor.ctx, id)
    expect(await db.textReading.count({ where: { projectId: desk.project.id } })).toBe(130)
  })

  test('go on after what broke off in the middle, and are taken in once', async () => {
    const id = await sent(Array.from({ length: 120 }, (_, at) => textNumber(at)))
    const broken = workOnBatch(desk.editor.ctx, id, async () => {
      throw new Error('killed')
    })
    await expect(broken).rejects.toThrow('killed')
    expect(await articles()).toBe(MOST_FILES_SENT)
    await work(id)
    await work(id)
    expect(await articles()).toBe(120)
  })
})

describe('what is to be looked at', () => {
  test('comes in when somebody says so, as it is or turned back', async () => {
    const id = await sent([LATIN, MISREAD])
    await work(id)
    expect(await statesOf(id)).toEqual(['DOUBTFUL', 'DOUBTFUL'])
    expect((await getImportBatch(desk.editor.ctx, { id })).hasMisread).toBe(true)
    const [latin] = await db.importFile.findMany({ where: { batchId: id }, orderBy: { position: 'asc' } })
    expect(await acceptFiles(desk.editor.ctx, { ...once(), id, files: [latin?.id ?? ''], mend: false })).toEqual({
      count: 1,
    })
    await work(id)
    expect(await statesOf(id)).toEqual(['SAVED', 'DOUBTFUL'])
    await acceptFiles(desk.admin.ctx, { ...once(), id, files: null, mend: true })
    await work(id)
    const texts = await db.articleVersion.findMany({ where: { projectId: desk.project.id }, orderBy: { id: 'asc' } })
    expect(texts.map(({ text }) => text)).toEqual([
      "L'été à Kaboul, et à Paris aussi, a été très long.",
      'Treize soldats ont été tués à l’aéroport, selon l’état-major.',
    ])
    expect(texts.map(({ createdById }) => createdById)).toEqual([desk.editor.user.id, desk.admin.user.id])
    const none = acceptFiles(desk.editor.ctx, { ...once(), id, files: null, mend: false })
    await expect(none).rejects.toMatchObject({ reasons: [{ key: 'import.nothingToAccept' }] })
  })
})

describe('what has failed', () => {
  test('is read again without doubling what is in', async () => {
    const id = await sent([textNumber(1), IMAGE])
    await work(id)
    expect(await retryFiles(desk.editor.ctx, { ...once(), id })).toEqual({ count: 1 })
    expect(await statesOf(id)).toEqual(['SAVED', 'WAITING'])
    await work(id)
    expect([await statesOf(id), await articles()]).toEqual([['SAVED', 'FAILED'], 1])
  })

  test('is all that waits, once whoever asked for it may not any more; a colleague has it read', async () => {
    const id = await sent([textNumber(1), textNumber(2)])
    await db.membership.updateMany({ where: { userId: desk.editor.user.id }, data: { role: 'CHECKER' } })
    await work(id)
    expect([await statesOf(id), await articles()]).toEqual([['FAILED', 'FAILED'], 0])
    expect((await getImportBatch(desk.admin.ctx, { id })).files[0]?.reasons).toEqual([{ key: 'import.askerMayNot' }])
    await expect(retryFiles(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'forbidden' })
    await retryFiles(desk.admin.ctx, { ...once(), id })
    await work(id)
    expect(await statesOf(id)).toEqual(['SAVED', 'SAVED'])
  })

  test('is all that waits of somebody whose account is disabled', async () => {
    const id = await sent([textNumber(1)])
    await db.user.update({ where: { id: desk.editor.user.id }, data: { disabledAt: new Date() } })
    await work(id)
    expect([await statesOf(id), await articles()]).toEqual([['FAILED'], 0])
  })
})

describe('stopping and taking back', () => {
  test('lets go of what waits and keeps what is in', async () => {
    const id = await sent([textNumber(1), LATIN])
    await work(id)
    expect(await cancelBatch(desk.editor.ctx, { ...once(), id })).toEqual({ count: 1 })
    expect(await statesOf(id)).toEqual(['SAVED', 'CANCELLED'])
    expect(await db.importFile.count({ where: { batchId: id, bytes: { not: null } } })).toBe(0)
    const late = receiveFiles(desk.editor.ctx, { ...once(), id, files: [fileOf(textNumber(3), 2)] })
    await expect(late).rejects.toMatchObject({ reasons: [{ key: 'import.batchEnded' }] })
  })

  test('while it is read: what is not in yet stays out', async () => {
    const id = await sent(Array.from({ length: 120 }, (_, at) => textNumber(at)))
    await workOnBatch(desk.editor.ctx, id, async (done) => {
      if (done === MOST_FILES_SENT) await cancelBatch(desk.admin.ctx, { ...once(), id })
    })
    expect(await articles()).toBe(MOST_FILES_SENT)
  })

  test('takes back all but what somebody has worked on, and says so of each article', async () => {
    const id = await sent([textNumber(1), textNumber(2), textNumber(3), LATIN])
    await work(id)
    const { files } = await getImportBatch(desk.editor.ctx, { id })
    const version = await db.articleVersion.findFirstOrThrow({ where: { articleId: files[1]?.article?.id ?? '' } })
    await aClaim(desk.checker.ctx, version, 'est coupé')
    await expect(undoBatch(desk.checker.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await undoBatch(desk.editor.ctx, { ...once(), id })).toEqual({ undone: 2, kept: 1 })
    expect(await statesOf(id)).toEqual(['UNDONE', 'SAVED', 'UNDONE', 'CANCELLED'])
    const there = await db.article.findMany({ where: { projectId: desk.project.id }, orderBy: { id: 'asc' } })
    expect(there.map(({ archivedAt, version: number }) => [archivedAt !== null, number])).toEqual([
      [true, 2],
      [false, 1],
      [true, 2],
    ])
    const entries = { projectId: desk.project.id, action: 'article:archive' }
    expect(await db.auditEntry.count({ where: entries })).toBe(2)
    await expect(undoBatch(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject({
      reasons: [{ key: 'import.batchEnded' }],
    })
  })
})

test('groups of files keep their order and both limits', () => {
  const sizes = [4, 5, 3, 20, 9, ...Array.from({ length: 120 }, () => 0)].map((size) => ({ size: size * 1024 * 1024 }))
  const groups = groupsToSend(sizes)
  expect(groups.flat()).toEqual(sizes)
  expect(groups.map((group) => group.length)).toEqual([2, 2, 100, 21])
})
