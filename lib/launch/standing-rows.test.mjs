import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { recordVerdict } from '@/lib/verdicts/commands'
import { actingAs, once, TEST_NOW, walkTo } from '@/seeds/builders'
import { aChain, anItem } from '@/seeds/chain-builders'
import { aFullClaim } from '@/seeds/full-claim'

// What the app's role may still write beside a claim of which a verdict was given: every table that hangs on the claim, every column, as the
// database knows them. A new column or table is tried too, and has to be refused or named here.
const db = getDb()
const app = new pg.Client({ connectionString: process.env.DATABASE_URL })
const look = async (text, values) => (await app.query({ text, values })).rows
beforeAll(() => app.connect())
afterAll(() => app.end())

const ALWAYS = [
  // Who reviews, and by when, is planned anew; a dropped claim is in nobody's hands.
  ...['update Assignment.reviewerId', 'update Assignment.dueOn', 'update Assignment.endedAt', 'insert Assignment'],
  // People go on talking, are told, and read it.
  ...['insert Comment', 'insert Notice', 'update Notice.readAt'],
  // Decisions about origins are given and taken back at any time: the verdict then asks for attention.
  ...['insert ClaimLink', 'update ClaimLink.removedAt', 'update ClaimLink.removedById'],
  ...['insert OriginDecision', 'update OriginDecision.takenBackAt', 'update OriginDecision.takenBackById'],
  ...['insert PassageDecision', 'update PassageDecision.takenBackAt', 'update PassageDecision.takenBackById'],
  // An answer comes when it comes; the audit row keeps what was there.
  ...['outcome', 'askedOn', 'note', 'answeredOn', 'answer', 'version', 'sourceId'].map(
    (column) => `update ReplyRequest.${column}`,
  ),
  ...['insert ReplyRequest', 'delete ReplyRequest'],
  // Read by the machine from words that stand still, at any time again.
  ...['ClaimHint', 'Passage'].flatMap((table) => [`insert ${table}`, `delete ${table}`]),
  // Counted anew at any time; no rule reads it.
  'insert ClaimProjection',
  ...[
    'origins',
    'undetermined',
    'needsAttention',
    'reasonKind',
    'revision',
    'countedAt',
    'stateSince',
    'said',
    'search',
  ].map((column) => `update ClaimProjection.${column}`),
  // A new text is looked through whatever stands; its spans move with the claim's parts alone, which are guarded themselves.
  'insert Anchoring',
  ...['state', 'takenSpanId', 'settledById', 'settledAt'].map((column) => `update Anchoring.${column}`),
  // What was never read may be read; the origins are counted by it.
  'insert EvidenceReading',
]
// While it is checked a new revision opens the parts; without one there are these.
const WHILE_CHECKED = [
  ...['tags', 'version', 'stateSince', 'revision'].map((column) => `update Claim.${column}`),
  ...['insert Verdict', 'insert ClaimSpan', 'delete EvidenceReading'],
  // The same words on another text.
  ...[
    'update Hop.sourceSpanId',
    'update Hop.cueSpanId',
    'update Attribution.knowsSpanId',
    'update Attribution.version',
  ],
]

/** A claim with everything that can hang on one, on which a verdict was given. */
async function aJudgedClaim() {
  const { rows } = await aFullClaim(db)
  const { projectId, claimId } = rows.Evidence
  const memberships = await db.membership.findMany({ where: { projectId }, include: { user: true } })
  const { assigneeId } = await db.assignment.findFirstOrThrow({ where: { claimId } })
  const byId = (id) => memberships.find(({ userId }) => userId === id)
  const checker = actingAs(byId(assigneeId).user, { id: projectId }, 'CHECKER')
  const editor = memberships.find(({ role }) => role === 'EDITOR').user
  const made = { projectId, createdById: editor.id, createdAt: TEST_NOW }
  const item = { stance: 'SUPPORTS', sourceId: rows.Hop.sourceId, quote: 'Sept.' }
  const { id: evidenceId } = await anItem(db, projectId, claimId, assigneeId, item)
  await aChain(db, projectId, { evidenceId }, { id: rows.Hop.sourceId })
  await db.evidenceReading.create({ data: { evidenceId, projectId, hasSpeaker: true, speakers: ['Un officier'] } })
  const { claimId: otherId } = await db.claimSpan.findFirstOrThrow({
    where: { claimId: { not: claimId }, claim: { projectId } },
  })
  const [oneId, twoId] = [claimId, otherId].sort()
  await db.claimLink.create({ data: { id: newId(), ...made, oneId, otherId: twoId } })
  const decision = { ...made, claimId, kind: 'DIFFERENT', appearanceId: newId(), reason: 'Vu.' }
  await db.originDecision.create({ data: { id: newId(), ...decision } })
  const version = await db.articleVersion.findFirstOrThrow({ where: { projectId } })
  const places = { copyStart: 0, copyEnd: 4, originalStart: 0, originalEnd: 4, kind: 'NOT_COPIED' }
  const texts = { copyEvidenceId: evidenceId, originalVersionId: version.id }
  await db.copyDecision.create({ data: { id: newId(), ...made, ...texts, ...places } })
  await db.fingerprintedSentence.create({ data: { projectId, evidenceId, start: 0, end: 4, prints: [1] } })
  const counted = { origins: 1, undetermined: 0, needsAttention: false, revision: 1, countedAt: TEST_NOW }
  await db.claimProjection.create({ data: { projectId, claimId, ...counted } })
  const told = { projectId, claimId, createdAt: TEST_NOW }
  await db.notice.create({ data: { id: newId(), ...told, userId: editor.id, kind: 'SUBMITTED' } })
  await db.comment.create({ data: { id: newId(), ...told, authorId: editor.id, body: 'Vu.' } })
  const { spanId } = await db.claimSpan.findFirstOrThrow({ where: { claimId } })
  const sought = { outcome: 'ORPHANED', kind: 'PASSAGE', candidates: [], spanId }
  const { articleId } = version
  await db.anchoring.create({ data: { id: newId(), projectId, articleId, versionId: version.id, claimId, ...sought } })
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
  const { id: ratingId } = await db.rating.findFirstOrThrow({ where: { projectId } })
  const verdict = { ...once(), id: newId(), claimId, claimRevision: revision, ratingId, rationale: 'Vu.' }
  await recordVerdict(checker, { ...verdict, asOf: '2021-08-27', evidenceIds: [evidenceId] })
  return { id: claimId, verdict: verdict.id, revision, editor: editor.id }
}

const standsIn = {
  CHECKING: () => {},
  IN_REVIEW: ({ id }) => walkTo(db, { id }, 'IN_REVIEW'),
  async APPROVED({ id, verdict, revision, editor }) {
    await walkTo(db, { id }, 'IN_REVIEW')
    const approval = { approvedVerdictId: verdict, approvedRevision: revision, approvedById: editor }
    await db.claim.update({ where: { id }, data: { state: 'APPROVED', ...approval } })
  },
}

const listed = (columns) => columns.map((column) => `"${column}"`).join(', ')

/** The rows of all tables that hang on a claim, by whatever references: `{ table: ctids }`. */
async function rowsThatHangOn(claimId) {
  const ties = await look(`
    SELECT c.relname AS "from", r.relname AS "to",
      ARRAY(SELECT attname::text FROM unnest(f.conkey) WITH ORDINALITY AS k (n, i) JOIN pg_attribute ON attrelid = c.oid AND attnum = n ORDER BY i) AS "keys",
      ARRAY(SELECT attname::text FROM unnest(f.confkey) WITH ORDINALITY AS k (n, i) JOIN pg_attribute ON attrelid = r.oid AND attnum = n ORDER BY i) AS "ids"
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid WHERE f.contype = 'f'`)
  const found = new Map([['Claim', new Set()]])
  for (const { ctid } of await look('SELECT ctid::text FROM "Claim" WHERE "id" = $1', [claimId]))
    found.get('Claim').add(ctid)
  for (let grows = true; grows; ) {
    grows = false
    for (const { from, to, keys, ids } of ties) {
      if (!found.has(to) || from === 'Claim') continue
      if (!found.has(from)) found.set(from, new Set())
      const rows = await look(
        `SELECT ctid::text FROM "${from}" WHERE (${listed(keys)}) IN (SELECT ${listed(ids)} FROM "${to}" WHERE ctid::text = ANY ($1))`,
        [[...found.get(to)]],
      )
      for (const { ctid } of rows) {
        grows ||= !found.get(from).has(ctid)
        found.get(from).add(ctid)
      }
    }
  }
  return [...found].map(([table, ctids]) => ({ table, ctids: [...ctids] }))
}

const columnsOf = (table) =>
  look(
    `SELECT a.attname AS "name", format_type(a.atttypid, NULL) AS "type", t.typtype = 'e' AS "isEnum", t.typcategory = 'A' AS "isArray",
      has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AS "isWritable"
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [`"${table}"`],
  )

const OTHER = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  'double precision': (column) => `coalesce(${column}, 0) + 1`,
  numeric: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `NOT coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, current_date) + 1`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 day'`,
  uuid: () => 'gen_random_uuid()',
  jsonb: () => `'{"x": 1}'`,
  xid8: () => `'1'::xid8`,
  tsvector: (column) => `${column} || 'x'::tsvector`,
}

/** Another value than the one that stands in a column, in SQL. */
function otherValue({ name, type, isEnum, isArray }) {
  const column = `"${name}"`
  if (isEnum) return `(SELECT v FROM unnest(enum_range(NULL::${type})) AS v WHERE v IS DISTINCT FROM ${column} LIMIT 1)`
  if (isArray) return `${column} || ARRAY[${type === 'uuid[]' ? 'gen_random_uuid()' : "'7'"}]::${type}`
  if (!OTHER[type]) throw new Error(`No other value is known of ${name}, a ${type}.`)
  return OTHER[type](column)
}

/** Whether a right or a guard refuses it. What fails otherwise (a key that is not there, a shape) could be written with other values. */
async function isRefused(statement) {
  const code = await app.query(`BEGIN; ${statement}`).then(
    () => 'done',
    (error) => error.code,
  )
  await app.query('ROLLBACK')
  // insufficient_privilege, restrict_violation
  return code === '42501' || code === '23001'
}

test.each(Object.entries(standsIn))(
  'beside a judged claim that stands in %s nothing is written but what is named',
  async (state, stand) => {
    const claim = await aJudgedClaim()
    await stand(claim)
    const open = new Set()
    const without = []
    for (const { table, ctids } of await rowsThatHangOn(claim.id)) {
      if (ctids.length === 0) without.push(table)
      const columns = await columnsOf(table)
      const copied = columns.filter(({ name }) => name !== 'id' && name !== 'revisedIn').map(({ name }) => name)
      const id = columns.some(({ name, type }) => name === 'id' && type === 'uuid')
      for (const ctid of ctids) {
        const here = `WHERE ctid = '${ctid}'`
        const tries = columns
          .filter(({ isWritable }) => isWritable)
          .map((column) => [
            `update ${table}.${column.name}`,
            `UPDATE "${table}" SET "${column.name}" = ${otherValue(column)} ${here}`,
          ])
        tries.push([`delete ${table}`, `DELETE FROM "${table}" ${here}`])
        const insert = `INSERT INTO "${table}" (${id ? '"id", ' : ''}${listed(copied)})
        SELECT ${id ? 'gen_random_uuid(), ' : ''}${listed(copied)} FROM "${table}" ${here}`
        if (table !== 'Claim') tries.push([`insert ${table}`, insert])
        for (const [name, statement] of tries) if (!open.has(name) && !(await isRefused(statement))) open.add(name)
      }
    }
    expect({ without, open: [...open].sort() }).toEqual({
      without: [],
      open: [...ALWAYS, ...(state === 'CHECKING' ? WHILE_CHECKED : [])].sort(),
    })
  },
)
