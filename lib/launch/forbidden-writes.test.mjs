import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { TRANSITIONS } from '@/lib/review/workflow'
import { APPROVING_ROLES } from '@/lib/sources/confidential'
import { MERGED_COLUMNS } from '@/lib/sources/schema'
import { recordVerdict } from '@/lib/verdicts/commands'
import { aClaim, anArticle, aProject, assignedTo, once, TEST_NOW, walkTo } from '@/seeds/builders'
import { aChain, anItem, aSource } from '@/seeds/chain-builders'
import { ownerRole, urlAs } from './roles.mjs'

// What no SQL writes, past every command: the app's role wants the right or meets a guard; an installation whose one role owns
// the tables meets the guard.
const db = getDb()
const app = new pg.Client({ connectionString: process.env.DATABASE_URL })
const owner = new pg.Client({ connectionString: urlAs(ownerRole, process.env.RECOUPE_TEST_SUPERUSER_URL) })
let desk
let article
const at = {}

/** Tries statements in one transaction, and takes them back. Answers PostgreSQL's reason, or 'done'. */
async function attempt(client, statements) {
  await client.query('BEGIN')
  const answer = await client.query(statements).then(
    () => 'done',
    (error) => `${error.code} ${error.message}`,
  )
  await client.query('ROLLBACK')
  return answer
}

/** A claim with a chain, an item and the checker's verdict, moved on to that state. */
async function judged(state) {
  const { id } = await aClaim(desk.checker.ctx, article.version, 'Sept terroristes')
  const chain = await aChain(db, desk.project.id, { claimId: id }, { id: at.source })
  const item = { stance: 'SUPPORTS', sourceId: at.source, quote: 'Oui.' }
  const { id: evidence } = await anItem(db, desk.project.id, id, desk.checker.user.id, item)
  await assignedTo(db, { id }, desk.checker.user, desk.editor.user)
  const verdict = newId()
  await recordVerdict(desk.checker.ctx, {
    ...{ ...once(), id: verdict, claimId: id, claimRevision: 3, ratingId: desk.ratings[0].id, rationale: 'Vu.' },
    ...{ asOf: '2021-08-27', evidenceIds: [evidence] },
  })
  if (!['APPROVED', 'PUBLISHED'].includes(state)) await walkTo(db, { id }, state)
  else {
    await walkTo(db, { id }, 'IN_REVIEW')
    await app.query(`UPDATE "Claim" SET ${approval({ verdict, by: desk.editor.user.id })} WHERE "id" = '${id}'`)
    if (state === 'PUBLISHED') await app.query(`UPDATE "Claim" SET "state" = 'PUBLISHED' WHERE "id" = '${id}'`)
  }
  return { id, chain: chain.id, evidence, verdict }
}

const approval = ({ verdict, by, revision = 3 }) =>
  `"state" = 'APPROVED', "approvedVerdictId" = '${verdict}', "approvedRevision" = ${revision}, "approvedById" = '${by}'`
const claim = ({ id }, set) => `UPDATE "Claim" SET ${set} WHERE "id" = '${id}'`
const figure = ({ id }) => `INSERT INTO "Figure" ("id", "projectId", "claimId", "measure", "verbatim", "qualifier")
  VALUES ('${newId()}', '${desk.project.id}', '${id}', 'KILLED', '7', 'EXACT')`
const raise = '"revision" = "revision" + 1'

const newClaim = (columns, values) => `
  INSERT INTO "Claim" ("id", "projectId", "articleId", "number", "category", "checked", "wording", "tags", "markedById", ${columns})
  SELECT '${newId()}', "projectId", "articleId", 900, "category", "checked", "wording", "tags", "markedById", ${values}
  FROM "Claim" WHERE "id" = '${at.approved.id}'`

const newVerdict = ({ id }, revision, author = desk.checker) => `
  INSERT INTO "Verdict" ("id", "projectId", "claimId", "authorId", "ratingId", "rationale", "asOf", "claimRevision", "restsOn", "createdAt")
  VALUES ('${newId()}', '${desk.project.id}', '${id}', '${author.user.id}', '${desk.ratings[0].id}', 'Vu.', now(), ${revision}, '[]', now())`

const newPerson = (isOwner) =>
  `INSERT INTO "User" ("id", "email", "name", "isOwner") VALUES ('${newId()}', '${newId()}@recoupe.example', 'X', ${isOwner})`
const newKey = (id, retiredAt) => `
  INSERT INTO "InstallationKey" ("id", "kind", "fingerprint", "createdAt", "retiredAt")
  VALUES ('${id}', 'IDENTITY', '${id.replaceAll('-', '')}', now(), ${retiredAt})`
const newAssignment = (assignee, reviewer) => `
  INSERT INTO "Assignment" ("id", "claimId", "assigneeId", "reviewerId", "assignedById", "createdAt")
  VALUES ('${newId()}', '${at.open.id}', '${assignee}', '${reviewer}', '${desk.editor.user.id}', now())`
/** The approval of what is under review, by that person, after what has become of them. */
const approvedBy = ({ user }, first = '') =>
  `${first}; ${claim(at.reviewed, approval({ verdict: at.reviewed.verdict, by: user.id }))}`
const membership = ({ user }, set) => `UPDATE "Membership" SET ${set} WHERE "userId" = '${user.id}'`

beforeAll(async () => {
  await Promise.all([app.connect(), owner.connect()])
  desk = await aProject()
  article = await anArticle(db, desk.project, 'Sept terroristes sont en fuite à Kaboul.')
  const other = await anArticle(db, desk.project, 'Sept hommes sont en fuite.')
  const [projectId, createdById] = [desk.project.id, desk.editor.user.id]
  at.foreigner = (await aProject()).editor
  at.source = (await aSource(db, projectId, 'PERSON', 'Une source')).id
  at.another = (await aSource(db, projectId, 'PERSON', 'Une autre')).id
  at.open = await aClaim(desk.checker.ctx, article.version, 'Kaboul')
  at.elsewhere = await aClaim(desk.checker.ctx, other.version, 'Sept hommes')
  at.checked = await judged('CHECKING')
  at.reviewed = await judged('IN_REVIEW')
  at.approved = await judged('APPROVED')
  const made = { projectId, createdById, createdAt: TEST_NOW }
  const [oneId, otherId] = [at.open.id, at.elsewhere.id].sort()
  const takenBack = { takenBackAt: TEST_NOW, takenBackById: createdById }
  const link = { id: newId(), ...made, oneId, otherId, removedAt: TEST_NOW, removedById: createdById }
  at.link = (await db.claimLink.create({ data: link })).id
  const decision = { ...made, claimId: at.open.id, kind: 'DIFFERENT', appearanceId: newId(), reason: 'Vu.' }
  at.decision = (await db.originDecision.create({ data: { id: newId(), ...decision } })).id
  at.takenBack = (await db.originDecision.create({ data: { id: newId(), ...decision, ...takenBack } })).id
  const texts = { copyVersionId: article.version.id, originalVersionId: other.version.id }
  const places = { copyStart: 0, copyEnd: 4, originalStart: 0, originalEnd: 4, kind: 'NOT_COPIED' }
  at.passages = (await db.copyDecision.create({ data: { id: newId(), ...made, ...texts, ...places } })).id
  const remark = {
    id: newId(),
    projectId,
    claimId: at.open.id,
    authorId: createdById,
    body: 'Vu.',
    createdAt: TEST_NOW,
  }
  at.comment = (await db.comment.create({ data: remark })).id
  at.key = newId()
  await app.query(newKey(at.key, 'NULL'))
})
afterAll(() => Promise.all([app.end(), owner.end()]))

const forbidden = {
  'a claim that changes after its verdict, within one transaction': () =>
    `${claim(at.checked, raise)}; ${newVerdict(at.checked, 4)}; DELETE FROM "ClaimSpan" WHERE "claimId" = '${at.checked.id}'`,
  'a claim that begins approved': () =>
    newClaim(
      '"state", "revision", "approvedVerdictId", "approvedRevision", "approvedById"',
      '"state", 1, "approvedVerdictId", 1, "approvedById"',
    ),
  'a claim that begins under review': () => newClaim('"state"', `'IN_REVIEW'`),
  'a claim that begins as assigned': () => newClaim('"state"', `'ASSIGNED'`),
  'a claim that begins at a later revision': () => newClaim('"revision"', '7'),
  'a claim that begins as deleted': () => newClaim('"deletedAt"', 'now()'),
  'a claim that begins with a reason of its approval': () => newClaim('"approvedSingleSourceReason"', `'x'`),

  'a claim that begins with a kind of reason': () => newClaim('"approvedSingleSourceKind"', `'OTHER'`),

  'another wording at the same revision': () => claim(at.open, `"wording" = 'x'`),
  'another category at the same revision': () => claim(at.open, `"category" = 'THREAT_WARNING'`),
  'another aspect at the same revision': () => claim(at.open, `"checked" = 'UTTERANCE'`),
  'another wording with a step of the review': () =>
    claim(at.checked, `"wording" = 'x', ${raise}, "state" = 'IN_REVIEW'`),
  'another wording and its approval at once': () =>
    claim(at.reviewed, `"wording" = 'x', ${approval({ verdict: at.reviewed.verdict, by: desk.editor.user.id })}`),
  'another wording, revision and approval at once': () =>
    claim(
      at.reviewed,
      `"wording" = 'x', ${raise}, ${approval({ verdict: at.reviewed.verdict, by: desk.editor.user.id, revision: 4 })}`,
    ),
  'an approval past the review': () =>
    claim(at.checked, approval({ verdict: at.checked.verdict, by: desk.editor.user.id })),
  'an approval by the verdict’s author': () =>
    claim(at.reviewed, approval({ verdict: at.reviewed.verdict, by: desk.checker.user.id })),
  'an approval by a verdict on another claim': () =>
    claim(at.reviewed, approval({ verdict: at.checked.verdict, by: desk.editor.user.id })),
  'an approval of an earlier revision': () =>
    claim(at.reviewed, approval({ verdict: at.reviewed.verdict, by: desk.editor.user.id, revision: 2 })),
  'an approval by a viewer': () => approvedBy(desk.viewer),
  'an approval by a checker who is not the reviewer': () => approvedBy(desk.checker2),
  'an approval by who has reviewed an assignment that has ended': () =>
    approvedBy(
      desk.checker2,
      `UPDATE "Assignment" SET "reviewerId" = '${desk.checker2.user.id}' WHERE "claimId" = '${at.reviewed.id}';
      UPDATE "Assignment" SET "endedAt" = now() WHERE "claimId" = '${at.reviewed.id}'`,
    ),
  'an approval by who has left': () => approvedBy(desk.editor, membership(desk.editor, '"endedAt" = now()')),
  'an approval by who is only invited': () => approvedBy(desk.editor, membership(desk.editor, '"joinedAt" = NULL')),
  'an approval by who is disabled': () =>
    approvedBy(desk.editor, `UPDATE "User" SET "disabledAt" = now() WHERE "id" = '${desk.editor.user.id}'`),
  'an approval by an editor of another project': () => approvedBy(at.foreigner),
  'another person who approved, as the claim is published': () =>
    claim(at.approved, `"state" = 'PUBLISHED', "approvedById" = '${desk.admin.user.id}'`),
  'another reason of an approval, as the claim is published': () =>
    claim(at.approved, `"state" = 'PUBLISHED', "approvedSingleSourceReason" = 'x'`),
  'other tags of an approved claim': () => claim(at.approved, `"tags" = '{x}'`),
  'other tags of a claim under review': () => claim(at.reviewed, `"tags" = '{x}'`),
  'other tags with a step of the review': () => claim(at.checked, `"tags" = '{x}', "state" = 'IN_REVIEW'`),
  'another version of an approved claim': () => claim(at.approved, `"version" = "version" + 1`),
  'another day on which a claim was approved': () => claim(at.approved, `"stateSince" = now() - interval '1 year'`),
  'another day on which a claim was submitted': () => claim(at.reviewed, `"stateSince" = now() - interval '1 year'`),
  'the reason of an approval before there is one': () => claim(at.reviewed, `"approvedSingleSourceReason" = 'x'`),
  'another reason of an approval': () => claim(at.approved, `"approvedSingleSourceReason" = 'x'`),
  'another kind of reason of an approval': () =>
    claim(
      at.approved,
      `"approvedSingleSourceKind" = 'OTHER', "approvedSingleSourceReason" = "approvedSingleSourceReason"`,
    ),
  'another person who approved': () => claim(at.approved, `"approvedById" = '${desk.admin.user.id}'`),
  'an approved claim back under check with its approval': () => claim(at.approved, `"state" = 'CHECKING'`),
  'the deletion of a judged claim': () => claim(at.checked, '"deletedAt" = now()'),
  'the deletion of an approved claim': () => claim(at.approved, '"deletedAt" = now()'),
  'a revision that goes back': () => claim(at.checked, '"revision" = 1'),
  'a claim in another article': () => claim(at.open, `"articleId" = '${at.elsewhere.id}'`),
  'a claim that somebody else has marked': () => claim(at.open, `"markedById" = '${desk.admin.user.id}'`),
  'a claim without its row': () => `DELETE FROM "Claim" WHERE "id" = '${at.open.id}'`,

  'a figure without a new revision': () => figure(at.open),
  'a figure with new tags alone': () => `${claim(at.open, `"tags" = '{x}'`)}; ${figure(at.open)}`,
  'a figure with the revision of another claim': () => `${claim(at.elsewhere, raise)}; ${figure(at.open)}`,
  'a figure of a claim under review': () => figure(at.reviewed),
  'a chain without a new revision': () =>
    `INSERT INTO "Attribution" ("id", "projectId", "claimId") VALUES ('${newId()}', '${desk.project.id}', '${at.open.id}')`,
  'hops taken away without a new revision': () => `DELETE FROM "Hop" WHERE "attributionId" = '${at.checked.chain}'`,
  'another quote of evidence without a new revision': () =>
    `UPDATE "Evidence" SET "quote" = 'x' WHERE "id" = '${at.checked.evidence}'`,
  'evidence withdrawn without a new revision': () =>
    `UPDATE "Evidence" SET "withdrawnAt" = now() WHERE "id" = '${at.checked.evidence}'`,
  'evidence without its row': () => `DELETE FROM "Evidence" WHERE "id" = '${at.checked.evidence}'`,
  'passages taken away without a new revision': () => `DELETE FROM "ClaimSpan" WHERE "claimId" = '${at.open.id}'`,
  'a passage of other words without a new revision': () => `
    INSERT INTO "Span" ("id", "projectId", "versionId", "start", "end", "exact", "prefix", "suffix")
    VALUES ('${at.open.id}', '${desk.project.id}', '${article.version.id}', 0, 4, 'Sept', '', '');
    INSERT INTO "ClaimSpan" ("claimId", "spanId", "position") VALUES ('${at.open.id}', '${at.open.id}', 9)`,
  'the source of approved evidence, as if by a merge': () => `
    SET LOCAL recoupe.merging_sources = 'on';
    UPDATE "Evidence" SET "sourceId" = '${at.another}' WHERE "id" = '${at.approved.evidence}'`,

  'a verdict on an earlier revision': () => newVerdict(at.checked, 2),
  'a verdict on a revision to come': () => newVerdict(at.checked, 4),
  'a verdict while the claim is under review': () => newVerdict(at.reviewed, 3),
  'a verdict by a viewer': () => newVerdict(at.checked, 3, desk.viewer),
  'a verdict by who has left': () =>
    `${membership(desk.checker, '"endedAt" = now()')}; ${newVerdict(at.checked, 3, desk.checker)}`,
  'a verdict by somebody of another project': () => newVerdict(at.checked, 3, at.foreigner),
  'evidence that a verdict relies on afterwards': () => `
    INSERT INTO "VerdictEvidence" ("verdictId", "evidenceId") VALUES ('${at.checked.verdict}', '${at.approved.evidence}')`,
  'another reason of a verdict': () => `UPDATE "Verdict" SET "rationale" = 'x'`,
  'a verdict without its row': () => 'DELETE FROM "Verdict"',
  'what a verdict relied on without its row': () => 'DELETE FROM "VerdictEvidence"',
  'another label of a rating that was given': () =>
    `UPDATE "Rating" SET "labelEn" = 'x' WHERE "id" = '${desk.ratings[0].id}'`,
  'another value of a rating that was given': () =>
    `UPDATE "Rating" SET "value" = 5 WHERE "id" = '${desk.ratings[0].id}'`,
  'a rating that was given without its row': () => `DELETE FROM "Rating" WHERE "id" = '${desk.ratings[0].id}'`,

  'another comment': () => `UPDATE "Comment" SET "body" = 'x' WHERE "id" = '${at.comment}'`,
  'a comment of somebody else': () => `UPDATE "Comment" SET "authorId" = '${desk.admin.user.id}'`,
  'a comment without its row': () => 'DELETE FROM "Comment"',
  'a link that stands again': () => `UPDATE "ClaimLink" SET "removedAt" = NULL, "removedById" = NULL`,
  'a link that somebody else has taken back': () => `UPDATE "ClaimLink" SET "removedById" = '${desk.admin.user.id}'`,
  'a link of other claims': () => `UPDATE "ClaimLink" SET "reason" = 'x'`,
  'a link without its row': () => 'DELETE FROM "ClaimLink"',
  'another decision on origins': () => `UPDATE "OriginDecision" SET "reason" = 'x' WHERE "id" = '${at.decision}'`,
  'a decision on origins that stands again': () =>
    `UPDATE "OriginDecision" SET "takenBackAt" = NULL, "takenBackById" = NULL WHERE "id" = '${at.takenBack}'`,
  'a decision on origins without its row': () => 'DELETE FROM "OriginDecision"',
  'another decision on passages': () =>
    `UPDATE "PassageDecision" SET "kind" = 'COPIED_FROM' WHERE "id" = '${at.passages}'`,
  'a decision on passages without its row': () => 'DELETE FROM "PassageDecision"',
  'an assignment of somebody else': () => `UPDATE "Assignment" SET "assigneeId" = '${desk.checker2.user.id}'`,
  'an assignment without its row': () => 'DELETE FROM "Assignment"',
  'an assignment whose reviewer is the assignee': () => newAssignment(desk.checker.user.id, desk.checker.user.id),
  'a reviewer who has become the assignee': () => `UPDATE "Assignment" SET "reviewerId" = "assigneeId"`,
  'another owner of the installation': () => newPerson(true),
  'a key of the installation that begins as retired': () => newKey(newId(), 'now()'),
  'the retirement of the key that seals': () => 'UPDATE "InstallationKey" SET "retiredAt" = now()',
  'another day of a key': () => 'UPDATE "InstallationKey" SET "createdAt" = now()',
  'a person without their row': () => 'DELETE FROM "User"',
  'a membership of somebody else': () =>
    `UPDATE "Membership" SET "userId" = '${desk.viewer.user.id}' WHERE "userId" = '${desk.admin.user.id}'`,
  'a membership without its row': () => 'DELETE FROM "Membership"',
  'a source without its row': () => 'DELETE FROM "Source"',
  'an article without its row': () => 'DELETE FROM "Article"',
  'another text of a version': () => `UPDATE "ArticleVersion" SET "text" = 'x'`,
  'another passage of a span': () => `UPDATE "Span" SET "start" = 1`,
  'an audit row that says something else': () => `UPDATE "AuditEvent" SET "reason" = 'x'`,
  'an audit row less': () => 'DELETE FROM "AuditEvent"',
}

// Whoever owns the tables can say that it merges, and retires keys; it could switch the guards off as well.
const openToOwner = ['the source of approved evidence, as if by a merge', 'the retirement of the key that seals']

describe('no statement writes', () => {
  test.each(Object.entries(forbidden))('%s', async (name, statements) => {
    // insufficient_privilege, restrict_violation or check_violation: never a syntax error, a missing row or a duplicate.
    const refused = expect.stringMatching(/^(42501|23001|23514) /)
    const byGuard = expect.stringMatching(/^(23001|23514) /)
    expect({ app: await attempt(app, statements()), owner: await attempt(owner, statements()) }).toEqual({
      app: refused,
      owner: openToOwner.includes(name) ? 'done' : byGuard,
    })
  })

  test('what the commands write is not among it', async () => {
    const reviewer = `UPDATE "Assignment" SET "reviewerId" = '${desk.checker2.user.id}' WHERE "claimId" = '${at.reviewed.id}'`
    for (const statement of [
      `${claim(at.open, raise)}; ${figure(at.open)}`,
      claim(at.open, `"tags" = '{x}', "version" = "version" + 1`),
      approvedBy(desk.admin),
      approvedBy(desk.checker2, reviewer),
      newVerdict(at.checked, 3, desk.editor),
      newAssignment(desk.checker.user.id, desk.checker2.user.id),
      newPerson(false),
      'SELECT 1 FROM "InstallationKey" FOR SHARE',
    ])
      expect({ statement, answer: await attempt(app, statement) }).toEqual({ statement, answer: 'done' })
  })
})

describe('a claim moves', () => {
  const states = ['OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DROPPED']
  const allowed = new Set([
    ...Object.values(TRANSITIONS).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)),
    ...states.map((state) => `${state} ${state}`),
    'APPROVED PUBLISHED',
  ])

  test.each(states)('from %s as the table of the review says, and no other way', async (from) => {
    const { id, verdict } = await judged(from)
    for (const to of states) {
      const keeps = ['APPROVED', 'PUBLISHED'].includes(to)
      const columns = keeps
        ? approval({ verdict, by: desk.editor.user.id }).replace('APPROVED', to)
        : `"state" = '${to}', "approvedVerdictId" = NULL, "approvedRevision" = NULL, "approvedById" = NULL`
      const answer = await attempt(app, claim({ id }, columns))
      expect({ from, to, done: answer === 'done' }).toEqual({ from, to, done: allowed.has(`${from} ${to}`) })
    }
  })
})

describe('a confidential source is vouched for', () => {
  const vouchedBy = (userId) => {
    const id = newId()
    return `INSERT INTO "Source" ("id", "projectId", "kind", "name", "role", "nameKey")
        VALUES ('${id}', '${desk.project.id}', 'CONFIDENTIAL', 'Voix ${id}', 'témoin', 'voix ${id}');
      INSERT INTO "ConfidentialIdentity" ("sourceId", "projectId", "sealed", "whyUnnamed", "approvedById", "approvedAt")
        VALUES ('${id}', '${desk.project.id}', '', 'Menacée.', '${userId}', now())`
  }

  test('by those who may approve one, in force', async () => {
    const outcomes = {}
    for (const role of ['VIEWER', 'CHECKER', 'EDITOR', 'ADMIN'])
      outcomes[role] = await attempt(
        app,
        `${membership(desk.editor, `"role" = '${role}'`)}; ${vouchedBy(desk.editor.user.id)}`,
      )
    for (const [role, outcome] of Object.entries(outcomes))
      expect([role, outcome]).toEqual([
        role,
        APPROVING_ROLES.includes(role) ? 'done' : expect.stringMatching(/^23514 confidential source/),
      ])
    for (const [first, by] of [
      [membership(desk.editor, '"endedAt" = now()'), desk.editor],
      ['', at.foreigner],
    ])
      expect(await attempt(app, `${first}; ${vouchedBy(by.user.id)}`)).toMatch(/^23514 confidential source/)
  })
})

describe('sources are merged', () => {
  const merge = (kept, dropped, project = desk.project.id) =>
    `SELECT merge_sources('${newId()}', '${project}', '${kept}', '${dropped}', '{}', '${desk.editor.user.id}', now())`

  test('by the functions, within a project, and only such as stand by themselves', async () => {
    const other = await aProject()
    const foreign = await aSource(db, other.project.id, 'PERSON', 'Ailleurs')
    expect(await attempt(app, merge(at.another, at.source))).toBe('done')
    for (const statement of [
      merge(at.source, at.source),
      merge(at.source, foreign.id),
      merge(foreign.id, at.source, other.project.id),
      merge(at.source, newId()),
      `${merge(at.another, at.source)}; ${merge(at.another, at.source)}`,
    ])
      expect(await attempt(app, statement)).toMatch(/^23514 only two sources/)
  })

  test('with every reference that there is, and no other', async () => {
    const { rows } = await owner.query(`
      SELECT c.relname || '.' || a.attname AS name FROM pg_constraint f
      JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (f.conkey) AND a.attname <> 'projectId'
      WHERE f.contype = 'f' AND f.confrelid = '"Source"'::regclass`)
    // Of itself, of what it is, and of merges: these stay with the source.
    const own = [
      'Article.sourceId',
      'ConfidentialIdentity.sourceId',
      'Source.mergedIntoId',
      'SourceReliability.sourceId',
    ]
    const ofMerges = ['SourceMerge.droppedId', 'SourceMerge.keptId']
    const moved = rows.map(({ name }) => name).filter((name) => ![...own, ...ofMerges].includes(name))
    const { rows: known } = await owner.query('SELECT source_references() AS names')
    expect(known[0].names.toSorted()).toEqual(moved.sort())
    expect(MERGED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(moved)
  })
})
