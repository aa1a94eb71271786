import { archiveArticle } from '@/lib/articles/commands/archive-article'
import { finishMarking } from '@/lib/articles/commands/finish-marking'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { addComment } from '@/lib/comments/commands'
import { inTransaction } from '@/lib/context'
import { decideCopy } from '@/lib/copies/commands/decide-copy'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { saveFigure } from '@/lib/figures/commands'
import { newId, versionId } from '@/lib/ids'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { workOnBatch } from '@/lib/import/commands/work-on-batch'
import { decideOrigin } from '@/lib/independence/commands/decide-origin'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { saveReply } from '@/lib/replies/commands'
import { addConfidentialSource } from '@/lib/sources/commands/confidential-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { setPart } from '@/lib/sources/commands/set-part'
import { addVersion } from '@/lib/versions/commands/add-version'
import { letGoAnchoring } from '@/lib/versions/commands/settle-anchoring'
import { saveWarning } from '@/lib/warnings/commands'
import { aClaim, anArticle, aProject, once, placeOf } from '@/seeds/builders'
import { aSource } from '@/seeds/chain-builders'
import {
  type ClaimWords,
  claimApproved,
  claimAssigned,
  claimChecking,
  claimDropped,
  claimInReview,
} from '@/seeds/scenarios'

/** A word that stands in every text of a desk, and nowhere else: an answer that holds it tells of that desk. */
export const MARKER = 'zymurgie'

const SHARED = `Le ministère dément la ${MARKER} des chiffres avancés mardi soir par les équipes de secours sur place.`
const TEXT = `Selon la ${MARKER} du maire, dix morts hier. ${SHARED} Trois blessés selon la ${MARKER} locale. Quatre disparus.`
const OTHER_TEXT = `On lit ailleurs une ${MARKER} de plus. ${SHARED} Rien d’autre.`

const words = (wording: string, passage: string): ClaimWords => ({
  passages: [passage],
  category: 'OTHER',
  wording: `${MARKER} ${wording}`,
  chains: [[]],
  knows: 'NOT_SAID',
})

type SeededProject = Awaited<ReturnType<typeof aProject>>

async function theArticles({ project, editor }: SeededProject) {
  const db = getDb()
  const [first, second] = [
    await anArticle(db, project, TEXT, `${MARKER} un`),
    await anArticle(db, project, OTHER_TEXT, `${MARKER} deux`),
  ]
  const archived = (await anArticle(db, project, `Une ${MARKER} archivée.`, `${MARKER} archivée`)).article
  const finished = (await anArticle(db, project, `Une ${MARKER} finie.`, `${MARKER} finie`)).article
  await archiveArticle(editor.ctx, { ...once(), id: archived.id, version: 1 })
  await finishMarking(editor.ctx, { ...once(), id: finished.id, version: 1 })
  const seen = ({ article, version, source }: typeof first) => ({
    ...{ id: article.id, version: 1, versionId: version.id, text: version.text, sourceId: source.id },
  })
  return {
    rows: { first, second },
    article: seen(first),
    second: seen(second),
    archived: { id: archived.id, version: 2 },
    finished: { id: finished.id, version: 2 },
  }
}

async function theSources({ project, editor }: SeededProject) {
  const person = await aSource(getDb(), project.id, 'PERSON', `${MARKER} personne`)
  const [kept, dropped, double, twin] = [
    await aSource(getDb(), project.id, 'ORGANISATION', `${MARKER} gardée`),
    await aSource(getDb(), project.id, 'ORGANISATION', `${MARKER} doublon`),
    await aSource(getDb(), project.id, 'ORGANISATION', `${MARKER} jumelle`),
    await aSource(getDb(), project.id, 'ORGANISATION', `${MARKER} semblable`),
  ]
  const merge = newId()
  await mergeSources(editor.ctx, {
    ...{ ...once(), id: merge, keptId: kept.id, keptVersion: 1, droppedId: dropped.id, droppedVersion: 1 },
  })
  const confidential = newId()
  await addConfidentialSource(editor.ctx, {
    ...{ ...once(), id: confidential, name: `${MARKER} pseudonyme`, whyUnnamed: MARKER, identity: `${MARKER} nue` },
    approvedById: editor.user.id,
  })
  await judgeSource(editor.ctx, {
    ...{ ...once(), id: newId(), sourceId: person.id, grade: 'B', reason: MARKER, judgedOn: '2021-08-20' },
  })
  const whole = await aSource(getDb(), project.id, 'ORGANISATION', `${MARKER} ensemble`)
  const part = newId()
  await setPart(editor.ctx, { ...once(), id: part, sourceId: kept.id, wholeId: whole.id, reason: MARKER })
  return { person: person.id, kept: kept.id, double: double.id, twin: twin.id, merge, part, confidential }
}

async function theClaims(desk: SeededProject, { first, second }: Awaited<ReturnType<typeof theArticles>>['rows']) {
  const { checker, checker2, editor } = desk
  const at = { articleId: first.article.id, versionId: first.version.id, text: first.version.text }
  const there = { articleId: second.article.id, versionId: second.version.id, text: second.version.text }
  const ratingId = async (key: string) => desk.ratings.find((rating) => rating.key === key)?.id ?? ''
  const people = { editor: editor.ctx, checker: checker.ctx, ratingId }
  const judged = (wording: string, passage: string): ClaimWords => ({
    ...words(wording, passage),
    evidence: { in: there, words: 'ailleurs', stance: 'SUPPORTS', note: MARKER, knows: 'NOT_SAID' },
    verdict: { rating: 'unverifiable', rationale: `${MARKER} motif` },
  })
  const reviewed = { reviewer: checker2.ctx }
  const same = await claimDropped(people, there, words('ailleurs, abandonnée', 'Rien'), MARKER)
  const linked = (await aClaim(editor.ctx, second.version, 'ailleurs')).id
  return {
    same,
    linked,
    free: (await aClaim(editor.ctx, second.version, 'Rien d’autre')).id,
    checking: await claimChecking(people, at, { ...judged('en cours', 'dix morts'), sameAs: linked }, reviewed),
    assigned: await claimAssigned(people, at, words('confiée', 'hier'), reviewed),
    inReview: await claimInReview(people, at, judged('relue', 'Trois blessés'), reviewed),
    approved: await claimApproved(people, at, judged('approuvée', 'Quatre'), MARKER),
    dropped: await claimDropped(people, at, words('abandonnée', 'disparus'), MARKER),
    deleted: (await aClaim(checker.ctx, first.version, 'maire')).id,
    open: (await aClaim(checker.ctx, first.version, 'locale')).id,
  }
}

/** What stands on the claim that is being checked, one of each kind. */
async function theParts({ checker }: SeededProject, claimId: string, sources: { person: string }) {
  const { ctx } = checker
  const ids = {
    ...{ figure: newId(), rival: newId(), warning: newId(), evidence: newId(), withdrawn: newId(), reply: newId() },
    ...{ event: newId(), emptyEvent: newId(), decision: newId() },
  }
  const of = () => ({ ...once(), claimId, version: null })
  const event = { place: MARKER, happened: null, note: MARKER, version: null }
  await saveEvent(ctx, { ...once(), id: ids.event, title: `${MARKER} attentat`, ...event })
  await saveEvent(ctx, { ...once(), id: ids.emptyEvent, title: `${MARKER} rien`, ...event })
  const amount = { measure: 'KILLED', qualifier: 'EXACT', best: 10, verbatim: `dix ${MARKER}` } as const
  await saveFigure(ctx, { ...of(), id: ids.figure, ...amount, eventId: ids.event })
  await saveFigure(ctx, { ...of(), id: ids.rival, ...amount, eventId: ids.event })
  await saveWarning(ctx, { ...of(), id: ids.warning, audience: MARKER, issuerId: sources.person, eventId: ids.event })
  const item = { stance: 'SUPPORTS', url: 'https://example.org/', note: MARKER, sourceId: sources.person } as const
  await saveEvidence(ctx, { ...of(), id: ids.evidence, ...item })
  await saveEvidence(ctx, { ...of(), id: ids.withdrawn, ...item })
  await withdrawEvidence(ctx, { ...once(), id: ids.withdrawn, version: 1, reason: MARKER })
  const asked = { sourceId: sources.person, outcome: 'WAITING', askedOn: null, note: MARKER } as const
  await saveReply(ctx, { ...of(), id: ids.reply, ...asked, answeredOn: null, answer: null })
  await addComment(ctx, { ...once(), id: newId(), claimId, body: MARKER })
  const chain = await ctx.db.attribution.findFirstOrThrow({ where: { claimId } })
  await decideOrigin(ctx, {
    ...{ ...once(), id: ids.decision, claimId, kind: 'DIFFERENT', appearanceId: chain.id, reason: MARKER },
  })
  return { ...ids, chain: chain.id }
}

async function thePassages(desk: SeededProject, { first, second }: Awaited<ReturnType<typeof theArticles>>['rows']) {
  const of = (version: { id: string; text: string }) => ({
    ...{ versionId: version.id, evidenceId: null },
    ...placeOf(version.text, SHARED),
  })
  const places = { copy: of(second.version), original: of(first.version) }
  const passage = newId()
  await decideCopy(desk.checker.ctx, { ...once(), id: passage, kind: 'COPIED_FROM', ...places, reason: MARKER })
  return { passage, places }
}

const BEFORE = `Avant, une ${MARKER} de plus était dite ici. Puis vint la ${MARKER} du soir, en fin de compte.`
const AFTER = `Tout autre chose, dit une ${MARKER}.`

/** A claim with two passages that a new text of its article has not: one waits for somebody, the other was let go. */
async function theChangedArticle({ project, checker, editor }: SeededProject) {
  const db = getDb()
  const { article, version } = await anArticle(db, project, BEFORE, `${MARKER} changée`)
  const places = [`une ${MARKER} de plus était dite`, `la ${MARKER} du soir`].map((passage) => placeOf(BEFORE, passage))
  const claim = newId()
  await markClaim(checker.ctx, {
    ...{ ...once(), id: claim, articleId: article.id, versionId: version.id, category: 'OTHER', checked: 'CONTENT' },
    ...{ wording: `${MARKER} changée`, tags: [], spans: places.map((place) => ({ id: newId(), ...place })) },
  })
  const next = newId()
  const bytes = new TextEncoder().encode(AFTER)
  await addVersion(editor.ctx, { ...once(), id: next, articleId: article.id, bytes })
  const [open, settled] = await db.anchoring.findMany({
    where: { claimId: claim },
    orderBy: { span: { start: 'asc' } },
  })
  await letGoAnchoring(checker.ctx, { ...once(), id: settled?.id ?? '' })
  const anchoring = { id: open?.id ?? '', settledId: settled?.id ?? '', place: placeOf(AFTER, `une ${MARKER}`) }
  return { claim, anchoring: { ...anchoring, articleId: article.id, versionId: next } }
}

/** A job of the desk that has failed. */
async function theFailedJob({ editor, project }: SeededProject, version: { id: string }) {
  await inTransaction(editor.ctx, (ctx) => askForJob(ctx, 'text:read', { versionId: versionId.parse(version.id) }))
  const [job] = await getDb().$queryRaw<{ id: string }[]>`
    UPDATE jobs.job SET state = 'failed', started_on = now(), completed_on = now(), retry_count = retry_limit
    WHERE data ->> 'projectId' = ${project.id} RETURNING id::text`
  return job?.id ?? ''
}

/** Files that came together: one is an article, one is to be looked at, one has failed. */
async function theBatch({ editor }: SeededProject) {
  const batch = newId()
  const file = (position: number, bytes: Uint8Array) => ({
    ...{ id: newId(), position, fileName: `${MARKER}-${position}.txt`, size: bytes.byteLength, bytes },
  })
  const latin = Uint8Array.from(Buffer.from(`L'été à ${MARKER}, et à Kaboul aussi, a été très long.`, 'latin1'))
  const files = [
    file(0, new TextEncoder().encode(`Une ${MARKER} venue en lot.`)),
    file(1, latin),
    file(2, new Uint8Array()),
  ]
  await startBatch(editor.ctx, { ...once(), id: batch, expected: 9 })
  await receiveFiles(editor.ctx, { ...once(), id: batch, files })
  await workOnBatch(editor.ctx, batch)
  return batch
}

/** A page that the editor has fetched. */
async function thePage({ editor, project }: SeededProject) {
  const id = newId()
  const bytes = new TextEncoder().encode(`Une ${MARKER} venue du web.`)
  await getDb().fetchedPage.create({
    data: {
      ...{
        id,
        projectId: project.id,
        fetchedById: editor.user.id,
        asked: 'exemple.org',
        address: 'https://exemple.org/',
      },
      ...{ bytes, sha256: '0'.repeat(64), fetchedAt: editor.ctx.now },
    },
  })
  return id
}

/** A desk that has one of everything, in the states in which each command can be done. Answers its people, and its things as plain data. */
export async function aDeskOfThings() {
  const db = getDb()
  const desk = await aProject(db, `${MARKER} ${newId().slice(-8)}`)
  const { rows, ...articles } = await theArticles(desk)
  const sources = await theSources(desk)
  const claimIds = await theClaims(desk, rows)
  await deleteClaim(desk.checker.ctx, { ...once(), id: claimIds.deleted, version: 1 })
  const parts = await theParts(desk, claimIds.checking, sources)
  const passages = await thePassages(desk, rows)
  const job = await theFailedJob(desk, rows.first.version)
  const changed = await theChangedArticle(desk)
  const batch = await theBatch(desk)
  const page = await thePage(desk)
  const loaded = await db.claim.findMany({
    where: { projectId: desk.project.id },
    include: { assignments: { where: { endedAt: null } }, spans: true, verdicts: { orderBy: { createdAt: 'desc' } } },
  })
  const claimOf = (id: string) => {
    const claim = loaded.find((each) => each.id === id)
    const [assignment] = claim?.assignments ?? []
    return {
      ...{ id, version: claim?.version ?? 0, revision: claim?.revision ?? 0, markedById: claim?.markedById ?? '' },
      ...{ assigneeId: assignment?.assigneeId ?? null, reviewerId: assignment?.reviewerId ?? null },
      ...{ verdictId: claim?.verdicts[0]?.id ?? null, spanId: claim?.spans[0]?.spanId ?? null },
    }
  }
  const claims = {
    ...{ same: claimOf(claimIds.same), linked: claimOf(claimIds.linked), free: claimOf(claimIds.free) },
    ...{ checking: claimOf(claimIds.checking), assigned: claimOf(claimIds.assigned) },
    ...{ inReview: claimOf(claimIds.inReview), approved: claimOf(claimIds.approved) },
    ...{ dropped: claimOf(claimIds.dropped), deleted: claimOf(claimIds.deleted), open: claimOf(claimIds.open) },
    changed: claimOf(changed.claim),
  }
  const link = await db.claimLink.findFirstOrThrow({ where: { projectId: desk.project.id } })
  const memberships = await db.membership.findMany({ where: { projectId: desk.project.id } })
  const entries = { where: { projectId: desk.project.id }, orderBy: { sequence: 'desc' } } as const
  const { sequence } = await db.auditEntry.findFirstOrThrow(entries)
  const membershipOf = (id: string) => memberships.find(({ userId }) => userId === id)?.id ?? ''
  const things = {
    ...{ project: desk.project.id, history: String(sequence), job, batch, page },
    anchoring: changed.anchoring,
    ...{ ...articles, sources, claims, parts, passages, link: link.id, rating: desk.ratings[0]?.id ?? '' },
    checker2: { userId: desk.checker2.user.id, membershipId: membershipOf(desk.checker2.user.id) },
    editor: { userId: desk.editor.user.id, membershipId: membershipOf(desk.editor.user.id) },
  }
  return { desk, things }
}

export type Things = Awaited<ReturnType<typeof aDeskOfThings>>['things']
export type ClaimKey = keyof Things['claims']
