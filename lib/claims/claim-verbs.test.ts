import { beforeAll, describe, expect, it } from 'vitest'
import { withWords } from '@/lib/articles/seen-words'
import { deleteClaim, restoreDeleted } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
const TEXT =
  'Avant 👩‍👩‍👧 é 𝒳, le nombre de morts est passé à 170.\n\nSelon M. Mallick, sept terroristes sont en fuite.'

let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  desk = await aProject()
  article = await anArticle(db, desk.project, TEXT)
})

const markInput = (words = 'sept terroristes') => ({
  ...once(),
  id: newId(),
  articleId: article.article.id,
  versionId: article.version.id,
  spans: [{ id: newId(), ...placeOf(article.version.text, words) }],
  category: 'OTHER' as const,
  checked: 'CONTENT' as const,
  wording: words,
})
const edited = (id: string, version: number, wording = 'Une autre formulation') => ({
  ...once(),
  id,
  version,
  wording,
  category: 'CASUALTIES' as const,
  checked: 'CONTENT' as const,
  tags: ['kaboul'],
})
const rows = () => Promise.all([db.claim.count(), db.span.count(), db.auditEntry.count()])

describe('marking', () => {
  it('keeps exactly the words, also behind emoji, combining accents and astral letters', async () => {
    const claim = await aClaim(desk.checker.ctx, article.version, '170', 'CASUALTIES')
    const [span] = (await getClaim(desk.checker.ctx, claim.id)).spans
    expect(span?.exact).toBe('170')
    const [cut] = await db.$queryRaw<{ cut: string }[]>`
      SELECT substr("text", ${span?.start}::int + 1, ${(span?.end ?? 0) - (span?.start ?? 0)}::int) AS cut
      FROM "ArticleVersion" WHERE "id" = ${article.version.id}::uuid`
    expect(cut?.cut).toBe('170')
  })

  it('gives two people who mark at once different numbers', async () => {
    const [a, b] = await Promise.all([
      markClaim(desk.checker.ctx, markInput()),
      markClaim(desk.checker2.ctx, markInput('en fuite')),
    ])
    expect(a.number).not.toBe(b.number)
  })

  it('gives the same claim once for a repeated command id', async () => {
    const input = markInput()
    const first = await markClaim(desk.checker.ctx, input)
    const before = await rows()
    expect(await markClaim(desk.checker.ctx, input)).toEqual(first)
    expect(await rows()).toEqual(before)
  })

  it('gives one claim for a command id that arrives several times at once, and refuses it to somebody else', async () => {
    const input = markInput()
    const answers = await Promise.all([1, 2, 3].map(() => markClaim(desk.checker.ctx, input)))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(await db.auditEntry.count({ where: { commandId: input.commandId } })).toBe(1)
    await expect(markClaim(desk.editor.ctx, input)).rejects.toMatchObject({ reasons: [{ key: 'commandIdReused' }] })
  })

  it('refuses ids that are taken, here or in another project, and a passage that is a whole book', async () => {
    const taken = await aClaim(desk.checker.ctx, article.version, '170')
    const foreign = await aProject()
    const text = 'mot '.repeat(6000)
    const theirs = await anArticle(db, foreign.project, text)
    const place = { articleId: theirs.article.id, versionId: theirs.version.id }
    const marking = (part: object) => markClaim(foreign.editor.ctx, { ...markInput(), ...place, ...part })
    const duplicate = { code: 'conflict', reasons: [{ key: 'duplicate' }] }
    const spans = (id: string, end: number) => [{ id, ...withWords(text, { start: 0, end }) }]
    await expect(marking({ id: taken.id, spans: spans(newId(), 3) })).rejects.toMatchObject(duplicate)
    const { spanId } = await db.claimSpan.findFirstOrThrow({ where: { claimId: taken.id } })
    await expect(marking({ spans: spans(spanId, 3) })).rejects.toMatchObject(duplicate)
    const twice = newId()
    await expect(marking({ spans: [...spans(twice, 3), ...spans(twice, 7)] })).rejects.toMatchObject(duplicate)
    await expect(marking({ spans: spans(newId(), 20_003) })).rejects.toMatchObject({
      reasons: [{ key: 'span.tooLong' }],
    })
    expect(await getClaim(desk.viewer.ctx, taken.id)).toMatchObject({ wording: '170', version: 1 })
  })

  it.each([
    ['a viewer', () => markClaim(desk.viewer.ctx, markInput()), 'forbidden'],
    [
      'a span outside the text',
      () => markClaim(desk.checker.ctx, { ...markInput(), spans: [{ id: newId(), start: 5, end: 9999, exact: 'x' }] }),
      'invalid',
    ],
    [
      'a span of white space',
      () => markClaim(desk.checker.ctx, { ...markInput(), spans: [{ id: newId(), start: 5, end: 6, exact: ' ' }] }),
      'invalid',
    ],
    [
      'words that do not stand at the place',
      () => markClaim(desk.checker.ctx, { ...markInput(), spans: [{ id: newId(), start: 0, end: 4, exact: 'Huit' }] }),
      'invalid',
    ],
    ['no wording', () => markClaim(desk.checker.ctx, { ...markInput(), wording: ' ' }), 'invalid'],
    ['no passage', () => markClaim(desk.checker.ctx, { ...markInput(), spans: [] }), 'invalid'],
  ])('refuses %s and writes nothing', async (_, act, code) => {
    const before = await rows()
    await expect(act()).rejects.toMatchObject({ code })
    expect(await rows()).toEqual(before)
  })

  it('refuses a passage of another article, an archived article and one whose marking is finished', async () => {
    const other = await anArticle(db, desk.project, 'Un autre texte, avec ses mots.', 'Autre')
    const input = markInput()
    await expect(markClaim(desk.checker.ctx, { ...input, articleId: other.article.id })).rejects.toMatchObject({
      code: 'invalid',
      reasons: [{ key: 'span.otherArticle' }],
    })
    for (const [data, key] of [
      [{ archivedAt: new Date() }, 'article.archived'],
      [{ archivedAt: null, markingFinishedAt: new Date() }, 'article.markingFinished'],
    ] as const) {
      await db.article.update({ where: { id: other.article.id }, data })
      const refused = aClaim(desk.editor.ctx, other.version, 'autre texte')
      await expect(refused).rejects.toMatchObject({ code: 'refused', reasons: [{ key }] })
    }
  })
})

describe('changing', () => {
  it('edits, raises version and revision, and refuses a stale version without writing', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    await editClaim(desk.checker.ctx, edited(id, 1))
    const before = await rows()
    await expect(editClaim(desk.checker.ctx, edited(id, 1, 'Perdue'))).rejects.toMatchObject({ code: 'conflict' })
    expect(await rows()).toEqual(before)
    const claim = await getClaim(desk.checker.ctx, id)
    expect(claim).toMatchObject({ wording: 'Une autre formulation', version: 2, revision: 2, tags: ['kaboul'] })
    await editClaim(desk.checker.ctx, { ...edited(id, 2), tags: ['kaboul', 'bilan'] })
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ version: 3, revision: 2 })
  })

  it('lets one of two editors win when both save at once', async () => {
    const { id } = await aClaim(desk.editor.ctx, article.version, 'sept terroristes')
    const both = await Promise.allSettled([
      editClaim(desk.editor.ctx, edited(id, 1, 'A')),
      editClaim(desk.admin.ctx, edited(id, 1, 'B')),
    ])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })

  it('moves to other words; the old span is kept, the history holds both', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    const moved = { ...once(), id, version: 1, versionId: article.version.id }
    const spans = [{ id: newId(), ...placeOf(article.version.text, 'sont en fuite') }]
    await moveClaim(desk.checker.ctx, { ...moved, spans })
    const claim = await getClaim(desk.checker.ctx, id)
    expect(claim.spans.map((span) => span.exact)).toEqual(['sont en fuite'])
    expect(claim).toMatchObject({ version: 2, revision: 2 })
    const entry = await db.auditEntry.findFirstOrThrow({ where: { claimId: id, action: 'claim:move' } })
    expect(entry.before).toMatchObject({ spans: [{ exact: 'sept terroristes' }] })
    expect(entry.after).toMatchObject({ spans: [{ exact: 'sont en fuite' }] })
  })

  it('refuses who did not make the mark and is not assigned, a viewer, and hides a foreign claim', async () => {
    const { id } = await aClaim(desk.editor.ctx, article.version, 'sept terroristes')
    await expect(editClaim(desk.checker.ctx, edited(id, 1))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editClaim(desk.viewer.ctx, edited(id, 1))).rejects.toMatchObject({ code: 'forbidden' })
    const foreign = await aProject()
    await expect(editClaim(foreign.admin.ctx, edited(id, 1))).rejects.toMatchObject({ code: 'not-found' })
    await expect(deleteClaim(foreign.admin.ctx, { ...once(), id, version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(getClaim(foreign.admin.ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listClaimsOfArticle(foreign.admin.ctx, article.article.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('refuses to change a claim under review, and one of an archived article', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    await walkTo(db, { id }, 'IN_REVIEW')
    const refused = { code: 'refused', reasons: [{ key: 'claim.locked', values: { state: 'IN_REVIEW' } }] }
    await expect(editClaim(desk.editor.ctx, edited(id, 1))).rejects.toMatchObject(refused)
    await expect(deleteClaim(desk.editor.ctx, { ...once(), id, version: 1 })).rejects.toMatchObject(refused)
    expect((await getClaim(desk.editor.ctx, id)).refusals.change).toEqual(refused.reasons)
  })
})

describe('deleting', () => {
  it('takes a claim out of every answer, never gives its number again, and brings it back', async () => {
    const { id, number } = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    await deleteClaim(desk.checker.ctx, { ...once(), id, version: 1 })
    await expect(getClaim(desk.checker.ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    const next = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    expect(next.number).toBeGreaterThan(number)
    await restoreDeleted(desk.checker.ctx, { ...once(), id, version: 2 })
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ number, version: 3, revision: 1 })
  })

  it('does not take a claim away beneath the work of somebody else', async () => {
    const { id } = await aClaim(desk.checker2.ctx, article.version, 'sept terroristes')
    await assignedTo(db, { id }, desk.checker.user, desk.editor.user)
    const reasons = expect.arrayContaining([{ key: 'permission.untaken' }])
    const attempt = deleteClaim(desk.checker2.ctx, { ...once(), id, version: 1 })
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden', reasons })
    expect((await getClaim(desk.checker2.ctx, id)).refusals).toMatchObject({ change: [], delete: reasons })
    await deleteClaim(desk.checker.ctx, { ...once(), id, version: 1 })
  })

  it('refuses once the claim has a verdict', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'sept terroristes')
    await assignedTo(db, { id }, desk.checker.user, desk.editor.user)
    await db.verdict.create({
      data: {
        id: newId(),
        projectId: desk.project.id,
        claimId: id,
        authorId: desk.checker.user.id,
        ratingId: desk.ratings[0]?.id ?? '',
        rationale: 'Le texte le dit.',
        asOf: new Date('2021-08-27'),
        claimRevision: 1,
        groundStates: [],
        createdAt: new Date(),
      },
    })
    await expect(deleteClaim(desk.editor.ctx, { ...once(), id, version: 1 })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'claim.judged' }],
    })
    expect((await getClaim(desk.editor.ctx, id)).refusals).toMatchObject({
      change: [],
      delete: [{ key: 'claim.judged' }],
    })
  })
})

describe('reading', () => {
  it('lists in reading order, the wider first, with the rating that stands', async () => {
    const other = await anArticle(db, desk.project, 'Un deux trois quatre.', 'Ordre')
    for (const words of ['trois', 'Un', 'Un deux']) await aClaim(desk.checker.ctx, other.version, words)
    const claims = await listClaimsOfArticle(desk.viewer.ctx, other.article.id)
    expect(claims.map((claim) => claim.wording)).toEqual(['Un deux', 'Un', 'trois'])
    expect(claims[0]).toMatchObject({ verdict: null, evidenceCount: 0, assignment: null })
    expect(claims[0]?.refusals.change).toEqual([{ key: 'permission.editor' }])
  })
})
