import { chromium } from 'playwright'
import { benchAnchoring } from '@/e2e/bench/anchoring'
import { benchHealth } from '@/e2e/bench/health'
import { benchHostile } from '@/e2e/bench/hostile'
import { benchImport } from '@/e2e/bench/import'
import { benchMarks } from '@/e2e/bench/marks'
import { percentile, sample, tell } from '@/e2e/bench/measure'
import { benchPageWeight, weighPages } from '@/e2e/bench/page-weight'
import { benchPassages } from '@/e2e/bench/passages'
import { benchPeople } from '@/e2e/bench/people'
import { bigArticle } from '@/e2e/bench/prepare'
import { benchReading } from '@/e2e/bench/reading'
import { benchScale } from '@/e2e/bench/scale'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { signIn } from '@/e2e/fixtures'
import { getArticle, listArticles } from '@/lib/articles/queries'
import { listClaimsOfArticle } from '@/lib/claims/queries'
import { getDb } from '@/lib/db'
import { countOriginsOfArticle } from '@/lib/independence/queries/origin-counts'
import { getDesk } from '@/lib/review/queries/desk'
import { indexText } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { cutSegments } from '@/lib/text/segments'
import { latestVerdictsOfArticle } from '@/lib/verdicts/queries/verdicts'

// Needs neither the app nor a database: `npm run bench -- hostile [part of a function's name] [part of a text's name]`.
if (process.argv[2] === 'hostile') {
  const [work, text] = process.argv.slice(3)
  process.exit(benchHostile({ work, text, all: work !== undefined }) > 0 ? 1 : 0)
}

if (process.argv[2] === 'anchoring') process.exit(benchAnchoring() > 0 ? 1 : 0)

if (process.argv[2] === 'reading') {
  const [folder, what] = process.argv.slice(3)
  benchReading(folder, what)
  process.exit(0)
}

if (process.argv[2] === 'import') {
  const missed = await benchImport()
  await getDb().$disconnect()
  process.exit(missed > 0 ? 1 : 0)
}

const alone = {
  passages: () => benchPassages(),
  health: benchHealth,
  marks: benchMarks,
  pages: weighPages,
  people: benchPeople,
  scale: benchScale,
}[process.argv[2] ?? '']
if (alone) {
  await alone()
  await getDb().$disconnect()
  process.exit(0)
}

const [POINTS, CLAIMS] = [100_000, 2_000]
const base = String(process.env.BASE_URL)

const empty = await bigArticle(POINTS, 0)
const full = await bigArticle(POINTS, CLAIMS)
console.log(`\n${full.text.length.toLocaleString('en')} characters, ${CLAIMS} claims; median and 95th percentile\n`)

console.log('Text')
const index = indexText(full.text)
const places = full.spans.map((span) => index.toUtf16(span.start))
tell('2,000 conversions to code points', await sample(20, () => places.map((at) => index.toCodePoint(at))), {
  name: 'walking the text each time',
  samples: await sample(2, () => places.map((at) => [...full.text.slice(0, at)].length)),
})
const marks = full.spans.map((span) => ({ id: span.id, start: span.start, end: span.end }))
const whole = { start: 0, end: full.text.length }
tell('cutting 2,000 marks into segments', await sample(20, () => cutSegments(whole, marks)), {
  name: 'filtering all marks at each boundary',
  samples: await sample(2, () => {
    const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    return cuts.map((cut) => marks.filter(({ start, end }) => start <= cut && cut < end))
  }),
})
tell('finding the paragraphs', await sample(20, () => utf16ParagraphsOf(full.text)))
console.log(`  the database checks ${CLAIMS} spans in one statement: ${full.spanTime.toFixed(0)} ms`)

console.log('\nServer (a page beside its SQL alone, one after the other)')
const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
const context = await browser.newContext({ baseURL: base, locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
const page = await context.newPage()
await signIn(page, 'editor')
const get = (path: string) => async () => {
  const answer = await context.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  await answer.body()
}
const ctx = full.ctx
tell('desk', await sample(20, get('/')), { name: 'SQL', samples: await sample(20, () => getDesk(ctx)) })
tell('articles', await sample(20, get('/articles')), {
  name: 'SQL',
  samples: await sample(20, () => listArticles(ctx)),
})
const workbenchSql = () =>
  Promise.all([
    getArticle(ctx, full.articleId),
    listClaimsOfArticle(ctx, full.articleId),
    countOriginsOfArticle(ctx, full.articleId),
    latestVerdictsOfArticle(ctx, full.articleId),
  ])
tell('workbench of 2,000 claims', await sample(5, get(`/articles/${full.articleId}`)), {
  name: 'SQL',
  samples: await sample(5, workbenchSql),
})

console.log('\nBrowser (from the HTML being there to its first paint: the marks stand in the HTML)')
const opened = async (articleId: string) => {
  const times: number[] = []
  for (let run = 0; run < 4; run++) {
    await page.goto(`/articles/${articleId}`, { waitUntil: 'load' })
    const time = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation')
      const navigation = entry instanceof PerformanceNavigationTiming ? entry : null
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      return navigation && paint ? Math.max(0, paint.startTime - navigation.responseEnd) : Number.NaN
    })
    if (run > 0) times.push(time)
  }
  return times
}
const withMarks = await opened(full.articleId)
const shown = await page.locator('mark').count()
tell(`${shown} mark elements`, withMarks, {
  name: 'the same text without claims',
  samples: await opened(empty.articleId),
})
const memory = await page.evaluate(() => Reflect.get(performance, 'memory')?.usedJSHeapSize ?? 0)
console.log(`  memory of the page: ${(memory / 2 ** 20).toFixed(0)} MB of JavaScript heap`)

await benchPageWeight(browser, context)
console.log(
  `\nServer p95 of the workbench is to stay ≤ 3 × its SQL; marks visible within 150 ms: ${percentile(withMarks, 0.5).toFixed(0)} ms here.`,
)
await browser.close()
await benchPassages()
await getDb().$disconnect()
