import { type Browser, type BrowserContext, chromium } from 'playwright'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { signIn } from '@/e2e/fixtures'
import { getDb } from '@/lib/db'
import { makeLargeProject } from '@/seeds/large/large-project'

// So many claims lie in fifty articles: a whole page of the list.
const FIFTY_ARTICLES = 1_000

type Weight = { script: number; html: number; sent: number }

/** What a page weighs that is opened for the first time: its JavaScript as sent, its HTML as it is and as sent, in bytes. */
async function weightOf(browser: Browser, context: BrowserContext, path: string): Promise<Weight> {
  const base = String(process.env.BASE_URL)
  const fresh = await browser.newContext({ baseURL: base, storageState: await context.storageState(), locale: 'fr-FR' })
  const tab = await fresh.newPage()
  const scripts: Promise<number>[] = []
  tab.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.sizes().then((size) => size.responseBodySize))
  })
  const answer = await tab.goto(path, { waitUntil: 'networkidle' })
  if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`)
  const html = (await answer.body()).length
  const sent = (await answer.request().sizes()).responseBodySize
  const script = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
  await fresh.close()
  return { script, html, sent }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`.padStart(7)

/** Each page of the demo, and the list of fifty articles: as somebody gets it who has never been there. `context` is signed in. */
export async function benchPageWeight(browser: Browser, context: BrowserContext): Promise<void> {
  const db = getDb()
  const article = await db.article.findFirstOrThrow({ where: { claims: { some: { deletedAt: null } } } })
  const claim = await db.claim.findFirstOrThrow({ where: { articleId: article.id, deletedAt: null } })
  const { id: editor } = await db.user.findFirstOrThrow({ where: { email: 'editor@recoupe.example' } })
  const asked = { claims: FIFTY_ARTICLES, name: 'Fifty articles', editors: [editor], now: new Date(), guarded: false }
  const many = await makeLargeProject(String(process.env.MIGRATION_DATABASE_URL), asked)
  const cookie = (value: string) => ({ name: 'recoupe-project', value, url: String(process.env.BASE_URL) })
  const pages: [string, string, string][] = [
    ...[
      ['sign-in', '/sign-in'],
      ['desk', '/'],
      ['articles', '/articles'],
      ['claims', '/claims'],
      ['workbench', `/articles/${article.id}`],
      ['workbench, a claim', `/articles/${article.id}?claim=${claim.id}`],
      ['sources', '/sources'],
      ['origins', `/claims/${claim.id}/origins`],
    ].map(([name = '', path = '']): [string, string, string] => [name, path, article.projectId]),
    ['articles, fifty of them', '/articles', many],
    ['claims, fifty of them', '/claims', many],
    ['sources, fifty of them', '/sources', many],
  ]
  console.log('\nWeight (bars: JavaScript as sent, workbench 330 kB, others 300 kB; HTML of the articles 60 kB)')
  for (const [name, path, project] of pages) {
    await context.addCookies([cookie(project)])
    const { script, html, sent } = await weightOf(browser, context, path)
    console.log(`  ${name.padEnd(26)} JavaScript ${kB(script)}   HTML ${kB(html)}, sent as ${kB(sent)}`)
  }
}

/** The same alone: `npm run bench -- pages`. */
export async function weighPages(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  const context = await browser.newContext({ baseURL: String(process.env.BASE_URL), locale: 'fr-FR' })
  await signIn(await context.newPage(), 'editor')
  await benchPageWeight(browser, context)
  await browser.close()
}
