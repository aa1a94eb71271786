import { beforeAll, describe, expect, test } from 'vitest'
import { listArticles } from '@/lib/articles/queries'
import { listEvents } from '@/lib/events/queries'
import { newId } from '@/lib/ids'
import { getDesk } from '@/lib/review/queries/desk'
import { listSources } from '@/lib/sources/queries/list-sources'
import { aClaim, anArticle, aProject } from '@/seeds/builders'

// Lists that are longer than what is counted: the limit is low here, so that few rows are enough.

type TestProject = Awaited<ReturnType<typeof aProject>>
const [ROWS, LIMIT] = [170, 100]

/** The rows of all pages, turned as a person turns them: by their numbers, then each after the last row of the one before. */
async function turn<Row extends { id: string }>(
  read: (asked: { page?: number; after?: string }) => Promise<{
    rows: Row[]
    page: number | null
    next: { page: number } | { after: string } | null
  }>,
) {
  const ids: string[] = []
  const numbers: (number | null)[] = []
  for (let asked: { page?: number; after?: string } | null = {}; asked; ) {
    const { rows, page, next } = await read(asked)
    ids.push(...rows.map(({ id }) => id))
    numbers.push(page)
    asked = next
  }
  return { ids, numbers }
}

describe('lists that are longer than what is counted', () => {
  let desk: TestProject
  let ctx: TestProject['editor']['ctx']

  beforeAll(async () => {
    desk = await aProject()
    ctx = desk.editor.ctx
    const projectId = desk.project.id
    const at = (place: number) => new Date(1_600_000_000_000 + Math.floor(place / 3) * 1000)
    const rows = Array.from({ length: ROWS }, (_, place) => ({ id: newId(), name: `Source ${place}`, place }))
    await ctx.db.source.createMany({
      data: rows.map(({ id, name, place }) => ({
        ...{ id, projectId, name, kind: 'DOCUMENT' as const, nameKey: `source ${place % 60}`, aliases: [] },
        createdAt: at(place),
      })),
    })
    await ctx.db.article.createMany({
      data: rows.map(({ id, name, place }) => ({
        ...{ id: newId(), projectId, title: name, sourceId: id, createdAt: at(place) },
      })),
    })
    await ctx.db.event.createMany({
      data: rows.map(({ name, place }) => ({
        ...{ id: newId(), projectId, title: name, titleKey: name.toLowerCase(), createdAt: at(place) },
      })),
    })
  })

  test.each([
    ['articles', async (asked) => listArticles(ctx, asked, LIMIT).then((list) => ({ ...list, rows: list.articles }))],
    ['events', async (asked) => listEvents(ctx, asked, LIMIT).then((list) => ({ ...list, rows: list.events }))],
    ['sources', async (asked) => listSources(ctx, asked, LIMIT).then((list) => ({ ...list, rows: list.sources }))],
    [
      'newest sources',
      async (asked) =>
        listSources(ctx, { ...asked, order: 'newest' }, LIMIT).then((list) => ({ ...list, rows: list.sources })),
    ],
  ] satisfies [string, Parameters<typeof turn>[0]][])('%s: all rows come, each once', async (_, read) => {
    expect(await read({})).toMatchObject({ total: { count: LIMIT, more: true }, page: 1, pages: 2, more: true })
    const { ids, numbers } = await turn(read)
    expect(ids).toHaveLength(ROWS)
    expect(new Set(ids).size).toBe(ROWS)
    expect(numbers).toEqual([1, 2, null, null])
  })

  test('a page beyond what is counted is not reached by its number', async () => {
    const far = await listArticles(ctx, { page: 9_999 }, LIMIT)
    expect(far.page).toBe(2)
    expect(far.articles).toHaveLength(50)
  })

  test('by the claims that name them sources end with their numbered pages', async () => {
    const last = await listSources(ctx, { order: 'claims', page: 2 }, LIMIT)
    expect(last).toMatchObject({ page: 2, next: null, more: true })
  })

  test('a search counts what it finds', async () => {
    // Eleven by their titles, and two more by their names as sources.
    expect(await listArticles(ctx, { search: 'SOURCE 16' }, LIMIT)).toMatchObject({ total: { count: 13, more: false } })
    expect(await listEvents(ctx, { search: 'source 16' }, LIMIT)).toMatchObject({ total: { count: 11, more: false } })
  })

  test('the desk counts each of its lists', async () => {
    const words = Array.from({ length: 5 }, (_, place) => `Phrase ${place} dite hier.`)
    const { version } = await anArticle(ctx.db, desk.project, words.join(' '), 'Five claims')
    for (const each of words) await aClaim(ctx, version, each)
    expect((await getDesk(ctx, 3)).open).toMatchObject({ count: 3, more: true })
    const { open, mine } = await getDesk(ctx)
    expect(open).toMatchObject({ count: 5, more: false })
    expect(open.claims).toHaveLength(5)
    expect(mine).toEqual({ claims: [], count: 0, more: false })
  })
})
