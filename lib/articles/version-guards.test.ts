import { beforeAll, describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { anArticle, aProject, placeOf } from '@/seeds/builders'

// What the database refuses by itself, whoever writes: rows go straight into it here.
const db = getDb()
const EMOJI = 'Avant 👩‍👩‍👧 é 𝒳, sept hommes sont en fuite. Après.'
/** PostgreSQL's own words: Prisma's message quotes this file instead. */
const databaseSays = (error: Error & { meta?: object }) => JSON.stringify(error.meta)
let projectId: string
let made: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  const { project } = await aProject()
  projectId = project.id
  made = await anArticle(db, project, EMOJI)
})

describe('a version', () => {
  test('cannot be changed, deleted or truncated', async () => {
    const where = { id: made.version.id }
    const writes = [
      db.articleVersion.update({ where, data: { text: 'autre' } }),
      db.articleVersion.delete({ where }),
      db.$executeRaw`TRUNCATE "ArticleVersion" CASCADE`,
    ]
    for (const write of writes) await expect(write.catch(databaseSays)).resolves.toContain('permission denied')
    expect(await db.articleVersion.findUnique({ where })).toMatchObject({ text: EMOJI })
  })

  test('is refused when a hash or the length does not fit', async () => {
    const { number: _, id: __, createdAt: ___, ...columns } = made.version
    const wrong = [{ sha256: '0'.repeat(64) }, { receivedSha256: '0'.repeat(64) }, { codePoints: EMOJI.length }]
    for (const part of wrong)
      await expect(
        db.articleVersion.create({ data: { ...columns, ...part, id: newId(), number: 2 } }).catch(databaseSays),
      ).resolves.toMatch(/version_(sha256|received_sha256|code_points)/)
  })
})

describe('a span', () => {
  const rowAt = ({ start, end }: { start: number; end: number }) => ({
    id: newId(),
    projectId,
    versionId: made.version.id,
    start,
    end,
    exact: sliceCodePoints(EMOJI, start, end),
    prefix: sliceCodePoints(EMOJI, Math.max(0, start - 32), start),
    suffix: sliceCodePoints(EMOJI, end, Math.min(codePointLength(EMOJI), end + 32)),
  })
  const place = placeOf(EMOJI, 'sept hommes')
  const add = (part: object) => db.span.create({ data: { ...rowAt(place), ...part } })

  test('behind emoji and accents is taken when it quotes the text', async () => {
    expect(await add({})).toMatchObject({ exact: 'sept hommes' })
    const family = placeOf(EMOJI, '👩‍👩‍👧 é 𝒳')
    expect(await db.span.create({ data: rowAt(family) })).toMatchObject({ exact: '👩‍👩‍👧 é 𝒳' })
  })

  test('with other words, other surroundings or outside the text is refused', async () => {
    const wrong = [
      { exact: 'huit hommes' },
      { prefix: 'ailleurs ' },
      { suffix: ' ailleurs' },
      { start: place.start + 1, end: place.end + 1 },
      { start: -1 },
      { end: place.start },
      { end: codePointLength(EMOJI) + 1 },
    ]
    for (const part of wrong)
      await expect(add(part).catch(databaseSays)).resolves.toMatch(/does not quote|lies outside/)
  })

  test('permission denied', async () => {
    const span = await add({})
    const write = db.span.update({ where: { id: span.id }, data: { exact: 'x' } })
    await expect(write.catch(databaseSays)).resolves.toContain('permission denied')
  })

  test('2,000 of them on 100,000 characters are checked in one statement', async () => {
    const sentence = 'Selon 𝒳, sept terroristes errent à Kaboul. '
    const long = sentence.repeat(Math.ceil(100_000 / codePointLength(sentence)))
    const { version } = await anArticle(db, { id: projectId }, long)
    const points = [...version.text]
    const rows = Array.from({ length: 2000 }, (_, index) => {
      const start = index * 49
      const cut = (from: number, to: number) => points.slice(Math.max(0, from), to).join('')
      const end = start + 20
      const words = { exact: cut(start, end), prefix: cut(start - 32, start), suffix: cut(end, end + 32) }
      return { id: newId(), projectId, versionId: version.id, start, end, ...words }
    })
    expect((await db.span.createMany({ data: rows })).count).toBe(2000)
  })
})
