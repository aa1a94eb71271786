import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { archiveArticle } from '@/lib/articles/commands/archive-article'
import { getArticle } from '@/lib/articles/queries'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim } from '@/lib/claims/queries'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { previewImport } from '@/lib/import/queries'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { addVersion } from '@/lib/versions/commands/add-version'
import { aClaim, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
const TEXT =
  'Selon M. Mallick, sept terroristes sont en fuite. Ils seraient à Kaboul.\n\nLe nombre de morts est de 170.'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

let desk: Awaited<ReturnType<typeof aProject>>
let other: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  other = await aProject()
})
beforeEach(async () => {
  desk = await aProject()
})
const importing = (bytes: Uint8Array, more: object = {}) => ({ ...once(), id: newId(), bytes, ...more })

describe('importArticle', () => {
  test('keeps the text normalised, the bytes as received, and reads title, language and date', async () => {
    const bytes = bytesOf(` date 2021-08 in\r\n\r\n${TEXT.replaceAll('\n', '\r\n')}\r\n`)
    const { id, existing } = await importArticle(desk.editor.ctx, importing(bytes, { asRead: true, fileName: 'a.txt' }))
    expect(existing).toBe(false)
    const article = await getArticle(desk.viewer.ctx, id)
    expect(article).toMatchObject({
      title: 'Selon M. Mallick, sept terroristes sont en fuite',
      language: 'fr',
      outlet: null,
      published: { verbatim: '2021-08', earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' },
      source: { name: 'Selon M. Mallick, sept terroristes sont en fuite' },
      shown: { number: 1, text: TEXT, encoding: 'utf-8', fileName: 'a.txt', createdBy: { name: 'Editor' } },
    })
    const stored = await db.articleVersion.findUnique({ where: { id: article.shown.id }, select: { received: true } })
    expect(Buffer.compare(Buffer.from(stored?.received ?? []), Buffer.from(bytes))).toBe(0)
  })

  test('what the person said goes before what was read; null means not known', async () => {
    const said = { title: 'Mon titre', language: null, published: null }
    const { id } = await importArticle(desk.editor.ctx, importing(bytesOf(` date 2021-08 in\n\n${TEXT}`), said))
    expect(await getArticle(desk.viewer.ctx, id)).toMatchObject(said)
  })

  test('Windows-1252 and latin-1 are read as such, and a chosen encoding is obeyed', async () => {
    const word = 'Écœuré : « l’élève » à Noël'
    const windows = Uint8Array.from([
      ...latin1('\u00c9c'),
      0x9c,
      ...latin1('ur\u00e9 : \u00ab l'),
      0x92,
      ...latin1('\u00e9l\u00e8ve \u00bb \u00e0 No\u00ebl'),
    ])
    const { id } = await importArticle(desk.editor.ctx, importing(windows))
    expect((await getArticle(desk.viewer.ctx, id)).shown).toMatchObject({ text: word, encoding: 'windows-1252' })
    const west = latin1('Les élèves étaient à Noël')
    const preview = await previewImport(desk.editor.ctx, { bytes: west })
    expect(preview).toMatchObject({ encoding: 'iso-8859-1', certain: false, beginning: 'Les élèves étaient à Noël' })
    expect(preview.alternatives).toContain('windows-1252')
    const chosen = await previewImport(desk.editor.ctx, { bytes: west, reading: { encoding: 'utf-8' } })
    expect(chosen).toMatchObject({ encoding: 'utf-8', unreadable: 5 })
    expect(chosen.alternatives).toContain('iso-8859-1')
    await expect(
      previewImport(desk.editor.ctx, { bytes: west, reading: { encoding: 'klingon' } }),
    ).rejects.toMatchObject({
      reasons: [{ key: 'import.encodingUnknown', path: 'encoding' }],
    })
  })

  test('the same text is one article: twice, at once, archived, with other line ends, and as a later version', async () => {
    const both = await Promise.all([
      importArticle(desk.editor.ctx, importing(bytesOf(TEXT))),
      importArticle(desk.admin.ctx, importing(bytesOf(TEXT.replaceAll('\n', '\r\n')))),
    ])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(both.map(({ existing }) => existing).sort()).toEqual([false, true])
    const id = both[0]?.id ?? ''
    await addVersion(desk.editor.ctx, { ...once(), articleId: id, id: newId(), bytes: bytesOf(`${TEXT} Fin.`) })
    await archiveArticle(desk.editor.ctx, { ...once(), id, version: 1 })
    for (const text of [TEXT, `${TEXT} Fin.`])
      expect(await importArticle(desk.editor.ctx, importing(bytesOf(text)))).toEqual({ id, existing: true })
    expect((await previewImport(desk.editor.ctx, { bytes: bytesOf(TEXT) })).existing).toMatchObject({
      id,
      archived: true,
    })
    expect(await db.article.count({ where: { projectId: desk.project.id } })).toBe(1)
    expect((await importArticle(other.editor.ctx, importing(bytesOf(TEXT)))).existing).toBe(false)
  })

  test('refuses what is no text, and keeps nothing of it', async () => {
    const refusals = [
      [new Uint8Array(), 'import.empty'],
      [bytesOf(' \n\t\u200b\n'), 'import.blank'],
      [bytesOf(' date 2021-08 in\n\n \n'), 'import.blank'],
      [bytesOf('%PDF-1.7 bla'), 'import.damagedFile'],
      [Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), 'import.binary'],
      [bytesOf('é '.repeat(500_001)), 'import.tooLong'],
      [new Uint8Array(10 * 1024 * 1024 + 1).fill(97), 'import.fileTooBig'],
    ] as const
    for (const [bytes, key] of refusals)
      await expect(importArticle(desk.editor.ctx, importing(bytes)), key).rejects.toMatchObject({
        code: 'invalid',
        reasons: [expect.objectContaining({ key })],
      })
    const where = { projectId: desk.project.id }
    const kept = [db.article.count({ where }), db.articleVersion.count({ where }), db.source.count({ where })]
    expect(await Promise.all(kept)).toEqual([0, 0, 0])
  })

  test('a text of exactly a million code points is taken, emoji and all', async () => {
    const { id } = await importArticle(desk.editor.ctx, importing(bytesOf('𝒳'.repeat(1_000_000)), { title: 'Long' }))
    expect((await getArticle(desk.viewer.ctx, id)).shown.codePoints).toBe(1_000_000)
  })

  test('only editors import', async () => {
    for (const { ctx } of [desk.viewer, desk.checker]) {
      await expect(importArticle(ctx, importing(bytesOf(TEXT)))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(previewImport(ctx, { bytes: bytesOf(TEXT) })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('addVersion', () => {
  test('carries the passages that stand in the new text as they were, and leaves the others where they are', async () => {
    const { id } = await importArticle(desk.editor.ctx, importing(bytesOf(TEXT)))
    const { shown } = await getArticle(desk.viewer.ctx, id)
    const version = { ...shown, articleId: id }
    const same = await aClaim(desk.checker.ctx, version, 'sept terroristes')
    const gone = await aClaim(desk.checker.ctx, version, 'nombre de morts est de 170')
    const locked = await aClaim(desk.checker.ctx, version, 'Kaboul')
    await assignedTo(db, locked, desk.checker.user, desk.editor.user)
    await walkTo(db, locked, 'IN_REVIEW')
    const text = `Mise à jour 👩‍👩‍👧. ${TEXT.replace('Le nombre de morts est de 170.', 'Une tout autre fin.')}`
    const input = { ...once(), articleId: id, id: newId(), bytes: bytesOf(text) }
    expect(await addVersion(desk.editor.ctx, input)).toEqual({ id, added: true, carried: 1, stayed: 2 })
    const spansOf = async (claimId: string) => {
      const rows = await db.claimSpan.findMany({
        where: { claimId },
        include: { span: { include: { version: { select: { number: true } } } } },
        orderBy: { position: 'asc' },
      })
      return rows.map(({ span }) => `${span.version.number}: ${span.exact}`)
    }
    expect(await spansOf(same.id)).toEqual(['1: sept terroristes', '2: sept terroristes'])
    expect(await spansOf(gone.id)).toEqual(['1: nombre de morts est de 170'])
    expect(await spansOf(locked.id)).toEqual(['1: Kaboul'])
    expect((await db.claim.findUniqueOrThrow({ where: { id: same.id } })).revision).toBe(1)
    const again = { ...once(), articleId: id, id: newId(), bytes: bytesOf(text) }
    expect(await addVersion(desk.editor.ctx, again)).toMatchObject({ added: false })
    expect((await getArticle(desk.viewer.ctx, id)).versions).toHaveLength(2)
  })

  test('undoing an edit leaves the passages that the new text has brought; undoing a move is refused', async () => {
    const { id } = await importArticle(desk.editor.ctx, importing(bytesOf(`${TEXT} Une fin.`)))
    const { shown } = await getArticle(desk.viewer.ctx, id)
    const mark = (words: string) => aClaim(desk.checker.ctx, { ...shown, articleId: id }, words)
    const [edited, moved] = [await mark('sept terroristes'), await mark('Kaboul')]
    const wording = { version: 1, wording: 'Autrement', category: 'OTHER', checked: 'CONTENT' } as const
    await editClaim(desk.checker.ctx, { ...once(), id: edited.id, ...wording })
    const spans = [{ id: newId(), ...placeOf(shown.text, 'sept terroristes') }]
    await moveClaim(desk.checker.ctx, { ...once(), id: moved.id, version: 1, versionId: shown.id, spans })
    const next = { ...once(), articleId: id, id: newId(), bytes: bytesOf(`${TEXT} Une fin. Et la suite.`) }
    expect(await addVersion(desk.editor.ctx, next)).toMatchObject({ carried: 2 })
    const undo = (claimId: string) => undoLastStep(desk.checker.ctx, { ...once(), articleId: id, claimId })
    await undo(edited.id)
    const claim = await getClaim(desk.viewer.ctx, edited.id)
    expect([claim.wording, claim.spans.length]).toEqual(['sept terroristes', 2])
    await expect(undo(moved.id)).rejects.toMatchObject({ reasons: [{ key: 'claim.newTextSince' }] })
  })

  test('refuses another article’s text, and a foreign article', async () => {
    const { id } = await importArticle(desk.editor.ctx, importing(bytesOf(TEXT)))
    await importArticle(desk.editor.ctx, importing(bytesOf('Un autre texte.')))
    const input = { ...once(), articleId: id, id: newId(), bytes: bytesOf('Un autre texte.') }
    await expect(addVersion(desk.editor.ctx, input)).rejects.toMatchObject({
      reasons: [{ key: 'article.textOfAnother' }],
    })
    await expect(addVersion(other.editor.ctx, { ...input, ...once() })).rejects.toMatchObject({ code: 'not-found' })
  })
})
