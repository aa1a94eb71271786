import { type Browser, chromium, type Page } from 'playwright'
import { percentile, sample, tell } from '@/e2e/bench/measure'
import { bigArticle } from '@/e2e/bench/prepare'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { signIn } from '@/e2e/fixtures'
import { chooseCategory, claimPanel, markForm, selectWords, texts } from '@/e2e/workbench'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { once, placeOf } from '@/seeds/builders'

// What a person waits for in an article of 100,000 characters: `npm run bench -- marks`.

const RUNS = 10
const WORDS = 'sept terroristes'
const t = texts('fr')

/** When what was waited for was first on the page, in milliseconds after the last key that was pressed. */
async function watchFor(page: Page, wording: string) {
  await page.evaluate((words) => {
    const times: Record<string, number> = {}
    Object.assign(window, { benchTimes: times })
    document.addEventListener('keydown', () => Object.assign(times, { key: performance.now() }), { capture: true })
    const holds = (selector: string) =>
      [...document.querySelectorAll(selector)].some((each) => each.textContent?.includes(words))
    const look = () => {
      if (times.key !== undefined) {
        if (times.seen === undefined && holds('[data-row]')) times.seen = performance.now() - times.key
        if (times.settled === undefined && holds('aside h2')) times.settled = performance.now() - times.key
      }
      if (times.settled === undefined) requestAnimationFrame(look)
    }
    look()
  }, wording)
}

const timesOf = async (page: Page): Promise<{ seen: number; settled: number }> => {
  await page.waitForFunction(() => Reflect.get(Reflect.get(window, 'benchTimes'), 'settled') !== undefined)
  return page.evaluate(() => Reflect.get(window, 'benchTimes'))
}

async function benchArticle(browser: Browser, claims: number) {
  const { articleId, text, ctx } = await bigArticle(100_000, claims)
  const { id: versionId } = await getDb().articleVersion.findFirstOrThrow({ where: { articleId } })
  const context = await browser.newContext({
    baseURL: String(process.env.BASE_URL),
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  // What runs the bench names the functions that it sends into the page by this.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  await signIn(page, 'editor')
  await page.goto(`/articles/${articleId}`)
  const sizes: number[] = []
  page.on('response', async (answer) => {
    if (answer.url().includes('/_next/static/')) return
    sizes.push((await answer.body().catch(() => Buffer.alloc(0))).length)
  })
  const [seen, settled, largest, panels]: number[][] = [[], [], [], []]
  for (let run = 0; run <= RUNS; run++) {
    const wording = `Banc ${claims} ${run}`
    await selectWords(page, WORDS)
    await chooseCategory(page, 'OTHER')
    const form = await markForm(page)
    await form.getByRole('textbox', { name: t('workbench.form.wording') }).fill(wording)
    await page.waitForLoadState('networkidle')
    sizes.length = 0
    await watchFor(page, wording)
    await page.keyboard.press('Enter')
    const times = await timesOf(page)
    await page.waitForLoadState('networkidle')
    if (run === 0) continue
    seen?.push(times.seen)
    settled?.push(times.settled)
    largest?.push(Math.max(...sizes))
  }
  const rows = page.locator('[data-row]')
  for (let run = 0; run < RUNS; run++) {
    const row = rows.nth(run % 5)
    const wording = `${(await row.textContent()) ?? ''}`.trim()
    const href = (await row.getAttribute('href')) ?? ''
    const start = performance.now()
    await row.click()
    await page.waitForURL((url) => url.search === href)
    await (await claimPanel(page)).getByRole('heading', { level: 2 }).first().waitFor()
    panels?.push(performance.now() - start)
    await page.waitForLoadState('networkidle')
    if (!wording) throw new Error('the row is empty')
  }
  const place = placeOf(text, WORDS)
  const sql = await sample(RUNS, () =>
    markClaim(ctx, {
      ...{ ...once(), id: newId(), articleId, versionId, category: 'OTHER', checked: 'CONTENT', wording: 'Banc' },
      spans: [{ id: newId(), ...place }],
    }),
  )
  console.log(`\n${claims.toLocaleString('en')} claims`)
  tell('a new mark, from the key until it stands in the list', seen ?? [])
  tell('until its panel stands', settled ?? [], { name: 'the command alone', samples: sql })
  tell('a claim, from the click until its panel stands', panels ?? [])
  console.log(`  largest answer of a mark: ${(percentile(largest ?? [], 1) / 1000).toFixed(1)} kB`)
  await context.close()
}

export async function benchMarks() {
  // The command is run beside the app, under a secret of its own: it only marks what was asked.
  process.env.NEXTAUTH_SECRET ||= 'a secret of the bench alone, which opens nothing'
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  for (const claims of [10, 2_000]) await benchArticle(browser, claims)
  await browser.close()
}
