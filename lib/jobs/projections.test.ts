import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '@/lib/comments/commands'
import { type Ctx, inTransaction } from '@/lib/context'
import { readMissingTexts } from '@/lib/copies/commands/read-missing-texts'
import { getDb } from '@/lib/db'
import { saveFigure } from '@/lib/figures/commands'
import { claimId, newId, versionId } from '@/lib/ids'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { askForMarkedClaims } from '@/lib/jobs/commands/ask-for-marked-claims'
import { HANDLERS } from '@/lib/jobs/commands/handlers'
import { readTextJob } from '@/lib/jobs/commands/handlers/read-text'
import { countClaims, countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { countMarkedSources } from '@/lib/jobs/commands/refresh-source-uses'
import { runJob } from '@/lib/jobs/commands/run-job'
import { takeJob } from '@/lib/jobs/commands/take-job'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { addSource } from '@/lib/sources/commands/add-source'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'
import { aChain, aSource } from '@/seeds/chain-builders'

const db = getDb()
const FIGURE = { measure: 'KILLED', verbatim: '170', qualifier: 'EXACT', best: 170 } as const
let desk: Awaited<ReturnType<typeof aProject>>
let editor: Ctx
let one: string
let other: string

beforeEach(async () => {
  desk = await aProject(db)
  editor = desk.editor.ctx
  const texts = ['Le bilan est de 170 morts.', 'On compte 170 morts.']
  const [first, second] = await Promise.all(texts.map((text) => anArticle(db, desk.project, `${text} ${newId()}`)))
  if (!first || !second) throw new Error('two articles')
  one = (await aClaim(editor, first.version, '170 morts')).id
  other = (await aClaim(editor, second.version, '170 morts')).id
  await countMarkedClaims(editor, desk.project.id)
  await db.$executeRaw`DELETE FROM jobs.job`
})
afterEach(() => db.$executeRaw`DELETE FROM jobs.job`)

const marked = async () => {
  const rows = await db.claimRecount.findMany({ where: { projectId: desk.project.id }, distinct: ['claimId'] })
  return rows.map((row) => row.claimId).sort()
}
const jobs = () => db.$queryRaw<{ name: string; singleton_key: string }[]>`SELECT name, singleton_key FROM jobs.job`
const rowOf = (id: string) => db.claimProjection.findUniqueOrThrow({ where: { claimId: id } })
const aFigure = () => saveFigure(editor, { ...once(), id: newId(), claimId: one, version: null, ...FIGURE })
const saysIt = async (name: string) => {
  const source = await aSource(db, desk.project.id, 'PERSON', name)
  await aChain(db, desk.project.id, { claimId: one }, source)
  return source.id
}
const write = (effect: Awaited<ReturnType<typeof countClaims>>) => inTransaction(editor, effect)

describe('what a command asks for', () => {
  test('is one claim, where it concerned one', async () => {
    await aFigure()
    expect(await marked()).toEqual([one])
    expect(await jobs()).toEqual([{ name: 'claim-projection:refresh', singleton_key: one }])
  })

  test('is all that are marked, where it concerned several: those that are counted together', async () => {
    await linkClaims(editor, { ...once(), id: newId(), oneId: one, otherId: other })
    expect(await marked()).toEqual([one, other].sort())
    expect(await jobs()).toEqual([{ name: 'claim-projections:refreshMarked', singleton_key: desk.project.id }])
    await countMarkedClaims(editor, desk.project.id)
    await aFigure()
    expect(await marked()).toEqual([one, other].sort())
  })

  test('is nothing, where it concerned none', async () => {
    await addSource(editor, { ...once(), id: newId(), kind: 'PERSON', name: 'Une nouvelle venue' })
    expect([await marked(), await jobs()]).toEqual([[], []])
  })

  test('is one claim, where something is said of it that nothing rests on', async () => {
    await addComment(editor, { ...once(), id: newId(), claimId: one, body: 'Vu.' })
    expect(await marked()).toEqual([one])
  })

  test('is one mark of each claim, however often one transaction concerns it', async () => {
    await inTransaction(editor, async ({ tx }) => {
      for (const name of ['a', 'b', 'c']) {
        await tx.claim.updateMany({ where: { id: { in: [one, other] } }, data: { revision: { increment: 1 } } })
        await tx.source.updateMany({ where: { projectId: desk.project.id }, data: { name } })
      }
    })
    expect(await db.claimRecount.count({ where: { projectId: desk.project.id } })).toBe(2)
  })

  test('is one mark of a claim in all, however often it is changed while nobody counts', async () => {
    await aFigure()
    const marks = () => db.claimRecount.findMany({ where: { claimId: one } })
    const [before] = await marks()
    for (const name of ['a', 'b', 'c']) await saysIt(name)
    const [after, ...more] = await marks()
    // Another one: what was read before it came does not count for it.
    expect([more, after?.id === before?.id]).toEqual([[], false])
  })

  test('waits for no other: of those that mark a claim at once each leaves a mark, and the next one takes their place', async () => {
    await aFigure()
    const touch = (tx: Pick<typeof db, 'claim'>) =>
      tx.claim.update({ where: { id: one }, data: { revision: { increment: 1 } } })
    const mark = (tx: Pick<typeof db, '$executeRaw'>) => tx.$executeRaw`SELECT mark_claims(ARRAY[${one}::uuid])`
    const marks = () => db.claimRecount.count({ where: { claimId: one } })
    await db.$transaction(async (first) => {
      await mark(first)
      await db.$transaction([db.$executeRaw`SET LOCAL lock_timeout = '1ms'`, mark(db)])
      expect(await marks()).toBe(2)
    })
    expect(await marks()).toBe(2)
    await touch(db)
    expect(await marks()).toBe(1)
  })

  test('is gone with a command that failed', async () => {
    const failing = saveFigure(editor, { ...once(), id: newId(), claimId: one, version: 7, ...FIGURE })
    await expect(failing).rejects.toThrow()
    expect([await marked(), await jobs()]).toEqual([[], []])
  })
})

describe('what the worker reads', () => {
  const nobody = { userId: null, projectId: null, role: null, isOwner: false } as const
  const unread = async () => {
    const version = await db.articleVersion.findFirstOrThrow({
      where: { article: { claims: { some: { id: other } } } },
    })
    await db.textReading.deleteMany({ where: { versionId: version.id } })
    await countMarkedClaims(editor, desk.project.id)
    return versionId.parse(version.id)
  }

  test('asks for the claims of that text, as a command does', async () => {
    const payload = { versionId: await unread() }
    await inTransaction(editor, (ctx) => askForJob(ctx, 'text:read', payload))
    const job = await takeJob(editor, 'text:read', 1)
    if (!job) throw new Error('a job')
    const told = { isEnding: () => false, onError: () => {} }
    expect(await runJob(editor, readTextJob, { ...job, kind: 'text:read' }, told)).toBe('done')
    expect(await marked()).toEqual([other])
    expect(await jobs()).toContainEqual({ name: 'claim-projection:refresh', singleton_key: other })
  })

  test('of older texts too', async () => {
    await unread()
    await readMissingTexts({ ...editor, actor: nobody })
    expect(await marked()).toEqual([other])
    expect(await jobs()).toEqual([{ name: 'claim-projection:refresh', singleton_key: other }])
  })
})

describe('what concerns a claim from afar', () => {
  const articleOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).articleId
  const aSourceNamed = (name: string, parentId: string | null = null) =>
    aSource(db, desk.project.id, 'ORGANISATION', `${name} ${newId()}`, parentId)

  test('is a source above the one that it names, as a parent or as a whole', async () => {
    const [parent, whole] = [await aSourceNamed('Ministère'), await aSourceNamed('État')]
    const named = await saysIt('Un officier')
    await db.source.update({ where: { id: named }, data: { parentId: parent.id } })
    const part = { projectId: desk.project.id, sourceId: parent.id, wholeId: whole.id, createdAt: editor.now }
    await db.sourcePart.create({ data: { id: newId(), ...part, createdById: desk.editor.user.id } })
    await countMarkedClaims(editor, desk.project.id)
    await db.source.update({ where: { id: whole.id }, data: { name: 'Gouvernement' } })
    expect(await marked()).toEqual([one])
  })

  test('is its article, and the outlet of it', async () => {
    const outlet = await aSourceNamed('WION')
    await db.article.update({ where: { id: await articleOf(one) }, data: { outletId: outlet.id } })
    expect(await marked()).toEqual([one])
    await countMarkedClaims(editor, desk.project.id)
    await db.source.update({ where: { id: outlet.id }, data: { name: 'WION News' } })
    expect(await marked()).toEqual([one])
    await countMarkedClaims(editor, desk.project.id)
    await db.article.update({ where: { id: await articleOf(one) }, data: { title: 'Autre titre' } })
    expect(await marked()).toEqual([])
  })

  test('is what is decided of a passage of its text, and that taken back', async () => {
    const [copy, original] = await Promise.all(
      [one, other].map(async (id) => db.articleVersion.findFirstOrThrow({ where: { articleId: await articleOf(id) } })),
    )
    const places = { copyStart: 0, copyEnd: 4, originalStart: 0, originalEnd: 4, kind: 'NOT_COPIED' } as const
    const texts = { copyVersionId: copy?.id ?? '', originalVersionId: original?.id ?? '' }
    const made = { projectId: desk.project.id, createdAt: editor.now, createdById: desk.editor.user.id }
    const { id } = await db.copyDecision.create({ data: { id: newId(), ...made, ...texts, ...places } })
    expect(await marked()).toEqual([one, other].sort())
    await countMarkedClaims(editor, desk.project.id)
    const takenBack = { takenBackAt: editor.now, takenBackById: desk.editor.user.id }
    await db.copyDecision.update({ where: { id }, data: takenBack })
    expect(await marked()).toEqual([one, other].sort())
  })

  test('is what is decided of its origins, and a text read later', async () => {
    const decision = { claimId: one, kind: 'DIFFERENT', appearanceId: newId(), reason: 'Vu.' } as const
    const made = { projectId: desk.project.id, createdAt: editor.now, createdById: desk.editor.user.id }
    await db.originDecision.create({ data: { id: newId(), ...made, ...decision } })
    expect(await marked()).toEqual([one])
    await countMarkedClaims(editor, desk.project.id)
    const where = { version: { articleId: await articleOf(other) } }
    await db.textReading.deleteMany({ where })
    expect(await marked()).toEqual([other])
  })
})

describe('counting', () => {
  test('by the job of one claim leaves the others marked', async () => {
    await saysIt('Anas Mallick')
    await db.claimRecount.create({ data: { projectId: desk.project.id, claimId: other } })
    expect((await rowOf(one)).origins).toBe(0)
    const ctx = { ...editor, jobId: newId(), tellProgress: async () => {}, isEnding: () => false }
    const effect = await HANDLERS['claim-projection:refresh']?.(ctx, { claimId: claimId.parse(one) })
    if (effect) await write(effect)
    expect(await rowOf(one)).toMatchObject({ origins: 1, undetermined: 0, needsAttention: false, reasonKind: null })
    expect(await marked()).toEqual([other])
  })

  test('leaves the mark of what changed meanwhile', async () => {
    await saysIt('Anas Mallick')
    const early = await countClaims(db, desk.project.id, [one])
    await saysIt('Un officier')
    await write(early)
    expect(await marked()).toEqual([one])
    await countMarkedClaims(editor, desk.project.id)
    expect([(await rowOf(one)).origins, await marked()]).toEqual([2, []])
  })

  test('by a worker that was overtaken writes nothing', async () => {
    await saysIt('Anas Mallick')
    const early = await countClaims(db, desk.project.id, [one])
    await saysIt('Un officier')
    await countMarkedClaims(editor, desk.project.id)
    await write(early)
    expect([(await rowOf(one)).origins, await marked()]).toEqual([2, []])
  })

  test('is asked for at a start, where something is marked, and goes through all of it', async () => {
    await countMarkedClaims(editor, null)
    await countMarkedSources(editor, null)
    await askForMarkedClaims(editor)
    expect(await jobs()).toEqual([])
    await saysIt('Anas Mallick')
    await askForMarkedClaims(editor)
    expect(await jobs()).toEqual([{ name: 'claim-projections:refreshMarked', singleton_key: 'all' }])
    const told: string[] = []
    await countMarkedClaims(editor, null, async (done, total) => void told.push(`${done} of ${total}`))
    expect([told, await marked()]).toEqual([['1 of 1'], []])
  })
})
