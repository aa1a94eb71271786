import { mkdir } from 'node:fs/promises'
import type { Page, Response } from 'playwright/test'
import { expectAccessibleAndNarrow, takePicture } from './at-rest'
import { offerFile, offerText, openArticle, ownWord } from './desk'
import { type DemoRole, expect, test } from './fixtures'
import { texts } from './workbench'

// Every screen, in each language, each colour and each width: no console error, no report of the security policy (the fixture sees to both),
// nothing wider than the window, no finding of axe.

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

const LOOKS = [
  { name: 'fr, light, 1440', locale: 'fr-FR', colorScheme: 'light', viewport: WIDE },
  { name: 'en, dark, 390', locale: 'en-GB', colorScheme: 'dark', viewport: NARROW },
] as const
// The crossed ones add time and have found nothing of their own: `RECOUPE_ALL_LOOKS=1` looks at them too.
const CROSSED = [
  { name: 'fr, dark, 1440', locale: 'fr-FR', colorScheme: 'dark', viewport: WIDE },
  { name: 'en, light, 390', locale: 'en-GB', colorScheme: 'light', viewport: NARROW },
] as const
type ScreenLook = (typeof LOOKS)[number] | (typeof CROSSED)[number]

/** Not what lies under it: axe would take that for too small a target where the dialog covers a part. */
const DIALOG = '[role="dialog"]'

const TABS = ['claim', 'attribution', 'evidence', 'verdict', 'activity'] as const

/** Scripts and styles of a page as it is sent; only those with the answer's nonce run. */
async function expectStrictPolicy(response: Response | null): Promise<void> {
  const policy = response?.headers()['content-security-policy'] ?? ''
  const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1]
  expect(nonce, policy).toBeTruthy()
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  const html = (await response?.text()) ?? ''
  const tags = html.match(/<(?:script|style)\b[^>]*>/g) ?? []
  expect(tags.length).toBeGreaterThan(0)
  expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
}

async function keepPicture(page: Page, look: ScreenLook, name: string): Promise<void> {
  const folder = process.env.RECOUPE_SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const path = `${folder}/${name}-${look.colorScheme}-${look.viewport.width}.png`
  // The workbench scrolls within itself.
  await takePicture(page, path, { fullPage: !/\/articles\/[^/]+$/.test(new URL(page.url()).pathname) })
}

/** What must hold of whatever the window shows, or of a part of it. */
async function expectSound(page: Page, look: ScreenLook, name: string, part?: string): Promise<void> {
  await keepPicture(page, look, name)
  await expectAccessibleAndNarrow(page, part)
}

/** What must hold of a screen in this look. */
async function expectScreen(page: Page, look: ScreenLook, name: string, path: string, status = 200): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBe(status)
  await expectStrictPolicy(response)
  // In the page at least: where one column is shown at a time it may be in another.
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', look.locale.slice(0, 2))
  await expectSound(page, look, name)
}

/** The address of the article that these words stand in. */
async function addressOfArticle(page: Page, words: string): Promise<string> {
  await page.goto(`/articles?q=${words}`)
  const path = (await page.getByRole('main').getByRole('listitem').first().getByRole('link').getAttribute('href')) ?? ''
  expect(path).toMatch(/^\/articles\//)
  return path
}

/** The addresses of the open workbench's claims, and of its report. */
async function screensOfWorkbench(page: Page) {
  const path = new URL(page.url()).pathname
  const claims = page.locator('[data-row]')
  await expect(claims).not.toHaveCount(0)
  const rows = await claims.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const tab = (row: number, name: (typeof TABS)[number]) => `${path}${rows[row]}&tab=${name}`
  return { tab, report: `${path}/report` }
}

for (const look of process.env.RECOUPE_ALL_LOOKS ? [...LOOKS, ...CROSSED] : LOOKS) {
  const { name, ...shown } = look
  const open = (as: (who: DemoRole, options: object) => Promise<Page>, who: DemoRole) => as(who, shown)
  const t = texts(look.locale.slice(0, 2))

  test.describe(name, () => {
    test.describe.configure({ timeout: 300_000 })
    test.use({ ...shown, allowed: [/status of 404/] })

    test('signing in, and what is not there', async ({ page }) => {
      await expectScreen(page, look, 'sign-in', '/sign-in')
      await expectScreen(page, look, 'forgotten', '/forgotten')
      await expectScreen(page, look, 'forgotten-asked', '/forgotten?asked=1')
      await expectScreen(page, look, 'dead-link', '/invitation/nothing')
      await expectScreen(page, look, 'not-found', '/nowhere', 404)
    })

    test('the desk and its lists, as an admin and as a checker', async ({ as }) => {
      const admin = await open(as, 'admin')
      await expectScreen(admin, look, 'desk-admin', '/')
      await expectScreen(admin, look, 'articles', '/articles')
      await expectScreen(admin, look, 'articles-none', '/articles?q=introuvable')
      await expectScreen(admin, look, 'import', '/articles/import')
      await expectScreen(admin, look, 'team', '/team')
      await expectScreen(admin, look, 'jobs', '/jobs')
      await expectScreen(admin, look, 'installation-jobs', '/installation/jobs')
      await expectScreen(admin, look, 'account', '/account')
      await expectScreen(admin, look, 'new-project', '/projects/new')
      await expectScreen(admin, look, 'article-not-found', '/articles/019aa000-0000-7000-8000-000000000000', 404)
      const checker = await open(as, 'checker')
      await expectScreen(checker, look, 'desk-checker', '/')
      const viewer = await open(as, 'viewer')
      await expectScreen(viewer, look, 'desk-viewer', '/')
    })

    test('the workbench and its report: every tab of a claim, and claims in other states', async ({ as }) => {
      const editor = await open(as, 'editor')
      await expectScreen(editor, look, 'Pentagone-none', await addressOfArticle(editor, 'Pentagone'))
      const long = await screensOfWorkbench(editor)
      for (const tab of TABS) await expectScreen(editor, look, `Pentagone-${tab}`, long.tab(0, tab))
      await expectScreen(editor, look, 'Pentagone-report', long.report)
      // Three chains, and claims that are further on their way.
      await editor.goto(await addressOfArticle(editor, 'terroristes'))
      const chained = await screensOfWorkbench(editor)
      await expectScreen(editor, look, 'terroristes-attribution', chained.tab(0, 'attribution'))
      for (const row of [1, 2, 3])
        await expectScreen(editor, look, `terroristes-${row + 1}`, chained.tab(row, 'verdict'))
      await expectScreen(editor, look, 'terroristes-report', chained.report)
      const versions = `${await addressOfArticle(editor, 'terroristes')}/versions`
      await expectScreen(editor, look, 'versions', versions)
      await expectScreen(editor, look, 'versions-new', `${versions}/new`)
      await expectScreen(editor, look, 'versions-1', `${versions}/1`)
      await expectScreen(editor, look, 'versions-settle-none', `${versions}/settle`)
      await expectScreen(editor, look, 'versions-not-found', `${versions}/99`, 404)
    })

    test('sources, events, shared passages, and where a claim comes from', async ({ as }) => {
      const editor = await open(as, 'editor')
      const linkTo = async (path: string, words: string) => {
        await editor.goto(path)
        const link = editor.getByRole('main').getByRole('link').filter({ hasText: words }).first()
        return (await link.getAttribute('href')) ?? ''
      }
      await expectScreen(editor, look, 'sources', '/sources')
      await expectScreen(editor, look, 'sources-none', '/sources?q=introuvable')
      const [mallick, outlet] = [
        await linkTo('/sources?q=mallick', 'Anas Mallick'),
        await linkTo('/sources?q=wion', 'WION'),
      ]
      await expectScreen(editor, look, 'source', mallick)
      await expectScreen(editor, look, 'sources-merge', `${mallick}/merge?with=${outlet.split('/').at(-1)}`)
      await expectScreen(editor, look, 'source-confidential-new', '/sources/confidential/new')
      await expectScreen(editor, look, 'claims', '/claims')
      await expectScreen(
        editor,
        look,
        'claims-kept',
        `/claims?source=${mallick.split('/').at(-1)}&origins=one&due=none`,
      )
      await expectScreen(editor, look, 'claims-none', '/claims?q=introuvable')
      await expectScreen(editor, look, 'events', '/events')
      await expectScreen(editor, look, 'event', await linkTo('/events', 'Attentat'))
      await expectScreen(editor, look, 'passages', '/shared-sentences?show=all')
      await openArticle(editor, 'terroristes')
      const seven = editor.locator('[data-row]').filter({ hasText: 'Sept kamikazes' }).first()
      const claim = /claim=([0-9a-f-]{36})/.exec((await seven.getAttribute('href')) ?? '')?.[1]
      await expectScreen(editor, look, 'origins', `/claims/${claim}/origins`)
    })

    test('the forms and dialogs of the desk', async ({ as }) => {
      const admin = await open(as, 'admin')
      await admin.goto('/team')
      await admin.getByRole('button', { name: t('team.invite'), exact: true }).click()
      await expectSound(admin, look, 'invite', DIALOG)
      await admin.keyboard.press('Escape')
      await admin.getByRole('button', { name: t('team.changeRoleOf', { name: 'Liou Lecture' }) }).click()
      await expectSound(admin, look, 'role', DIALOG)
      await admin.keyboard.press('Escape')
      await admin.getByRole('button', { name: t('shell.userMenu', { name: 'Adèle Admin' }) }).click()
      await expectSound(admin, look, 'user-menu', DIALOG)

      await offerText(admin, ` date 2021-08 in\n\nUn texte ${ownWord()} que personne n’enregistre.`)
      await expect(admin.getByRole('button', { name: t('import.save') })).toBeVisible()
      await expectSound(admin, look, 'import-preview')
      const names = ['un', 'deux', 'trois'].map((name) => `${name}-${ownWord()}.txt`)
      const buffers = [
        ` date 2021-08 in\n\nUn texte ${ownWord()}.`,
        `L'\xe9t\xe9 \xe0 ${ownWord()} a \xe9t\xe9 long.`,
        '\x89PNG\r\n\x1a\nIHDR',
      ]
      await offerFile(
        admin,
        names.map((name, at) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(buffers[at] ?? '', 'latin1') })),
      )
      await admin.waitForURL(/\/articles\/import\/[0-9a-f-]{36}$/)
      await expect(admin.getByRole('button', { name: t('import.many.retry', { count: 1 }) })).toBeVisible()
      await expect(admin.getByRole('link', { name: `${t('import.many.state.SAVED')} (1)` })).toBeVisible()
      await expectSound(admin, look, 'import-batch')
      await expectScreen(admin, look, 'import-with-batches', '/articles/import')
      await admin.goto('/articles?q=Pentagone')
      await admin
        .getByRole('button', { name: /Pentagone/ })
        .first()
        .click()
      await admin.getByRole('menuitem', { name: t('articles.edit') }).click()
      await expectSound(admin, look, 'article-edit', DIALOG)
    })

    test('the forms of the workbench', async ({ as }) => {
      const editor = await open(as, 'editor')
      // High enough for the longest form: axe takes what has scrolled half out of sight for too small a target.
      await editor.setViewportSize({ ...look.viewport, height: 2600 })
      await openArticle(editor, 'Pentagone')
      // Some end with the key that does the same.
      const button = (key: string) => editor.getByRole('button', { name: new RegExp(`^${t(key)}( .)?$`) })
      const openTab = async (words: string, tab: string) => {
        const claim = editor.locator('[data-row]').filter({ hasText: words })
        await editor.goto(`${new URL(editor.url()).pathname}${await claim.getAttribute('href')}&tab=${tab}`)
      }
      await openTab('revendiqué', 'claim')
      await button('claim.edit').click()
      await expectSound(editor, look, 'claim-edit')
      await openTab('revendiqué', 'attribution')
      await button('attribution.addHop').click()
      await expectSound(editor, look, 'attribution-edit')
      await openTab('revendiqué', 'evidence')
      await button('evidence.add').click()
      await expectSound(editor, look, 'evidence-edit')
      await openTab('170 morts', 'claim')
      await button('figure.add').click()
      await expectSound(editor, look, 'figure-edit')
      await openTab('complote', 'claim')
      await button('warning.add').click()
      await expectSound(editor, look, 'warning-edit')
      await openTab('revendiqué', 'activity')
      await button('review.action.assign').click()
      await expectSound(editor, look, 'assign', DIALOG)
    })
  })
}
