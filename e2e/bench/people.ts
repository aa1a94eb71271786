import { type Browser, chromium, type Request } from 'playwright'
import { percentile } from '@/e2e/bench/measure'
import { bareSql } from '@/e2e/bench/people-sql'
import { bigArticle } from '@/e2e/bench/prepare'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { type DemoRole, signIn, watch } from '@/e2e/fixtures'
import { chooseCategory, markForm, selectWords, texts } from '@/e2e/workbench'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { sliceCodePoints } from '@/lib/text/code-points'

// Twenty people at once in five shared articles, each thinking a second between what they do: `npm run bench -- people`.

const [PEOPLE, ARTICLES, TURNS, THINKING] = [20, 5, 15, 1_000]
const TEAM: readonly DemoRole[] = ['admin', 'editor', 'checker', 'checker2']
const base = String(process.env.BASE_URL)
const t = texts('fr')
/** What is compiled for this bench names functions by it, and some of them are handed to the browser. */
const NAMES = 'globalThis.__name = (named) => named'

type BenchPerson = { cookie: string; userId: string }
type Times = { open: number[]; mark: number[] }
type BenchArticle = Awaited<ReturnType<typeof bigArticle>> & { versionId: string }

async function team(browser: Browser): Promise<BenchPerson[]> {
  const people: BenchPerson[] = []
  for (const who of TEAM) {
    const context = await browser.newContext({ baseURL: base, locale: 'fr-FR' })
    await context.addInitScript(NAMES)
    const page = await context.newPage()
    await watch(page, [])
    await signIn(page, who)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const { id } = await getDb().user.findUniqueOrThrow({ where: { email: `${who}@recoupe.example` } })
    people.push({ cookie, userId: id })
    await context.close()
  }
  return people
}

const isMark = (request: Request) => request.method() === 'POST' && Boolean(request.headers()['next-action'])

/** How a browser asks for a mark, as it does so once: what others ask differs in its input alone. */
async function recordMark(browser: Browser, articleId: string) {
  const context = await browser.newContext({ baseURL: base, locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
  await context.addInitScript(NAMES)
  const page = await context.newPage()
  await watch(page, [])
  await signIn(page, 'editor')
  await page.goto(`/articles/${articleId}`)
  await selectWords(page, 'sept terroristes')
  await chooseCategory(page, 'OTHER')
  const form = await markForm(page)
  await form.getByRole('textbox', { name: t('workbench.form.wording') }).fill('Banc')
  const asked = page.waitForRequest(isMark)
  await page.keyboard.press('Enter')
  const request = await asked
  const { cookie: _, 'content-length': __, ...headers } = request.headers()
  const [input] = JSON.parse(request.postData() ?? '[]')
  await context.close()
  return { headers, input }
}

const think = () => new Promise((resolve) => setTimeout(resolve, THINKING * (0.5 + Math.random())))

async function timed(samples: number[], work: () => Promise<unknown>) {
  const start = performance.now()
  await work()
  samples.push(performance.now() - start)
}

/** A place in the text for the nth mark of a person. */
const placeFor = ({ text }: BenchArticle, person: number, turn: number) => {
  const start = 200 + ((person * 997 + turn * 131) % 15_000)
  return { start, end: start + 40, exact: sliceCodePoints(text, start, start + 40) }
}

/** All of them take their turns at once; each opens an article, thinks, marks in it, and thinks. */
async function together(
  articles: readonly BenchArticle[],
  act: (person: number, article: BenchArticle) => Acts,
): Promise<Times> {
  const times: Times = { open: [], mark: [] }
  const one = async (person: number) => {
    await think()
    for (let turn = 0; turn < TURNS; turn++) {
      const article = articles[(person + turn) % ARTICLES]
      if (!article) throw new Error('There is no article.')
      const { open, mark } = act(person, article)
      await timed(times.open, open)
      await think()
      await timed(times.mark, () => mark(placeFor(article, person, turn)))
      await think()
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, (_, person) => one(person)))
  return times
}
type Acts = { open: () => Promise<unknown>; mark: (place: ReturnType<typeof placeFor>) => Promise<unknown> }

const shown = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

function compare(what: string, own: readonly number[], bare: readonly number[]) {
  const parts = [0.5, 0.95].map((part) => {
    const [mine, its] = [percentile(own, part), percentile(bare, part)]
    return `p${part * 100} ${shown(mine)} (SQL ${shown(its)}, × ${(mine / its).toFixed(1)})`
  })
  console.log(`  ${what}: ${parts.join(', ')}, ${own.length} times`)
}

async function ask(path: string, init: RequestInit): Promise<string> {
  const answer = await fetch(base + path, init)
  const body = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return body
}

/** Opening an article and marking a claim, by twenty people at once, beside the bare SQL of the same by as many. */
export async function benchPeople(): Promise<void> {
  console.log(`\n${PEOPLE} people in ${ARTICLES} articles of 20,000 characters with 100 claims, ${TURNS} turns each`)
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  const people = await team(browser)
  const articles: BenchArticle[] = []
  for (let at = 0; at < ARTICLES; at++) {
    const article = await bigArticle(20_000 + at * 100, 100)
    const { id } = await getDb().articleVersion.findFirstOrThrow({ where: { articleId: article.articleId } })
    articles.push({ ...article, versionId: id })
  }
  const recorded = await recordMark(browser, articles[0]?.articleId ?? '')
  await browser.close()
  const project = await getDb().project.findFirstOrThrow()
  const personOf = (person: number) => people[person % people.length] ?? { cookie: '', userId: '' }

  const sql = bareSql(process.env.DATABASE_URL)
  const bare = await together(articles, (person, { articleId, versionId }) => ({
    open: () => sql.open(articleId),
    mark: (place) =>
      sql.mark({ ...place, articleId, versionId, projectId: project.id, personId: personOf(person).userId }),
  }))
  await sql.end()
  const own = await together(articles, (person, { articleId, versionId }) => {
    const { cookie } = personOf(person)
    return {
      open: () => ask(`/articles/${articleId}`, { headers: { cookie, 'accept-language': 'fr' } }),
      mark: async (place) => {
        const span = { id: newId(), ...place }
        const ids = { id: newId(), commandId: newId(), articleId, versionId }
        const input = { ...recorded.input, ...ids, spans: [span], wording: 'Banc' }
        const init = {
          method: 'POST',
          headers: { ...recorded.headers, cookie, origin: base },
          body: JSON.stringify([input]),
        }
        const answer = await ask(`/articles/${articleId}`, init)
        if (!answer.includes(ids.id)) throw new Error(`No mark was made: ${answer.slice(0, 300)}`)
      },
    }
  })
  compare('an article opened', own.open, bare.open)
  compare('a claim marked', own.mark, bare.mark)
}
