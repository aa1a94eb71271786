import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { archiveArticle, unarchiveArticle } from '@/lib/articles/commands/archive-article'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { finishMarking, resumeMarking } from '@/lib/articles/commands/finish-marking'
import { getArticle, listArticles } from '@/lib/articles/queries'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { aClaim, anArticle, aProject, once, TEST_NOW } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let other: Awaited<ReturnType<typeof aProject>>
let made: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  other = await aProject()
})
beforeEach(async () => {
  desk = await aProject()
  made = await anArticle(db, desk.project, 'Sept terroristes errent à Kaboul.', 'À Kaboul, 100 %')
})

const seen = (version = 1) => ({ ...once(), id: made.article.id, version })
const details = (version = 1) => ({
  ...seen(version),
  title: 'Un autre titre',
  language: 'FR',
  published: { verbatim: '2021-08', earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' as const },
  originUrl: 'https://example.org/a',
})

describe('editArticle', () => {
  test('keeps what was said of the article, also as a source, and the state before and after', async () => {
    const outlet = await addSource(desk.editor.ctx, { ...once(), id: newId(), kind: 'OUTLET', name: 'RT' })
    const input = { ...details(), outletId: outlet.id }
    expect(await editArticle(desk.editor.ctx, input)).toEqual({ id: made.article.id, version: 2 })
    expect(await getArticle(desk.viewer.ctx, made.article.id)).toMatchObject({
      title: 'Un autre titre',
      language: 'fr',
      outlet: { name: 'RT' },
      published: { verbatim: '2021-08', earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' },
      source: { name: 'Un autre titre' },
    })
    const audit = await db.auditEntry.findUnique({ where: { commandId: input.commandId } })
    expect(audit).toMatchObject({ before: { title: 'À Kaboul, 100 %' }, after: { title: 'Un autre titre' } })
  })

  test('what somebody changed meanwhile is not overwritten', async () => {
    await editArticle(desk.editor.ctx, details())
    const late = { ...details(), title: 'Trop tard' }
    await expect(editArticle(desk.admin.ctx, late)).rejects.toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'changedMeanwhile' }],
    })
  })

  test('names every wrong field', async () => {
    const published = { earliest: '', latest: '', precision: 'DAY' as const }
    const wrong = { ...details(), title: ' ', language: 'klingon', published, originUrl: 'javascript:alert(1)' }
    await expect(editArticle(desk.editor.ctx, wrong)).rejects.toMatchObject({
      code: 'invalid',
      reasons: expect.arrayContaining([
        { key: 'article.titleMissing', path: 'title' },
        { key: 'article.languageUnknown', path: 'language' },
        { key: 'invalidDate', path: 'published.earliest' },
        { key: 'invalidUrl', path: 'originUrl' },
      ]),
    })
  })

  test('an outlet or an organisation of this project publishes a text, an embassy its alert; nobody else', async () => {
    const embassy = await addSource(desk.editor.ctx, {
      ...once(),
      id: newId(),
      kind: 'ORGANISATION',
      name: 'Ambassade',
    })
    await editArticle(desk.editor.ctx, { ...details(), outletId: embassy.id })
    expect((await getArticle(desk.viewer.ctx, made.article.id)).outlet?.name).toBe('Ambassade')

    const foreign = await addSource(other.editor.ctx, { ...once(), id: newId(), kind: 'OUTLET', name: 'RT' })
    const person = await addSource(desk.editor.ctx, { ...once(), id: newId(), kind: 'PERSON', name: 'RT' })
    for (const outletId of [foreign.id, person.id])
      await expect(editArticle(desk.editor.ctx, { ...details(), outletId })).rejects.toMatchObject({
        reasons: [{ key: 'article.notAnOutlet', path: 'outletId' }],
      })
  })

  test('checkers may not, and outsiders find nothing', async () => {
    await expect(editArticle(desk.checker.ctx, details())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editArticle(other.editor.ctx, details())).rejects.toMatchObject({ code: 'not-found' })
    await expect(getArticle(other.editor.ctx, made.article.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(getArticle(desk.editor.ctx, made.article.id, 2)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('an archived article leaves the list, stands still, and comes back', async () => {
  const titles = async (archived: boolean) =>
    (await listArticles(desk.viewer.ctx, { archived })).articles.map(({ title }) => title)
  await archiveArticle(desk.editor.ctx, seen())
  expect([await titles(false), await titles(true)]).toEqual([[], [made.article.title]])
  await expect(editArticle(desk.editor.ctx, details(2))).rejects.toMatchObject({
    reasons: [{ key: 'article.archived' }],
  })
  await unarchiveArticle(desk.editor.ctx, seen(2))
  expect([await titles(false), await titles(true)]).toEqual([[made.article.title], []])
  await expect(unarchiveArticle(desk.editor.ctx, seen(3))).rejects.toMatchObject({
    reasons: [{ key: 'article.notArchived' }],
  })
})

test('marking is finished and resumed by an editor; while it is finished nothing is marked', async () => {
  await expect(finishMarking(desk.checker.ctx, seen())).rejects.toMatchObject({ code: 'forbidden' })
  await finishMarking(desk.editor.ctx, seen())
  const { markingFinishedAt, progress } = await getArticle(desk.viewer.ctx, made.article.id)
  expect([markingFinishedAt, progress.state]).toEqual([TEST_NOW, 'NOTHING_TO_CHECK'])
  await expect(aClaim(desk.checker.ctx, made.version, 'Kaboul')).rejects.toMatchObject({
    reasons: [{ key: 'article.markingFinished' }],
  })
  await resumeMarking(desk.editor.ctx, seen(2))
  await aClaim(desk.checker.ctx, made.version, 'Kaboul')
})

describe('listArticles', () => {
  test('counts claims per article and searches titles without accents, case or wildcards', async () => {
    await aClaim(desk.checker.ctx, made.version, 'Kaboul')
    await aClaim(desk.checker.ctx, made.version, 'Sept terroristes')
    await anArticle(db, desk.project, 'Un autre texte.', 'Sans rapport')
    const { articles, total } = await listArticles(desk.viewer.ctx, {})
    expect(total).toEqual({ count: 2, more: false })
    const progress = articles.find(({ id }) => id === made.article.id)?.progress
    expect(progress).toEqual({ state: 'MARKING', total: 2, open: 2, approved: 0, inReview: 0, underWay: 0 })
    const found = async (search: string) => (await listArticles(desk.viewer.ctx, { search })).total.count
    expect([await found('À KABOUL'), await found('100 %'), await found('%%'), await found('a_k')]).toEqual([1, 1, 0, 0])
  })

  test('shows nothing of another project', async () => {
    expect(await listArticles(other.viewer.ctx)).toEqual({
      articles: [],
      total: { count: 0, more: false },
      ...{ page: 1, pages: 1, more: false, next: null },
    })
  })
})
