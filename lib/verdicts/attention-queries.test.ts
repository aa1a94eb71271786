import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { approveClaim } from '@/lib/review/commands/approve'
import { reopenClaim, submitClaim } from '@/lib/review/commands/moves'
import { getDesk } from '@/lib/review/queries/desk'
import { getReviewOptions } from '@/lib/review/queries/review-options'
import { addSource } from '@/lib/sources/commands/add-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { recordVerdict } from '@/lib/verdicts/commands'
import { findAttention, listAttention, listAttentionOfArticle } from '@/lib/verdicts/queries/attention'
import { grounds } from '@/lib/verdicts/schema'
import { addVersion } from '@/lib/versions/commands/add-version'
import { saveWarning } from '@/lib/warnings/commands'
import { aClaim, anArticle, aProject, assignedTo, once, reviseWith, walkTo } from '@/seeds/builders'

const TEXT = 'Le nombre de morts est passé à 170, selon Anas Mallick.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
let other: Awaited<ReturnType<typeof anArticle>>
let checker: Ctx
let editor: Ctx

beforeAll(async () => {
  desk = await aProject(db)
  checker = desk.checker.ctx
  editor = desk.editor.ctx
  other = await anArticle(db, desk.project, 'Un autre texte : 182 morts, dit le ministère.', 'Other')
})

const FIGURE = { measure: 'KILLED', verbatim: '170', qualifier: 'EXACT', best: 170 } as const
const aSource = async (name: string) =>
  (await addSource(checker, { ...once(), id: newId(), kind: 'PERSON', name: `${name} ${newId()}` })).id

/** A claim with a figure, a chain, and an item of evidence of a source, judged by the checker. */
async function judged() {
  article = await anArticle(db, desk.project, `${newId()}\n\n${TEXT}`)
  const claim = await aClaim(editor, article.version, 'passé à 170')
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  const ids = { claimId: claim.id, figure: newId(), chain: newId(), item: newId() }
  const [speaker, relay] = [await aSource('Anas Mallick'), await aSource('WION')]
  const part = { claimId: claim.id, version: null }
  await saveFigure(checker, { ...once(), ...part, id: ids.figure, ...FIGURE })
  const hop = { id: newId(), sourceId: speaker, speechAct: 'SAID', form: 'INDIRECT' } as const
  const chain = { ...part, versionId: article.version.id, hops: [hop] }
  await saveAttribution(checker, { ...once(), ...chain, id: ids.chain })
  const item = { stance: 'SUPPORTS', sourceId: relay, url: 'https://example.org/' } as const
  await saveEvidence(checker, { ...once(), ...part, id: ids.item, ...item })
  const verdictId = await verdictOn(claim.id)
  return { ...ids, hop, speaker, relay, verdictId }
}
async function verdictOn(claimId: string) {
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
  const ratingId = desk.ratings.find(({ key }) => key === 'unverifiable')?.id ?? ''
  const input = { claimId, claimRevision: revision, ratingId, rationale: 'Rien de sûr.', asOf: '2021-08-27' }
  return (await recordVerdict(checker, { ...once(), id: newId(), ...input })).id
}
const submit = (id: string) => submitClaim(checker, { ...once(), id })
const approve = async (id: string, verdictId: string) => {
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id } })
  await approveClaim(editor, { ...once(), id, verdictId, claimRevision: revision, singleSourceReason: null })
}
/** A figure of another article's claim that takes the place of one, put straight into the database. */
async function superseding(figureId: string) {
  const { id } = await aClaim(editor, other.version, '182 morts')
  const replaces = { supersedesId: figureId, supersedesReason: 'Le ministère corrige.' }
  const data = { ...FIGURE, id: newId(), projectId: desk.project.id, claimId: id, verbatim: '182', best: 182 }
  return reviseWith(db, id, (tx) => tx.figure.create({ data: { ...data, ...replaces } }))
}
const merge = async (droppedId: string, keptId: string) => {
  const id = newId()
  const versionOf = async (source: string) => (await db.source.findUniqueOrThrow({ where: { id: source } })).version
  const versions = { droppedVersion: await versionOf(droppedId), keptVersion: await versionOf(keptId) }
  await mergeSources(editor, { ...once(), id, keptId, droppedId, ...versions })
  return id
}

let it1: Awaited<ReturnType<typeof judged>>
beforeEach(async () => {
  it1 = await judged()
  await countMarkedClaims(desk.viewer.ctx, desk.project.id)
})
/** What is said of the claim, which the list of its article and the desk's say too. */
async function said() {
  const found = await findAttention(desk.viewer.ctx, it1.claimId)
  const ofArticle = await listAttentionOfArticle(desk.viewer.ctx, article.article.id)
  expect(ofArticle.get(it1.claimId) ?? null).toEqual(found)
  // Once with what the change has marked, and once as the worker has counted it.
  for (const _ of ['marked', 'counted']) {
    expect((await listAttention(desk.viewer.ctx)).found.get(it1.claimId) ?? null).toEqual(found)
    await countMarkedClaims(desk.viewer.ctx, desk.project.id)
  }
  const row = await db.claimProjection.findUniqueOrThrow({ where: { claimId: it1.claimId } })
  expect(row).toMatchObject({ needsAttention: found !== null, reasonKind: found?.changes[0]?.kind ?? null })
  return found?.changes.map(({ kind, what }) => `${kind} ${what}`) ?? []
}

it('rests on things that each have their row, in the version that they had', async () => {
  const verdict = await db.verdict.findUniqueOrThrow({
    where: { id: it1.verdictId },
    include: { grounds: { select: { kind: true, entityId: true, version: true } } },
  })
  const kept = grounds.parse(verdict.groundStates).map(({ kind, id, version }) => ({ kind, entityId: id, version }))
  expect(kept.length).toBeGreaterThan(6)
  const inOrder = (all: typeof kept | typeof verdict.grounds) => all.map((each) => JSON.stringify(each)).sort()
  expect(inOrder(verdict.grounds)).toEqual(inOrder(kept))
})

describe('a verdict on a claim that is not locked', () => {
  it('needs no attention while nothing has changed', async () => expect(await said()).toEqual([]))

  it('needs it when the claim’s own parts change, and says that they were put back', async () => {
    await saveFigure(checker, { ...once(), claimId: it1.claimId, id: it1.figure, version: 1, ...FIGURE, best: 171 })
    expect(await said()).toEqual(['figure changed'])
    const back = { claimId: it1.claimId, id: it1.figure, version: 2, ...FIGURE }
    await saveFigure(checker, { ...once(), ...back })
    expect(await said()).toEqual(['claim touched'])
    await verdictOn(it1.claimId)
    expect(await said()).toEqual([])
  })

  it('tells a figure removed, a warning added, the wording changed', async () => {
    await removeFigure(checker, { ...once(), claimId: it1.claimId, id: it1.figure, version: 1 })
    await saveWarning(checker, { ...once(), claimId: it1.claimId, id: newId(), version: null, audience: 'Tous' })
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: it1.claimId } })
    const words = { category: 'OTHER' as const, checked: 'CONTENT' as const, wording: '170 morts', tags: [] }
    await editClaim(checker, { ...once(), id: it1.claimId, version, ...words })
    expect(await said()).toEqual(['claim changed', 'figure removed', 'warning added'])
  })

  it('tells a chain changed and evidence withdrawn, until it is restored', async () => {
    const chain = {
      claimId: it1.claimId,
      versionId: article.version.id,
      hops: [{ ...it1.hop, speechAct: 'WROTE' as const }],
    }
    await saveAttribution(checker, { ...once(), id: it1.chain, version: 1, ...chain })
    await withdrawEvidence(checker, { ...once(), id: it1.item, version: 1 })
    expect(await said()).toEqual(['attribution changed', 'evidence withdrawn', 'origins regrouped'])
    await restoreEvidence(checker, { ...once(), id: it1.item, version: 2 })
    expect(await said()).toEqual(['attribution changed'])
  })
})

describe('a verdict that is approved, on a claim that is locked', () => {
  beforeEach(async () => {
    await submit(it1.claimId)
    await approve(it1.claimId, it1.verdictId)
  })

  it('needs attention for a figure superseded in another article, until it is not', async () => {
    const newer = await superseding(it1.figure)
    expect(await said()).toEqual(['figure superseded'])
    const found = await findAttention(desk.viewer.ctx, it1.claimId)
    expect(found).toMatchObject({
      verdictId: it1.verdictId,
      changes: [{ fields: [{ before: [], after: [{ name: '182', reason: 'Le ministère corrige.' }] }] }],
    })
    await reviseWith(db, newer.claimId, (tx) => tx.figure.delete({ where: { id: newer.id } }))
    expect(await said()).toEqual([])
  })

  it('needs it for a source merged away, until the merge is undone', async () => {
    const id = await merge(it1.speaker, await aSource('A. Mallick'))
    expect(await said()).toEqual(['source merged'])
    await undoMerge(editor, { ...once(), id })
    expect(await said()).toEqual([])
  })

  it('needs it for two of its own sources that are one: their appearances have one origin', async () => {
    await merge(it1.speaker, it1.relay)
    expect(await said()).toEqual(['source merged', 'origins regrouped'])
  })

  it('needs it for a source judged anew', async () => {
    const judgement = { sourceId: it1.relay, grade: 'D', reason: 'Démenti deux fois', judgedOn: '2021-08-27' } as const
    await judgeSource(editor, { ...once(), id: newId(), ...judgement })
    expect(await said()).toEqual(['source judged'])
  })

  it('needs it for a new text of its article', async () => {
    const add = (text: string) => {
      const bytes = new TextEncoder().encode(text)
      return addVersion(editor, { ...once(), id: newId(), articleId: article.article.id, bytes })
    }
    await add(`${TEXT} Et un mot de plus.`)
    expect(await said()).toEqual([])
    await add(`${TEXT.replace('passé à 170', 'redescendu')} Et un mot de plus.`)
    expect(await said()).toContain('articleVersion newVersion')
  })

  it('needs it for a reply that came, and for a claim that says the same', async () => {
    const mine = { projectId: desk.project.id, claimId: it1.claimId, createdById: desk.editor.user.id }
    const at = { createdAt: editor.now }
    const reply = { ...mine, ...at, id: newId(), sourceId: it1.relay, outcome: 'ANSWERED', answer: 'Oui.' } as const
    await db.replyRequest.create({ data: reply })
    const { id } = await aClaim(editor, other.version, 'dit le ministère')
    const [one = '', two = ''] = [id, it1.claimId].sort()
    const link = await db.claimLink.create({
      data: {
        id: newId(),
        ...at,
        projectId: desk.project.id,
        oneId: one,
        otherId: two,
        createdById: mine.createdById,
      },
    })
    expect(await said()).toEqual(['link added', 'reply added'])
    await db.claimLink.update({
      where: { id: link.id },
      data: { removedAt: editor.now, removedById: mine.createdById },
    })
    expect(await said()).toEqual(['reply added'])
  })

  it('ends with a new verdict, once the claim is reopened', async () => {
    await superseding(it1.figure)
    await reopenClaim(editor, { ...once(), id: it1.claimId, reason: 'Le chiffre est remplacé.' })
    expect(await said()).toEqual(['figure superseded'])
    await verdictOn(it1.claimId)
    expect(await said()).toEqual([])
  })
})

describe('approving', () => {
  it('is refused, with the reason, while what the verdict rests on is not what it was', async () => {
    await submit(it1.claimId)
    const newer = await superseding(it1.figure)
    const refusal = { code: 'refused', reasons: [{ key: 'review.needsAttention' }] }
    await expect(approve(it1.claimId, it1.verdictId)).rejects.toMatchObject(refusal)
    const { options } = await getReviewOptions(editor, it1.claimId)
    expect(options.find(({ action }) => action === 'approve')?.refusals).toEqual(refusal.reasons)
    await reviseWith(db, newer.claimId, (tx) => tx.figure.delete({ where: { id: newer.id } }))
    await approve(it1.claimId, it1.verdictId)
  })
})

describe('the lists', () => {
  it('show it at the desk, to who has it in hand and to editors, counted by kind', async () => {
    await superseding(it1.figure)
    const mine = async (ctx: Ctx) =>
      (await getDesk(ctx)).needsAttention.claims.find(({ id }) => id === it1.claimId)?.changes
    expect(await mine(checker)).toEqual([{ kind: 'figure', what: 'superseded', count: 1 }])
    expect(await mine(editor)).toHaveLength(1)
    expect(await mine(desk.checker2.ctx)).toBeUndefined()
  })

  it('compare verdicts that kept versions alone', async () => {
    const bare = [
      { kind: 'claim', id: it1.claimId, version: 1 },
      { kind: 'figure', id: it1.figure, version: 1 },
      { kind: 'attribution', id: it1.chain, version: 1 },
      { kind: 'evidence', id: it1.item, version: 1 },
    ]
    const given = await db.verdict.findUniqueOrThrow({ where: { id: it1.verdictId } })
    await db.verdict.create({ data: { ...given, id: newId(), groundStates: bare } })
    await judgeSource(editor, {
      ...once(),
      id: newId(),
      sourceId: it1.relay,
      grade: 'D',
      reason: 'x',
      judgedOn: '2021-08-27',
    })
    expect(await said()).toEqual([])
    await superseding(it1.figure)
    expect(await said()).toEqual(['figure superseded'])
  })

  it('hold nothing of another project, a dropped claim or an archived article', async () => {
    await superseding(it1.figure)
    const stranger = await aProject(db)
    expect(await findAttention(stranger.admin.ctx, it1.claimId)).toBeNull()
    expect((await listAttentionOfArticle(stranger.admin.ctx, article.article.id)).size).toBe(0)
    expect((await listAttention(stranger.admin.ctx)).found.size).toBe(0)
    await db.article.update({ where: { id: article.article.id }, data: { archivedAt: editor.now } })
    expect((await listAttention(editor)).found.has(it1.claimId)).toBe(false)
    await walkTo(db, { id: it1.claimId }, 'DROPPED')
    expect(await findAttention(editor, it1.claimId)).toBeNull()
  })
})
