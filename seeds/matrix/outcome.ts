import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What came of an attempt, as text: the whole answer, or the refusal. */
export type Outcome = { code: string; text: string }

const written = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Map ? [...part] : part instanceof Set ? [...part] : part)) ?? ''

/** Tries, and tells what came of it; `code` is `done` or the refusal's. What is no refusal of the product is thrown. */
export async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { code: 'done', text: written(await attempt()) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, text: written(error.reasons) }
  }
}

/** The same things under ids that were never given, with the way back. */
export function ghostsOf<Things>(things: Things): { ghosts: Things; undo: (text: string) => string } {
  const text = JSON.stringify(things)
  const ids = new Map([...new Set(text.match(UUID))].map((id) => [id, newId()]))
  const back = new Map([...ids].map(([id, ghost]) => [ghost, id]))
  return {
    // The same shape, every id of it replaced by another.
    ghosts: JSON.parse(text.replaceAll(UUID, (id) => ids.get(id) ?? id)) as Things,
    undo: (answer) => answer.replaceAll(UUID, (id) => back.get(id) ?? id),
  }
}

/** Without what an answer made anew: ids, and the tokens of links. They differ between two attempts. */
export const withoutNewIds = (text: string, known: ReadonlySet<string>): string =>
  text.replaceAll(UUID, (id) => (known.has(id) ? id : 'new')).replaceAll(/"[\w-]{43}"/g, '"new"')

async function tablesOf(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`
  // The first counts wrong passwords, also those of refused commands; the second is the migrations' own.
  return tables.map(({ name }) => name).filter((name) => !['RateLimiterFlexible', '_prisma_migrations'].includes(name))
}

/** A fingerprint of every row of the database: another one after any write. */
export async function fingerprint(db: Db): Promise<string> {
  const parts = (await tablesOf(db)).map(
    (name) => `(SELECT coalesce(md5(string_agg(md5(x::text), '' ORDER BY md5(x::text))), '') FROM "${name}" x)`,
  )
  const [row] = await db.$queryRawUnsafe<{ all: string }[]>(`SELECT ${parts.join(" || ' ' || ")} AS "all"`)
  return row?.all ?? ''
}

/** Every id that stands in the database. */
export async function idsIn(db: Db): Promise<Set<string>> {
  const parts = (await tablesOf(db)).map((name) => `SELECT x::text AS "row" FROM "${name}" x`)
  const rows = await db.$queryRawUnsafe<{ row: string }[]>(parts.join(' UNION ALL '))
  return new Set(rows.flatMap(({ row }) => row.match(UUID) ?? []))
}

/** Runs a command within a transaction that is taken back: the next one meets the same desk. */
export async function takenBack(ctx: Ctx, attempt: (ctx: Ctx) => Promise<unknown>): Promise<Outcome> {
  const result: { outcome?: Outcome } = {}
  const end = new Error('taken back')
  const running = ctx.db.$transaction(
    async (tx) => {
      const within: unknown = new Proxy(tx, {
        get: (target, name) =>
          name === '$transaction' ? (work: (tx: unknown) => unknown) => work(within) : Reflect.get(target, name),
      })
      // A transaction that answers to `$transaction` too is all that a command asks of the database.
      result.outcome = await outcomeOf(() => attempt({ ...ctx, db: within as Db }))
      throw end
    },
    { timeout: 30_000, maxWait: 30_000 },
  )
  await running.catch((error: unknown) => {
    if (error !== end) throw error
  })
  if (!result.outcome) throw new Error('nothing was tried')
  return result.outcome
}
