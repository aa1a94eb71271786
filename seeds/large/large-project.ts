import pg from 'pg'
import { newId } from '@/lib/ids'
import {
  COUNTED,
  GROUNDS,
  GUARDED,
  HELPERS,
  HINTS,
  LATER,
  MARK,
  RECOUNTS,
  REVIEW,
  TAKE_IN,
  USES,
  VOICES,
} from '@/seeds/large/statements'
import { CLAIMS_OF_ARTICLE, makeText } from '@/seeds/large/text'

const ARTICLES_AT_ONCE = 500
const [EDITORS, CHECKERS] = [4, 14]

type ProjectSize = {
  /** So many claims, in articles of twenty each. */
  claims: number
  name: string
  /** People who become editors of it: those who will look at it. */
  editors?: readonly string[]
  /** The clock: the work of the project lies in the 280 days before. */
  now: Date
  /**
   * Whether the guards of the database look at each row. Whoever owns the tables can switch them off; keys, checks and uniqueness
   * hold all the same, over all rows.
   */
  guarded: boolean
  /** So many of its claims the worker has yet to count, where the guards are off: all, unless said otherwise. */
  uncounted?: number
}

async function makePeople(client: pg.Client, project: string, editors: readonly string[]) {
  const made = Array.from({ length: EDITORS + CHECKERS }, () => newId())
  await client.query(
    `INSERT INTO "User" ("id", "email", "name")
      SELECT id, 'large.' || id || '@recoupe.example', 'Personne ' || place FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, place)`,
    [made],
  )
  const roles = [...editors.map(() => 'EDITOR'), ...made.map((_, at) => (at < EDITORS ? 'EDITOR' : 'CHECKER'))]
  await client.query(
    `INSERT INTO "Membership" ("id", "projectId", "userId", "role")
      SELECT id, $1, person, role::"Role" FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS m(id, person, role)`,
    [project, roles.map(() => newId()), [...editors, ...made], roles],
  )
  return { editors: [...editors, ...made.slice(0, EDITORS)], checkers: made.slice(EDITORS) }
}

async function makeProject(client: pg.Client, project: string, { claims, name, now, editors = [] }: ProjectSize) {
  await client.query('INSERT INTO "Project" ("id", "name", "kind") VALUES ($1, $2, $3)', [project, name, 'TRAINING'])
  await client.query(
    `INSERT INTO "Rating" ("id", "projectId", "key", "labelFr", "labelEn", "value", "colour", "position")
      SELECT id, $1, 'r' || value, label, label, value, 'mixed', value - 1
      FROM unnest($2::uuid[], $3::int[], $4::text[]) AS r(id, value, label)`,
    [
      project,
      [1, 2, 3, 4, 5].map(() => newId()),
      [1, 2, 3, 4, 5],
      ['Faux', 'Plutôt faux', 'En partie', 'Plutôt vrai', 'Vrai'],
    ],
  )
  const people = await makePeople(client, project, editors)
  await client.query('INSERT INTO made VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ...[
      project,
      people.checkers,
      people.editors,
      Math.max(20, Math.floor(claims / 50)),
      Math.max(1, Math.floor(claims / 100)),
    ],
    ...[now, claims],
  ])
  for (const statement of VOICES) await client.query(statement)
}

type Batch = [string, unknown[]][]

const together = (statements: readonly string[]): Batch => statements.map((statement) => [statement, []])

async function inOne(client: pg.Client, statements: Batch) {
  await client.query('BEGIN')
  for (const [statement, values] of statements) await client.query(statement, values)
  await client.query('COMMIT')
}

const marked = (batch: string): Batch => [
  ...TAKE_IN.map((statement): Batch[number] => [statement, statement.includes('$1') ? [batch] : []]),
  ...together(MARK),
]

function* batches(claims: number) {
  const articles = Math.ceil(claims / CLAIMS_OF_ARTICLE)
  for (let from = 0; from < articles; from += ARTICLES_AT_ONCE) {
    const count = Math.min(ARTICLES_AT_ONCE, articles - from)
    yield JSON.stringify(Array.from({ length: count }, (_, at) => makeText(from + at)))
  }
}

/** Every row looked at by the guards as it comes: claims are marked in one transaction, and reviewed in another. */
async function fillGuarded(client: pg.Client, { claims }: ProjectSize) {
  for (const batch of batches(claims)) {
    await inOne(client, marked(batch))
    await inOne(client, together(REVIEW))
  }
}

/** The same statements in one transaction, without the guards, and with keys and some indexes set up again over all rows at its end. */
async function fillAtOnce(client: pg.Client, { claims, uncounted = claims }: ProjectSize) {
  const later = (await client.query<{ drop: string; create: string }>(LATER)).rows
  await client.query('BEGIN')
  // Indexes and keys are built over all rows; each batch finds its own by theirs.
  await client.query("SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL work_mem = '64MB'")
  await client.query('SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off')
  for (const { drop } of later) await client.query(drop)
  for (const table of GUARDED) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  for (const batch of batches(claims)) {
    const counting: Batch = [RECOUNTS, COUNTED].map((statement) => [statement, [uncounted]])
    for (const [statement, values] of [...marked(batch), ...together([...REVIEW, HINTS, GROUNDS]), ...counting])
      await client.query(statement, values)
  }
  await client.query('RESET enable_hashjoin; RESET enable_mergejoin')
  await client.query(USES)
  for (const table of GUARDED) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  for (const { create } of later) await client.query(create)
  await client.query('COMMIT')
}

/**
 * Makes a project of so many claims, with all that a real one holds, by set-based SQL: the same for the same number. `ownerUrl` is the
 * address of whoever owns the tables. Answers the project's id.
 */
export async function makeLargeProject(ownerUrl: string, asked: ProjectSize): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const project = newId()
    await client.query("SELECT set_config('large.project', $1, false)", [project])
    await client.query(HELPERS)
    await makeProject(client, project, asked)
    await (asked.guarded ? fillGuarded : fillAtOnce)(client, asked)
    await client.query('VACUUM (ANALYZE)')
    return project
  } finally {
    await client.end()
  }
}
