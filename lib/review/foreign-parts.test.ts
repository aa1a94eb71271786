import { beforeAll, expect, test } from 'vitest'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getDb } from '@/lib/db'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { saveWarning } from '@/lib/warnings/commands'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf } from '@/seeds/builders'

// What another project has is no part of a claim, whoever names it.
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

const place = () => ({ id: newId(), ...placeOf(TEXT, 'hier') })
const one = () => ({ ...once(), id: desk.claim, version: 1 })
const part = (id: string, version: number | null = 1) => ({ ...once(), claimId: desk.claim, id, version })
const article = () => ({ ...once(), id: desk.article.id, version: 1 })

const rows = () =>
  Promise.all([db.auditEntry.count(), db.claim.findUnique({ where: { id: desk.claim } }), db.comment.count()])

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
