import type { APIResponse, Page } from 'playwright/test'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { expect, test } from '../fixtures'
import { listRoutes, type Route } from './routes'

// Every page and every route handler, asked over HTTP by those who have no part in the desk that holds what they ask for.
test.use({ allowed: [/status of 40\d/] })
const db = getDb()

const ROUTES = listRoutes()
// What nobody has to be signed in for: it answers everybody the same, and nothing of a desk.
const OPEN = /^\/(sign-in|forgotten|invitation|join|reset|setup|api\/health|api\/auth)(\/|$)/
const ASKED: Record<string, string> = {
  '/api/v1/articles/[articleId]/changes': '?version=019aa000-0000-7000-8000-000000000000&since=999999999999',
  '/api/v1/articles/[articleId]/report': '?format=json',
  '/api/v1/articles/[articleId]/versions': '?preview=1',
  '/api/v1/claims': '?format=jsonl',
  '/api/v1/import': '?preview=1',
  '/sources/[sourceId]/merge': '?with=[otherSourceId]',
}

async function aDemoDesk() {
  const editor = await db.user.findUniqueOrThrow({ where: { email: 'editor@recoupe.example' } })
  const { projectId } = await db.membership.findFirstOrThrow({ where: { userId: editor.id } })
  const claim = await db.claim.findFirstOrThrow({ where: { projectId, deletedAt: null }, orderBy: { number: 'asc' } })
  const [events, sources, claims, articles] = await Promise.all([
    db.event.findMany({ where: { projectId } }),
    db.source.findMany({ where: { projectId } }),
    db.claim.findMany({ where: { projectId } }),
    db.article.findMany({ where: { projectId }, include: { versions: { select: { id: true } } } }),
  ])
  const batch = newId()
  await db.importBatch.create({ data: { id: batch, projectId, expected: 1, askedById: editor.id } })
  const members = await db.user.findMany({ where: { memberships: { some: { projectId } } } })
  const texts = [...events, ...articles].map(({ title }) => title)
  const names = [...sources.map(({ name }) => name), ...claims.map(({ wording }) => wording)]
  return {
    values: {
      ...{ articleId: claim.articleId, claimId: claim.id, eventId: events[0]?.id, sourceId: sources[0]?.id },
      otherSourceId: sources[1]?.id,
      ...{ number: '1', batchId: batch },
      ...{ token: 'x'.repeat(43), '...nextauth': 'session' },
    } satisfies Record<string, string | undefined>,
    // Longer than any word of the screens themselves. What was asked for comes back in addresses: those ids are left out.
    secrets: [
      ...[...texts, ...names].filter((text) => text.length > 15),
      ...articles.flatMap(({ versions }) => versions.map(({ id }) => id)),
      ...members.map(({ email }) => email),
    ],
  }
}

const PASSWORD = 'quatre mots sans aucun rapport'

async function aPerson(name: string) {
  const email = `${name}.${newId().slice(-8)}@recoupe.example`
  return { id: await ensureUser(db, { email, name: `${name} ${newId().slice(-8)}`, password: PASSWORD }), email }
}

async function signInAs(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: /e-mail|courriel/i }).fill(email)
  await page.getByLabel(/^Mot de passe/).fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

type DemoDesk = Awaited<ReturnType<typeof aDemoDesk>>

function addressOf({ path }: Route, values: Record<string, string | undefined>): string {
  return (path + (ASKED[path] ?? '')).replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const value = values[name]
    if (!value)
      throw new Error(`e2e/attack/strangers.spec.ts knows no value for [${name}] of ${path}: give it one in aDemoDesk.`)
    return value
  })
}

/** Asks for every route in every way, as a document and as the router does; answers each with its route. */
async function askEverything(
  page: Page,
  desk: DemoDesk,
  judge: (route: Route, answer: APIResponse, asked: string) => void,
) {
  for (const route of ROUTES) {
    const address = addressOf(route, desk.values)
    for (const method of route.methods) {
      const ways: Record<string, string>[] = route.isApi ? [{}] : [{}, { RSC: '1' }]
      for (const headers of ways) {
        const origin = new URL(page.url()).origin
        const file = { name: 'texte.txt', mimeType: 'text/plain', buffer: Buffer.from('Un texte.') }
        const multipart = { file, details: JSON.stringify({}) }
        const ask = (path: string) =>
          page.request.fetch(path, {
            ...{ method, maxRedirects: 0, headers: { ...headers, origin } },
            ...(method === 'GET' ? {} : { multipart }),
          })
        const first = await ask(address)
        // Next sends its router's requests first to where caches keep them apart from the page's own.
        const { location = '' } = first.headers()
        const answer = /[?&]_rsc\b/.test(location) ? await ask(location) : first
        const asked = `${method} ${address} ${headers.RSC ? '(by the router)' : ''} → ${answer.status()}`
        const body = await answer.text()
        const told = desk.secrets.filter((secret) => body.includes(secret))
        expect(told, `${asked} tells nothing`).toEqual([])
        expect(answer.status(), asked).toBeLessThan(500)
        judge(route, answer, asked)
      }
    }
  }
}

test('nobody who is not signed in gets past the sign-in', async ({ visitor }) => {
  const desk = await aDemoDesk()
  const page = await visitor()
  await page.goto('/sign-in')
  await askEverything(page, desk, (route, answer, asked) => {
    if (OPEN.test(route.path)) return
    if (route.isApi) expect(answer.status(), asked).toBe(401)
    // A redirect within the router's answer has the status of a page.
    else if (answer.status() !== 200) expect(answer.headers().location, asked).toContain('/sign-in')
  })
})

test('somebody who is a member of nothing finds nothing', async ({ visitor }) => {
  const desk = await aDemoDesk()
  const { email } = await aPerson('stranger')
  const page = await visitor()
  await signInAs(page, email)
  await askEverything(page, desk, (route, answer, asked) => {
    if (route.isApi && !OPEN.test(route.path)) expect(answer.status(), asked).toBe(404)
  })
})

test('the admin of another project finds nothing of this one', async ({ visitor }) => {
  const desk = await aDemoDesk()
  const { id, email } = await aPerson('elsewhere')
  const project = await db.project.create({
    data: { id: newId(), name: `Elsewhere ${newId().slice(-8)}`, kind: 'LIVE' },
  })
  await db.membership.create({ data: { id: newId(), projectId: project.id, userId: id, role: 'ADMIN' } })
  const page = await visitor()
  await signInAs(page, email)
  await askEverything(page, desk, (route, answer, asked) => {
    const isOfTheDesk = /\[(articleId|claimId|eventId|sourceId)\]/.test(route.path)
    // The router's answer has begun before it is known that there is nothing: it says so within.
    if (isOfTheDesk && !asked.includes('(by the router)')) expect(answer.status(), asked).toBe(404)
  })
})

test('of all addresses, those of things are there for the members', async ({ as }) => {
  const desk = await aDemoDesk()
  const page = await as('editor')
  const told = new Set<string>()
  const isRead = ({ path, methods }: Route) =>
    methods.includes('GET') && /\[(articleId|claimId|eventId|sourceId)\]/.test(path)
  for (const route of ROUTES.filter(isRead)) {
    const answer = await page.request.get(addressOf(route, desk.values))
    expect(answer.status(), route.path).toBe(200)
    const body = await answer.text()
    if (desk.secrets.some((secret) => body.includes(secret))) told.add(route.path)
  }
  // Else the silence towards strangers would say nothing.
  expect(told.size).toBeGreaterThan(5)
})
