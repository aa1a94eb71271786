import { open, stat } from 'node:fs/promises'
import pg from 'pg'
import { z } from 'zod'

// What PostgreSQL says of the plans of the statements that a page asks: from its own log, by auto_explain.

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows'?: number; Plans?: Node[] }
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Plan Rows': z.number().optional(),
    Plans: z.array(node).optional(),
  }),
)
const logged = z.object({ 'Query Text': z.string(), Plan: node })

export type ScannedTable = { table: string; statement: string }

const nodesOf = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The sequential scans of these tables in what was logged. */
function scansIn(log: string, tables: ReadonlySet<string>): ScannedTable[] {
  const plans = [...log.matchAll(/ plan:\n((?:\t.*\n)+)/g)].flatMap(([, text = '']) => {
    const plan = logged.safeParse(JSON.parse(text.replaceAll(/^\t/gm, '')))
    return plan.success ? [plan.data] : []
  })
  return plans.flatMap((plan) =>
    nodesOf(plan.Plan).flatMap((each) => {
      const table = each['Relation Name']
      return each['Node Type'] === 'Seq Scan' && table && tables.has(table)
        ? [{ table, statement: plan['Query Text'].replaceAll(/\s+/g, ' ').trim() }]
        : []
    }),
  )
}

async function readFrom(path: string, from: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read({ buffer: Buffer.alloc(size - from), position: from })
    return buffer.toString('utf8')
  } finally {
    await file.close()
  }
}

/** The tables of more rows than `least`. */
async function tablesOver(client: pg.Client, least: number): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1",
    [least],
  )
  return new Set(rows.map(({ name }) => name))
}

/** For each of these pages the sequential scans of tables with more than `least` rows; while it works every plan is logged. */
export async function sequentialScans(pages: readonly { name: string; ask: () => Promise<unknown> }[], least: number) {
  const log = String(process.env.BENCH_POSTGRES_LOG)
  const client = new pg.Client({ connectionString: process.env.BENCH_SUPERUSER_URL })
  await client.connect()
  const logFrom = async (milliseconds: number) => {
    await client.query(`ALTER SYSTEM SET auto_explain.log_min_duration = ${milliseconds}`)
    await client.query('SELECT pg_reload_conf()')
    // Each connection reads the new setting before its next statement but one.
    for (const { ask } of pages.slice(0, 1)) await ask()
  }
  try {
    const tables = await tablesOver(client, least)
    await logFrom(0)
    const found: (ScannedTable & { page: string })[] = []
    for (const { name, ask } of pages) {
      const { size } = await stat(log)
      await ask()
      found.push(...scansIn(await readFrom(log, size), tables).map((scan) => ({ page: name, ...scan })))
    }
    await logFrom(-1)
    return found
  } finally {
    await client.end()
  }
}
