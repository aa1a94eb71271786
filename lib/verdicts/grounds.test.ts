import { beforeEach, describe, expect, it } from 'vitest'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { recordVerdict } from '@/lib/verdicts/commands'
import { getGroundsKey } from '@/lib/verdicts/queries/grounds'
import { listVerdicts } from '@/lib/verdicts/queries/verdicts'
import { aClaim, anArticle, aProject, assignedTo, once } from '@/seeds/builders'

const FIGURE = { measure: 'KILLED', verbatim: '170', qualifier: 'EXACT', best: 170 } as const
const db = getDb()

// A checker has the form open, which shows what the verdict would rest on; then something happens elsewhere.
async function opened() {
  const desk = await aProject(db)
  const [checker, editor] = [desk.checker.ctx, desk.editor.ctx]
  const aSource = async (name: string) =>
    (await addSource(editor, { ...once(), id: newId(), kind: 'PERSON', name: `${name} ${newId()}` })).id
  const article = await anArticle(db, desk.project, 'Le bilan est de 170 morts. Il est désormais de 182 morts.')
  const claim = await aClaim(editor, article.version, '170 morts')
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  const saysIt = (claimId: string, sourceId: string) => {
    const hops = [{ id: newId(), sourceId, speechAct: 'SAID' as const, form: 'INDIRECT' as const }]
    const chain = { id: newId(), claimId, version: null, versionId: article.version.id, hops }
    return saveAttribution(editor, { ...once(), ...chain })
  }
  const [speaker, figure] = [await aSource('Anas Mallick'), newId()]
  const eventId = newId()
  await saveEvent(editor, { ...once(), id: eventId, version: null, title: `Attentat ${eventId}` })
  await saveFigure(checker, { ...once(), id: figure, claimId: claim.id, version: null, ...FIGURE, eventId })
  await saysIt(claim.id, speaker)
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
  const ratingId = desk.ratings.find(({ key }) => key === 'unverifiable')?.id ?? ''
  const shown = await getGroundsKey(checker, claim.id)
  const judge = (groundsKey?: string) =>
    recordVerdict(checker, {
      ...{ ...once(), id: newId(), claimId: claim.id, claimRevision: revision, ratingId, groundsKey },
      ...{ rationale: 'Un seul texte le dit.', asOf: '2021-08-27' },
    })
  return { desk, checker, editor, article, claim, speaker, figure, shown, judge, aSource, saysIt, eventId }
}

let form: Awaited<ReturnType<typeof opened>>
beforeEach(async () => {
  form = await opened()
})

const isRefused = async () => {
  await expect(form.judge(form.shown)).rejects.toMatchObject({
    code: 'conflict',
    reasons: [{ key: 'verdict.groundsChanged' }],
  })
  expect(await listVerdicts(form.checker, form.claim.id)).toEqual([])
}
const isTakenOnceRead = async () => {
  await form.judge(await getGroundsKey(form.checker, form.claim.id))
  expect(await listVerdicts(form.checker, form.claim.id)).toHaveLength(1)
}

describe('a verdict on what was shown', () => {
  it('is recorded while that is as it was, also by who tells nothing of it', async () => {
    await form.judge(form.shown)
    await form.judge()
    expect(await listVerdicts(form.checker, form.claim.id)).toHaveLength(2)
  })

  it('is refused once a figure has been replaced by another claim’s, until that is read', async () => {
    const other = await aClaim(form.editor, form.article.version, '182 morts')
    await saveFigure(form.editor, {
      ...{ ...once(), id: newId(), claimId: other.id, version: null, ...FIGURE, verbatim: '182', best: 182 },
      eventId: form.eventId,
      ...{ supersedesId: form.figure, supersedesReason: 'Le ministère corrige.' },
    })
    await isRefused()
    await isTakenOnceRead()
  })

  it('is refused once its source has been merged, and not once the merge is undone', async () => {
    const [id, keptId] = [newId(), await form.aSource('A. Mallick')]
    const merge = { ...once(), id, droppedId: form.speaker, keptId, droppedVersion: 1, keptVersion: 1 }
    await mergeSources(form.editor, merge)
    await isRefused()
    await undoMerge(form.editor, { ...once(), id })
    await form.judge(form.shown)
  })

  it('is refused once its source has been judged', async () => {
    const judgement = { grade: 'D', reason: 'Démenti deux fois', judgedOn: '2021-08-27' } as const
    await judgeSource(form.editor, { ...once(), id: newId(), sourceId: form.speaker, ...judgement })
    await isRefused()
    await isTakenOnceRead()
  })

  it('is refused once its origins stand otherwise', async () => {
    const other = await aClaim(form.editor, form.article.version, '182 morts')
    await form.saysIt(other.id, await form.aSource('Le ministère'))
    const [one = '', two = ''] = [form.claim.id, other.id].sort()
    const parts = { id: newId(), projectId: form.desk.project.id, createdById: form.desk.editor.user.id }
    await db.claimLink.create({ data: { ...parts, createdAt: form.editor.now, oneId: one, otherId: two } })
    await isRefused()
    await isTakenOnceRead()
  })
})
