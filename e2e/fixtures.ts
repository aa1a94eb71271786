import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test'

export type Who = 'admin' | 'editor' | 'checker' | 'checker2' | 'viewer'

const password = () => process.env.RECOUPE_DEMO_PASSWORD ?? ''

type Fixtures = {
  /** Console errors that a story causes on purpose. */
  allowed: RegExp[]
  /** Fails the story on any other console error, uncaught error or CSP report, in any of its windows. */
  problems: string[]
  /** A window of its own in which this member of the demo team is signed in. */
  as: (who: Who, options?: BrowserContextOptions) => Promise<Page>
}

/** The browser tells of a violation on the document: this passes it on to the console, where the story looks. */
const tellOfViolations = () => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI || 'inline'} (${event.sourceFile})`)
  })
}

export async function watch(page: Page, problems: string[]): Promise<void> {
  await page.addInitScript(tellOfViolations)
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
}

export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: /e-mail/i }).fill(`${who}@recoupe.example`)
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
  as: async ({ browser, problems, baseURL }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (who, options = {}) => {
      const context = await browser.newContext({
        baseURL,
        locale: 'fr-FR',
        timezoneId: 'Asia/Kathmandu',
        viewport: { width: 1440, height: 900 },
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      await watch(page, problems)
      await signIn(page, who)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

/** Fails on any finding of axe against WCAG 2.2 A and AA on what the window shows now, or on a part of it. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // While a page's answer streams in, the old title is gone already.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(found, page.url()).toEqual([])
}

export { expect }
