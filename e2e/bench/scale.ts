import pg from 'pg'
import { type APIRequestContext, type Browser, chromium } from 'playwright'
import { CLAIM_PAGES } from '@/e2e/bench/claim-pages'
import { percentile } from '@/e2e/bench/measure'
import { sequentialScans } from '@/e2e/bench/plans'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { signIn } from '@/e2e/fixtures'
import { getDb } from '@/lib/db'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { makeLargeProject } from '@/seeds/large/large-project'

// Each page in a small and in a large project of one database: `npm run bench -- scale [claims of the small] [claims of the large] [pages]`,
// of which `pages` are those whose names begin so.
// That they lie in one database shows an index that leaves the project out; what is asked of both is the same, as article 100 of each
// has the same text, claims and chains.

const [RUNS, BAR, BIG_TABLE] = [10, 1.3, 20_000]
const ARTICLE = 100
// So many claims the worker counts; to count a million of them is not what is measured.
const UNCOUNTED = 2_000

type ScaleFacts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(projectId: string) {
  const db = getDb()
  const article = await db.article.findFirstOrThrow({ where: { projectId, title: { endsWith: `(${ARTICLE})` } } })
  const judged = {
    articleId: article.id,
    state: 'CHECKING',
    verdicts: { some: {} },
    attributions: { some: {} },
  } as const
  const claim = await db.claim.findFirstOrThrow({ where: judged, orderBy: { number: 'asc' } })
  const source = await db.source.findFirstOrThrow({
    where: { projectId, kind: 'PERSON', nameKey: { endsWith: ' 101' } },
  })
  const event = await db.event.findFirstOrThrow({ where: { projectId, titleKey: { endsWith: ' 7' } } })
  const agency = await db.source.findFirstOrThrow({ where: { projectId, nameKey: 'agence 0' } })
  const { assigneeId } = await db.assignment.findFirstOrThrow({ where: { claimId: claim.id } })
  return {
    ...{ projectId, articleId: article.id, claimId: claim.id, sourceId: source.id, eventId: event.id },
    ...{ agencyId: agency.id, checkerId: assigneeId },
  }
}

const PAGES: Record<string, (of: ScaleFacts) => string> = {
  desk: () => '/',
  articles: () => '/articles',
  'articles, archived': () => '/articles?archived=1',
  'articles, search': () => `/articles?q=${encodeURIComponent(`(${ARTICLE})`)}`,
  article: ({ articleId }) => `/articles/${articleId}`,
  ...Object.fromEntries(
    ['claim', 'attribution', 'evidence', 'verdict', 'activity'].map((tab) => [
      `claim, ${tab}`,
      ({ articleId, claimId }: ScaleFacts) => `/articles/${articleId}?claim=${claimId}&tab=${tab}`,
    ]),
  ),
  origins: ({ claimId }) => `/claims/${claimId}/origins`,
  report: ({ articleId }) => `/articles/${articleId}/report`,
  'sources, by name': () => '/sources',
  'sources, newest': () => '/sources?order=newest',
  'sources, by claims': () => '/sources?order=claims',
  'sources, organisations': () => '/sources?kind=ORGANISATION',
  'sources, by claims, page 2': () => '/sources?order=claims&page=2',
  'sources, in no chain': () => '/sources?place=never',
  'sources, at an end': () => '/sources?place=origin',
  'sources, grade B': () => '/sources?grade=B',
  'sources, search': () => '/sources?q=Bellamy%20101',
  source: ({ sourceId }) => `/sources/${sourceId}`,
  events: () => '/events',
  'events, search': () => '/events?q=convoi%2077',
  event: ({ eventId }) => `/events/${eventId}`,
  passages: () => '/shared-sentences',
  'passages of an article': ({ articleId }) => `/shared-sentences?article=${articleId}`,
  team: () => '/team',
  ...CLAIM_PAGES,
}

/** What is asked of the database alone, beside the pages. */
const BARE = {
  'one claim by its key': 'SELECT * FROM "Claim" WHERE "id" = $2 AND "projectId" = $1',
  'fifty open claims by index': `SELECT * FROM "Claim" WHERE "projectId" = $1 AND "state" = 'OPEN' AND $2::uuid IS NOT NULL
    ORDER BY "stateSince" LIMIT 50`,
}

async function openProject(browser: Browser, projectId: string, state: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext({ ...state, baseURL: String(process.env.BASE_URL), locale: 'fr-FR' })
  await context.addCookies([{ name: 'recoupe-project', value: projectId, url: String(process.env.BASE_URL) }])
  return context.request
}

async function ask(request: APIRequestContext, path: string) {
  const answer = await request.get(path, { maxRedirects: 0, timeout: 120_000 })
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  await answer.body()
}

/** Milliseconds in both, one after the other, so that what else the machine does slows both down. */
async function sampleBoth(works: readonly [() => Promise<unknown>, () => Promise<unknown>]) {
  const samples: [number[], number[]] = [[], []]
  for (let run = -1; run < RUNS; run++) {
    for (const at of [0, 1] as const) {
      const start = performance.now()
      await works[at]()
      if (run >= 0) samples[at].push(performance.now() - start)
    }
  }
  return samples
}

function tellBoth(name: string, [small, large]: readonly [number[], number[]]): boolean {
  const shown = (samples: number[]) =>
    [0.5, 0.95].map((part) => percentile(samples, part).toFixed(percentile(small, 0.5) < 10 ? 1 : 0)).join(' / ')
  const ratio = percentile(large, 0.5) / percentile(small, 0.5)
  const grows = ratio > BAR
  console.log(
    `  ${name.padEnd(28)} ${shown(small).padStart(14)} | ${shown(large).padStart(14)} | × ${ratio.toFixed(2)}${grows ? '  grows' : ''}`,
  )
  return grows
}

const NOBODY = { userId: null, projectId: null, role: null, isOwner: false }

async function makeBoth(sizes: readonly [number, number]) {
  const { id: editor } = await getDb().user.findFirstOrThrow({ where: { email: 'editor@recoupe.example' } })
  const ids: string[] = []
  for (const claims of sizes) {
    const started = performance.now()
    const asked = {
      claims,
      name: `Bench of ${claims} claims`,
      editors: [editor],
      now: new Date(),
      guarded: false,
      uncounted: UNCOUNTED,
    }
    const id = await makeLargeProject(String(process.env.MIGRATION_DATABASE_URL), asked)
    ids.push(id)
    const made = performance.now()
    await countMarkedClaims({ actor: NOBODY, db: getDb(), now: new Date() }, id)
    const [making, counting] = [made - started, performance.now() - made].map((each) => (each / 1000).toFixed(0))
    console.log(`  ${claims.toLocaleString('en')} claims made in ${making} s, and counted in ${counting} s`)
  }
  return Promise.all([factsOf(ids[0] ?? ''), factsOf(ids[1] ?? '')])
}

async function benchBare(both: readonly [ScaleFacts, ScaleFacts]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  for (const [name, statement] of Object.entries(BARE)) {
    const work =
      ({ projectId, claimId }: ScaleFacts) =>
      () =>
        client.query(statement, [projectId, claimId])
    tellBoth(name, await sampleBoth([work(both[0]), work(both[1])]))
  }
  await client.end()
}

export async function benchScale(): Promise<void> {
  const [small = 10_000, large = 1_000_000] = process.argv.slice(3, 5).map(Number)
  const pages = Object.entries(PAGES).filter(([name]) => name.startsWith(process.argv[5] ?? ''))
  const sizes = [small, large].map((size) => size.toLocaleString('en'))
  console.log(`\nPages of projects of ${sizes.join(' and ')} claims, in one database`)
  const both = await makeBoth([small, large])
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  const context = await browser.newContext({ baseURL: String(process.env.BASE_URL), locale: 'fr-FR' })
  await signIn(await context.newPage(), 'editor')
  const state = { storageState: await context.storageState() }
  const [inSmall, inLarge] = [
    await openProject(browser, both[0].projectId, state),
    await openProject(browser, both[1].projectId, state),
  ]

  console.log(`\n  p50 / p95 in ms; a page grows that takes more than ${BAR} × as long with ${sizes[1]} claims`)
  await benchBare(both)
  const growing: string[] = []
  for (const [name, pathOf] of pages) {
    const samples = await sampleBoth([() => ask(inSmall, pathOf(both[0])), () => ask(inLarge, pathOf(both[1]))])
    if (tellBoth(name, samples)) growing.push(name)
  }
  console.log(`\n  ${growing.length === 0 ? 'no page grows' : `growing: ${growing.join('; ')}`}`)

  const asked = pages.map(([name, pathOf]) => ({ name, ask: () => ask(inLarge, pathOf(both[1])) }))
  const scans = await sequentialScans(asked, BIG_TABLE)
  console.log(`\n  Sequential scans of tables of more than ${BIG_TABLE.toLocaleString('en')} rows: ${scans.length}`)
  for (const { page, table, statement } of scans) console.log(`    ${page}: ${table} in ${statement.slice(0, 160)}`)
  await browser.close()
}
