import { loadavg } from 'node:os'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { percentile, sample, tell } from '@/e2e/bench/measure'
import { bigArticle } from '@/e2e/bench/prepare'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { arriveAlive, signIn } from '@/e2e/fixtures'
import { chooseCategory, markForm, selectWords, texts } from '@/e2e/workbench'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { once, placeOf } from '@/seeds/builders'

// What a person waits for in an article of 100,000 characters: `npm run bench -- marks`.

const RUNS = 10
const WORDS = 'sept terroristes'
const t = texts('fr')

type Times = { seen: number; stands: number; settled: number; longest: number }

/**
 * Frames in which what was waited for is on the page, in milliseconds after a key or a click: a line of the list, the panel's heading, the
 * whole panel; and the longest task meanwhile. What changes is looked at, and not 2,000 lines in each frame.
 */
async function watchFor(page: Page, event: 'keydown' | 'click', wording: string) {
  await page.evaluate(
    ([name, words]) => {
      const times: Record<string, number> = { longest: 0 }
      Object.assign(window, { benchTimes: times })
      let begun: number | undefined
      document.addEventListener(name, () => (begun = performance.now()), { capture: true, once: true })
      const tasks = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) times.longest = Math.max(times.longest ?? 0, duration)
      })
      tasks.observe({ type: 'longtask' })
      let isListed = false
      const changes = new MutationObserver((all) => {
        isListed ||= all.some(({ target, addedNodes }) =>
          [target, ...addedNodes].some(
            (node) => node instanceof Element && node.closest('section') && node.textContent?.includes(words),
          ),
        )
      })
      changes.observe(document.body, { subtree: true, childList: true })
      const look = () => {
        const after = begun === undefined ? Number.NaN : performance.now() - begun
        const panel = document.querySelector('aside')
        const stands = panel?.querySelector('h2')?.textContent === words
        const isWhole = stands && panel.ariaBusy !== 'true' && !panel.querySelector('.mantine-Skeleton-root')
        if (begun !== undefined) {
          if (isListed) times.seen ??= after
          if (stands) times.stands ??= after
          if (isWhole) times.settled ??= after
        }
        if (times.settled === undefined) requestAnimationFrame(look)
        else for (const each of [tasks, changes]) each.disconnect()
      }
      look()
    },
    [event, wording] as const,
  )
}

const timesOf = async (page: Page): Promise<Times> => {
  await page.waitForFunction(() => Reflect.get(Reflect.get(window, 'benchTimes'), 'settled') !== undefined)
  return page.evaluate(() => Reflect.get(window, 'benchTimes'))
}

/** Opens the article as who comes from elsewhere does: milliseconds until it is painted with its marks, and the longest task. */
async function opened(context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const observer = new PerformanceObserver((list) => {
      const before = Number(Reflect.get(window, 'benchLongest') ?? 0)
      Object.assign(window, { benchLongest: Math.max(before, ...list.getEntries().map(({ duration }) => duration)) })
    })
    observer.observe({ type: 'longtask', buffered: true })
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const times = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return { painted: paint?.startTime ?? Number.NaN, longest: Number(Reflect.get(window, 'benchLongest') ?? 0) }
  })
  await page.close()
  return times
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
  arriveAlive(page)
  await signIn(page, 'editor')
  await page.goto('about:blank')
  const openings: Awaited<ReturnType<typeof opened>>[] = []
  for (let run = 0; run <= 5; run++) openings.push(await opened(context, `/articles/${articleId}`))
  // The first one makes the server and the browser ready.
  openings.shift()
  await page.goto(`/articles/${articleId}`)
  const sizes: number[] = []
  page.on('response', async (answer) => {
    if (answer.url().includes('/_next/static/')) return
    sizes.push((await answer.body().catch(() => Buffer.alloc(0))).length)
  })
  const marks: Times[] = []
  const panels: Times[] = []
  const largest: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const wording = `Banc ${claims} ${run}`
    await selectWords(page, WORDS)
    await chooseCategory(page, 'OTHER')
    const form = await markForm(page)
    await form.getByRole('textbox', { name: t('workbench.form.wording') }).fill(wording)
    await page.waitForLoadState('networkidle')
    sizes.length = 0
    await watchFor(page, 'keydown', wording)
    await page.keyboard.press('Enter')
    const times = await timesOf(page)
    await page.waitForLoadState('networkidle')
    if (run === 0) continue
    marks.push(times)
    largest.push(Math.max(...sizes))
  }
  const rows = page.locator('[data-row]')
  for (let run = 0; run < RUNS; run++) {
    const row = rows.nth(run % 5)
    await row.scrollIntoViewIfNeeded()
    await watchFor(page, 'click', (await row.locator('[class*="wording"]').textContent()) ?? '')
    await row.click()
    panels.push(await timesOf(page))
    await page.waitForLoadState('networkidle')
  }
  const place = placeOf(text, WORDS)
  const sql = await sample(RUNS, () =>
    markClaim(ctx, {
      ...{ ...once(), id: newId(), articleId, versionId, category: 'OTHER', checked: 'CONTENT', wording: 'Banc' },
      spans: [{ id: newId(), ...place }],
    }),
  )
  const all = <Key extends string>(times: readonly Record<Key, number>[], key: Key) => times.map((each) => each[key])
  const load = loadavg().map((each) => each.toFixed(1))
  console.log(`\n${claims.toLocaleString('en')} claims (load of the machine: ${load.join(' ')})`)
  tell('opened, until it is painted with its marks', all(openings, 'painted'))
  tell('  longest task', all(openings, 'longest'))
  tell('a new mark, from the key until it stands in the list', all(marks, 'seen'))
  tell('  until its panel stands', all(marks, 'stands'), { name: 'the command alone', samples: sql })
  tell('  until all is settled', all(marks, 'settled'), { name: 'the command alone', samples: sql })
  tell('  longest task', all(marks, 'longest'))
  tell('the command alone', sql)
  tell('a claim, from the click until its panel stands', all(panels, 'stands'))
  tell('  until all is settled', all(panels, 'settled'))
  tell('  longest task', all(panels, 'longest'))
  console.log(`  largest answer of a mark: ${(percentile(largest, 1) / 1000).toFixed(1)} kB`)
  await context.close()
}

export async function benchMarks() {
  // The command is run beside the app, under a secret of its own: it only marks what was asked.
  process.env.NEXTAUTH_SECRET ||= 'a secret of the bench alone, which opens nothing'
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  for (const claims of [10, 2_000]) await benchArticle(browser, claims)
  await browser.close()
}
