import { type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test'
import { followRequests, SOON } from './at-rest'
import { mintSession } from './given-people'

export { expectAccessible } from './at-rest'

export type DemoRole = 'admin' | 'editor' | 'checker' | 'checker2' | 'viewer'
type Options = BrowserContextOptions
type SignedIn = BrowserContextOptions['storageState']

const addressOf = (who: DemoRole) => `${who}@recoupe.example`
const password = () => process.env.RECOUPE_DEMO_PASSWORD ?? ''

// Nothing moves: what is judged is what people see in the end.
const WINDOW: Options = {
  baseURL: process.env.BASE_URL,
  locale: 'fr-FR',
  timezoneId: 'Asia/Kathmandu',
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
}

type Fixtures = {
  /** Console errors that a story causes on purpose. */
  allowed: RegExp[]
  /** Fails the story on any other console error, uncaught error or CSP report, in any of its windows. */
  problems: string[]
  /** A window of its own, apart from all others, in which nobody is signed in. */
  visitor: (options?: Options) => Promise<Page>
  /**
   * A window of its own in which this member of the demo team is signed in and has opened nothing yet. Their session is one that all stories of
   * a worker share. Stories that end sessions or change passwords sign in by the form, as people of their own.
   */
  as: (who: DemoRole, options?: Options) => Promise<Page>
}

// A worker has one of each, as a browser has that stays open.
const sessions = new Map<DemoRole, Promise<SignedIn>>()

function sessionOf(who: DemoRole): Promise<SignedIn> {
  const session = sessions.get(who) ?? mintSession(addressOf(who))
  sessions.set(who, session)
  return session
}

/** The browser tells of a violation on the document: this passes it on to the console, where the story looks. */
const tellOfViolations = () => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI || 'inline'} (${event.sourceFile})`)
  })
}

/** Waits until React has taken over every control: what is typed or clicked before that is lost. */
async function becomeAlive(page: Page): Promise<void> {
  const dead = () =>
    page.evaluate(() => {
      const controls = document.querySelectorAll('button, input:not([type="hidden"]), textarea, select, a[href]')
      const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps$'))
      // Scripts measure the height of a text in fields that nobody sees.
      const left = [...controls].filter((element) => !isReacts(element) && !element.closest('[aria-hidden="true"]'))
      return left.map((element) => element.outerHTML.slice(0, 120))
    })
  const orGone = (error: unknown) => [String(error)]
  await expect.poll(() => dead().catch(orGone), { message: `${page.url()} becomes alive`, intervals: SOON }).toEqual([])
}

/** Going to a page of the app ends when it is alive. */
export function arriveAlive(page: Page): void {
  const { goto, reload } = page
  page.goto = async (...where) => {
    const response = await goto.apply(page, where)
    await becomeAlive(page)
    return response
  }
  page.reload = async (...how) => {
    const response = await reload.apply(page, how)
    await becomeAlive(page)
    return response
  }
}

export async function watch(page: Page, problems: string[]): Promise<void> {
  followRequests(page)
  arriveAlive(page)
  await page.addInitScript(tellOfViolations)
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
}

export async function signIn(page: Page, who: DemoRole): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: /e-mail|courriel/i }).fill(addressOf(who))
  await page.getByLabel(/^(Mot de passe|Password)/).fill(password())
  await page.getByRole('button', { name: /^(Se connecter|Sign in)$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Bonjour|Hello/)
}

export const test = base.extend<Fixtures>({
  allowed: [[], { option: true }],
  problems: [
    async ({ allowed }, use) => {
      const problems: string[] = []
      await use(problems)
      expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([])
    },
    { auto: true },
  ],
  page: async ({ page, problems }, use) => {
    await watch(page, problems)
    await use(page)
  },
  visitor: async ({ browser, problems }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...WINDOW, ...options })
      contexts.push(context)
      const page = await context.newPage()
      await watch(page, problems)
      return page
    })
    for (const context of contexts) await context.close()
  },
  as: async ({ visitor }, use) => {
    await use(async (who, options = {}) => visitor({ ...options, storageState: await sessionOf(who) }))
  },
})

export { expect }
