import { beforeAll, describe, expect, test } from 'vitest'
import { archiveArticle, unarchiveArticle } from '@/lib/articles/commands/archive-article'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { finishMarking, resumeMarking } from '@/lib/articles/commands/finish-marking'
import { getArticle } from '@/lib/articles/queries'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions, listHopSpans } from '@/lib/attributions/queries'
import { listActivity } from '@/lib/audit/queries'
import { deleteClaim, restoreDeleted } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { addComment } from '@/lib/comments/commands'
import { listComments } from '@/lib/comments/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { listEvidence } from '@/lib/evidence/queries'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { listFigures } from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { addVersion } from '@/lib/import/commands/add-version'
import { decideOrigin } from '@/lib/independence/commands/decide-origin'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { restoreEvidence, saveEvidence } from '@/lib/independence/commands/save-evidence'
import { getIndependence } from '@/lib/independence/queries/independence'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { getVerdictReport } from '@/lib/reports/queries'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim, planClaim } from '@/lib/review/commands/assign'
import {
  dropClaim,
  reopenClaim,
  restoreClaim,
  returnClaim,
  startChecking,
  submitClaim,
  withdrawClaim,
} from '@/lib/review/commands/moves'
import { getReviewOptions } from '@/lib/review/queries/review-options'
import { getSource } from '@/lib/sources/queries/get-source'
import { recordVerdict } from '@/lib/verdicts/commands'
import { listVerdicts } from '@/lib/verdicts/queries/verdicts'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import { findWarning } from '@/lib/warnings/queries'
import { aClaim, actingAs, anArticle, aProject, assignedTo, once, placeOf } from '@/seeds/builders'

// Every command and every query that names something of a project, tried by those who have no right to it.
const db = getDb()
const TEXT = 'Selon le maire, dix morts hier.'

async function aDesk() {
  const team = await aProject()
  const { article, version, source } = await anArticle(db, team.project, TEXT)
  const claim = await aClaim(team.checker.ctx, version, 'dix morts')
  await assignedTo(db, claim, team.checker.user, team.editor.user)
  const ids = { figure: newId(), warning: newId(), evidence: newId(), chain: newId() }
  const ofClaim = { ...once(), claimId: claim.id, version: null }
  const { ctx } = team.checker
  await saveFigure(ctx, { ...ofClaim, id: ids.figure, ...FIGURE })
  await saveWarning(ctx, { ...ofClaim, ...once(), id: ids.warning, audience: 'Tous' })
  await saveEvidence(ctx, { ...ofClaim, ...once(), id: ids.evidence, ...ITEM })
  await saveAttribution(ctx, { ...ofClaim, ...once(), id: ids.chain, hops: [] })
  return { ...team, article, version, source, claim: claim.id, ...ids }
}
const FIGURE = { measure: 'KILLED', verbatim: 'dix', qualifier: 'EXACT', best: 10 } as const
const ITEM = { stance: 'SUPPORTS', url: 'https://example.org/' } as const

let desk: Awaited<ReturnType<typeof aDesk>>
let other: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
  other = await aDesk()
})

const deleted = async () => {
  const { id } = await aClaim(desk.checker.ctx, desk.version, 'hier')
  await deleteClaim(desk.checker.ctx, { ...once(), id, version: 1 })
  return { ...once(), id, version: 2 }
}

const place = () => ({ id: newId(), ...placeOf(TEXT, 'hier') })
const words = { category: 'OTHER', checked: 'CONTENT', wording: 'x' } as const
const one = () => ({ ...once(), id: desk.claim, version: 1 })
const part = (id: string, version: number | null = 1) => ({ ...once(), claimId: desk.claim, id, version })
const removed = (id: string) => ({ ...once(), claimId: desk.claim, id, version: 1 })
const article = () => ({ ...once(), id: desk.article.id, version: 1 })
const move = () => ({ ...once(), id: desk.claim, reason: 'x', comment: 'x', commentId: newId() })

const COMMANDS: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  markClaim: (ctx) =>
    markClaim(ctx, {
      ...{ ...once(), id: newId(), articleId: desk.article.id, versionId: desk.version.id, spans: [place()] },
      ...words,
    }),
  editClaim: (ctx) => editClaim(ctx, { ...one(), ...words }),
  moveClaim: (ctx) => moveClaim(ctx, { ...one(), versionId: desk.version.id, spans: [place()] }),
  deleteClaim: (ctx) => deleteClaim(ctx, one()),
  saveFigure: (ctx) => saveFigure(ctx, { ...part(desk.figure), ...FIGURE }),
  addFigure: (ctx) => saveFigure(ctx, { ...part(newId(), null), ...FIGURE }),
  removeFigure: (ctx) => removeFigure(ctx, removed(desk.figure)),
  saveWarning: (ctx) => saveWarning(ctx, { ...part(desk.warning), audience: 'x' }),
  removeWarning: (ctx) => removeWarning(ctx, removed(desk.warning)),
  saveEvidence: (ctx) => saveEvidence(ctx, { ...part(desk.evidence), ...ITEM }),
  addEvidence: (ctx) => saveEvidence(ctx, { ...part(newId(), null), ...ITEM }),
  withdrawEvidence: (ctx) => withdrawEvidence(ctx, removed(desk.evidence)),
  restoreEvidence: (ctx) => restoreEvidence(ctx, removed(desk.evidence)),
  saveAttribution: (ctx) => saveAttribution(ctx, { ...part(desk.chain), hops: [] }),
  addAttribution: (ctx) => saveAttribution(ctx, { ...part(newId(), null), hops: [] }),
  removeAttribution: (ctx) => removeAttribution(ctx, removed(desk.chain)),
  decideOrigin: (ctx) =>
    decideOrigin(ctx, {
      ...{ ...once(), id: newId(), claimId: desk.claim, kind: 'DIFFERENT', accountId: desk.chain, reason: 'x' },
    }),
  linkClaims: (ctx) => linkClaims(ctx, { ...once(), id: newId(), oneId: desk.claim, otherId: desk.claim }),
  recordVerdict: (ctx) =>
    recordVerdict(ctx, {
      ...{ ...once(), id: newId(), claimId: desk.claim, claimRevision: 5, rationale: 'x', asOf: '2021-08-26' },
      ratingId: desk.ratings[0]?.id ?? '',
    }),
  addComment: (ctx) => addComment(ctx, { ...once(), id: newId(), claimId: desk.claim, body: 'x' }),
  assignClaim: (ctx) =>
    assignClaim(ctx, { ...move(), assignmentId: newId(), assigneeId: String(ctx.actor.userId), reviewerId: null }),
  planClaim: (ctx) => planClaim(ctx, { ...move(), reviewerId: null }),
  startChecking: (ctx) => startChecking(ctx, move()),
  submitClaim: (ctx) => submitClaim(ctx, move()),
  withdrawClaim: (ctx) => withdrawClaim(ctx, move()),
  returnClaim: (ctx) => returnClaim(ctx, move()),
  approveClaim: (ctx) => approveClaim(ctx, { ...move(), verdictId: newId(), claimRevision: 1 }),
  reopenClaim: (ctx) => reopenClaim(ctx, move()),
  dropClaim: (ctx) => dropClaim(ctx, move()),
  restoreClaim: (ctx) => restoreClaim(ctx, move()),
  editArticle: (ctx) => editArticle(ctx, { ...article(), title: 'x' }),
  archiveArticle: (ctx) => archiveArticle(ctx, article()),
  unarchiveArticle: (ctx) => unarchiveArticle(ctx, article()),
  finishMarking: (ctx) => finishMarking(ctx, article()),
  resumeMarking: (ctx) => resumeMarking(ctx, article()),
  addVersion: (ctx) =>
    addVersion(ctx, { ...once(), id: newId(), articleId: desk.article.id, bytes: new TextEncoder().encode('Neuf.') }),
}

const QUERIES: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  getArticle: (ctx) => getArticle(ctx, desk.article.id),
  getClaim: (ctx) => getClaim(ctx, desk.claim),
  listClaimsOfArticle: (ctx) => listClaimsOfArticle(ctx, desk.article.id),
  getIndependence: (ctx) => getIndependence(ctx, desk.claim),
  getReviewOptions: (ctx) => getReviewOptions(ctx, desk.claim),
  countOriginsOfClaim: (ctx) => countOriginsOfClaim(ctx, desk.claim),
  getVerdictReport: (ctx) => getVerdictReport(ctx, desk.article.id),
  getSource: (ctx) => getSource(ctx, desk.source.id),
}
const LISTS: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  listFigures: (ctx) => listFigures(ctx, desk.claim),
  findWarning: async (ctx) => [await findWarning(ctx, desk.claim)].filter(Boolean),
  listEvidence: (ctx) => listEvidence(ctx, desk.claim),
  listAttributions: (ctx) => listAttributions(ctx, desk.claim),
  listHopSpans: (ctx) => listHopSpans(ctx, desk.claim),
  listVerdicts: (ctx) => listVerdicts(ctx, desk.claim),
  listComments: (ctx) => listComments(ctx, desk.claim),
  listActivity: (ctx) => listActivity(ctx, desk.claim),
}

const rows = () =>
  Promise.all([db.auditEvent.count(), db.claim.findUnique({ where: { id: desk.claim } }), db.comment.count()])

describe.each(Object.entries(COMMANDS))('%s', (_, command) => {
  test('is not there for another project, nor for who has no part in any, and changes nothing', async () => {
    const before = await rows()
    const nobody = actingAs(desk.checker.user, desk.project, null)
    const homeless = actingAs(desk.checker.user, null, null)
    for (const ctx of [other.admin.ctx, nobody, homeless])
      await expect(command(ctx)).rejects.toMatchObject({ code: 'not-found' })
    expect(await rows()).toEqual(before)
  })

  test('is refused to a reader, and changes nothing', async () => {
    const before = await rows()
    const code = expect.stringMatching(/^(forbidden|refused)$/)
    await expect(command(desk.viewer.ctx)).rejects.toMatchObject({ code })
    expect(await rows()).toEqual(before)
  })
})

test('a deleted claim is brought back by no stranger', async () => {
  const claim = await deleted()
  await expect(restoreDeleted(other.admin.ctx, claim)).rejects.toMatchObject({ code: 'not-found' })
  await expect(restoreDeleted(desk.viewer.ctx, claim)).rejects.toMatchObject({ code: 'forbidden' })
})

test.each(Object.entries(QUERIES))('%s finds nothing for strangers', async (_, query) => {
  await query(desk.viewer.ctx)
  for (const ctx of [other.admin.ctx, actingAs(desk.checker.user, desk.project, null)])
    await expect(query(ctx)).rejects.toMatchObject({ code: 'not-found' })
})

test.each(Object.entries(LISTS))('%s is empty for another project, and closed to nobody’s', async (_, list) => {
  expect(await list(other.admin.ctx)).toEqual([])
  await expect(list(actingAs(desk.checker.user, desk.project, null))).rejects.toMatchObject({ code: 'not-found' })
})

test('what another project has is no part of a claim: sources, ratings, evidence, passages, versions', async () => {
  const { ctx } = desk.checker
  const hop = { id: newId(), sourceId: other.source.id, speechAct: 'SAID' as const }
  const passage = { id: newId(), articleId: other.article.id, versionId: other.version.id, ...placeOf(TEXT, 'hier') }
  const attempts: Record<string, () => Promise<unknown>> = {
    source: () => saveEvidence(ctx, { ...part(newId(), null), ...ITEM, sourceId: other.source.id }),
    hop: () => saveAttribution(ctx, { ...part(newId(), null), hops: [hop] }),
    issuer: () => saveWarning(ctx, { ...part(desk.warning), issuerId: other.source.id }),
    passage: () => saveEvidence(ctx, { ...part(newId(), null), stance: 'SUPPORTS', passage }),
    version: () => moveClaim(ctx, { ...one(), versionId: other.version.id, spans: [place()] }),
    outlet: () => editArticle(desk.editor.ctx, { ...article(), title: 'x', outletId: other.source.id }),
    figure: () => saveFigure(ctx, { ...part(other.figure), ...FIGURE }),
    evidenceId: () => saveEvidence(ctx, { ...part(other.evidence), ...ITEM }),
    chain: () => saveAttribution(ctx, { ...part(other.chain), hops: [] }),
    taken: () => saveEvidence(ctx, { ...part(other.evidence, null), ...ITEM }),
    takenFigure: () => saveFigure(ctx, { ...part(other.figure, null), ...FIGURE }),
    takenChain: () => saveAttribution(ctx, { ...part(other.chain, null), hops: [] }),
  }
  const before = await rows()
  for (const [name, attempt] of Object.entries(attempts))
    await expect(attempt(), name).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|invalid|conflict)$/),
    })
  expect(await rows()).toEqual(before)
})
