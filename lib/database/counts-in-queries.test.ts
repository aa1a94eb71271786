import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// What a page counts must not grow with the project: a count in a query ends at a limit, or stands here with what keeps it small.

const ALLOWED: Record<string, { counts: number; why: string }> = {
  'lib/articles/queries.ts': { counts: 3, why: 'the claims of the articles of one page' },
  'lib/articles/queries/waiting-sql.ts': { counts: 1, why: 'what waits in one text' },
  'lib/attributions/queries/proposals.ts': {
    counts: 1,
    why: 'the claims of the sources of one name, between which a person chooses',
  },
  'lib/claims/queries/find-claims.ts': { counts: 1, why: 'what was cut at a limit before' },
  'lib/claims/queries.ts': { counts: 3, why: 'the verdicts and evidence of the claims of one article' },
  'lib/events/queries.ts': { counts: 2, why: 'the figures and warnings of the events of one page' },
  'lib/import/queries/batches.ts': { counts: 1, why: 'the files of a few batches, of two thousand each at most' },
  'lib/independence/queries/suggest-links.ts': {
    counts: 5,
    why: 'at most forty hints of a claim, of those that were looked at',
  },
  'lib/versions/queries/list-versions.ts': { counts: 4, why: 'what stands in the texts of one article' },
  'lib/sources/queries/identity-keys.ts': {
    counts: 1,
    why: 'sealed identities by key, for the installation’s own page',
  },
  'lib/sources/queries/list-sources.ts': {
    counts: 4,
    why: 'what was cut at a limit before',
  },
  'lib/sources/queries/merge-preview.ts': {
    counts: 2,
    why: 'what moves when two sources become one, all of which is then written',
  },
  'lib/sources/queries/said.ts': { counts: 2, why: 'the claims of one source, on its own page' },
}

const COUNT = /\bcount\(\s*(?:\*|DISTINCT\b)|\.count\(|\b_count\b|\.groupBy\(\{/g
/** In SQL what is counted was cut first; by Prisma `take` does that. */
const CUT = [
  /^count\(\*\)::int(?: AS "found")? FROM \(\s*\(?SELECT[\s\S]{0,600}?LIMIT \$\{/,
  /^count\(\*\)::int FROM found\)/,
  /^\.count\(\{[\s\S]{0,200}?\btake\b/,
]

/** How many counts in a text have no limit. */
const unboundedCounts = (text: string): number =>
  [...text.matchAll(COUNT)].filter(({ index }) => !CUT.some((cut) => cut.test(text.slice(index, index + 900)))).length

const root = join(import.meta.dirname, '..', '..')
const queryFiles = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .map((path) => `lib/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\/queries(\/[^/]+)?\.ts$/.test(path) && !path.endsWith('.test.ts'))

describe('counts in queries', () => {
  test.each(queryFiles)('%s counts to a limit, or what keeps it small is known', (path) => {
    const counts = unboundedCounts(readFileSync(join(root, path), 'utf8'))
    expect(counts).toBe(ALLOWED[path]?.counts ?? 0)
  })

  test('no file stands on the list that is gone', () => {
    expect(Object.keys(ALLOWED).filter((path) => !queryFiles.includes(path))).toEqual([])
  })

  test.each([
    ['ctx.db.claim.count({ where })', 1],
    ['ctx.db.claim.count({ where, take })', 0],
    ['SELECT count(*)::int AS total FROM "Source" s WHERE true', 1],
    ['SELECT count(*)::int AS "found" FROM (SELECT 1 FROM "Source" s WHERE true LIMIT $' + '{most}) counted', 0],
    ['ctx.db.assignment.groupBy({ by: ["assigneeId"], _count: true })', 2],
    ['count(DISTINCT c."id")', 1],
    ['groupBy(rows, ({ id }) => id)', 0],
  ])('%s: %i without a limit', (text, counts) => expect(unboundedCounts(text)).toBe(counts))
})
