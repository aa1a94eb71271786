import { type ChildProcess, fork } from 'node:child_process'
import { chromium } from 'playwright'
import { percentile } from '@/e2e/bench/measure'
import { browserExecutable, browserFlags } from '@/e2e/browser'
import { signIn } from '@/e2e/fixtures'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { projectId, userId } from '@/lib/ids'
import { aClaim, anArticle } from '@/seeds/builders'

const base = String(process.env.BASE_URL)
const TABS = ['claim', 'attribution', 'evidence', 'verdict', 'activity'] as const
const AT_ONCE = 4

const repeated = (words: string, length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length)
const NEAR = repeated('selon des responsables américains sept terroristes sont en fuite près de la frontière ', 300_000)

/** Texts that have stopped a server, and words of each that a claim stands on. */
const HOSTILE: Record<string, { text: string; words: string }> = {
  'one line of 200,000 characters': {
    text: repeated('Selon M. Mallick sept terroristes sont en fuite, a dit la porte-parole ', 200_000),
    words: 'sept terroristes sont en fuite',
  },
  '20,000 characters of “dit-il « ”': {
    text: `${repeated('dit-il « ', 20_000)} la fin du texte`,
    words: 'la fin du texte',
  },
  '300,000 characters without a sentence end': { text: NEAR, words: 'sept terroristes sont en fuite' },
  'the same, but for some words': {
    text: NEAR.replaceAll('sept', (word, at: number) => (at % 20 === 19 ? 'huit' : word)),
    words: 'sept terroristes sont en fuite',
  },
  '1,000,000 characters of short sentences': {
    text: repeated('Il fait beau ici, a-t-il dit à six heures. Oui.\n\n', 1_000_000),
    words: 'Il fait beau ici',
  },
}

async function store() {
  const db = getDb()
  const project = await db.project.findFirstOrThrow()
  const person = await db.user.findFirstOrThrow({ where: { email: 'editor@recoupe.example' } })
  const actor = { userId: userId.parse(person.id), projectId: projectId.parse(project.id), role: 'EDITOR' } as const
  const ctx: Ctx = { actor: { ...actor, isOwner: false }, db, now: new Date() }
  const stored: { name: string; articleId: string; claimId: string }[] = []
  for (const [name, { text, words }] of Object.entries(HOSTILE)) {
    const started = performance.now()
    const { article, version } = await anArticle(db, project, text, `Hostile: ${name}`)
    const { id } = await aClaim(ctx, version, words)
    stored.push({ name, articleId: article.id, claimId: id })
    console.log(`  stored ${name}: ${Math.round(performance.now() - started)} ms`)
  }
  return stored
}

type PageRequest = { name: string; path: string; body?: () => FormData }

const preview = (name: string, text: string): PageRequest => ({
  name,
  path: '/api/v1/import?preview',
  body: () => {
    const form = new FormData()
    form.set('file', new File([text], 'text.txt'))
    form.set('details', JSON.stringify({ encoding: null, fileName: 'text.txt' }))
    return form
  },
})

const pagesOf = (stored: Awaited<ReturnType<typeof store>>): PageRequest[] => [
  ...stored.flatMap(({ name, articleId, claimId }) => [
    { name: `${name}: page`, path: `/articles/${articleId}` },
    ...TABS.map((tab) => ({ name: `${name}: ${tab}`, path: `/articles/${articleId}?claim=${claimId}&tab=${tab}` })),
    { name: `${name}: report`, path: `/articles/${articleId}/report` },
    { name: `${name}: its passages`, path: `/shared-sentences?article=${articleId}` },
  ]),
  { name: 'passages of the project', path: '/shared-sentences' },
  { name: 'articles', path: '/articles' },
  ...Object.entries(HOSTILE).map(([name, { text }]) => preview(`import preview of ${name}`, text)),
]

async function askAll(asked: readonly PageRequest[], cookie: string) {
  const waiting = [...asked]
  const answers: { name: string; ms: number; status: number; bytes: number }[] = []
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const started = performance.now()
      const init = next.body ? { method: 'POST', body: next.body() } : {}
      const response = await fetch(base + next.path, { ...init, headers: { cookie, origin: base } })
      const { byteLength } = await response.arrayBuffer()
      const ms = Math.round(performance.now() - started)
      answers.push({ name: next.name, ms, status: response.status, bytes: byteLength })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return answers
}

const told = (poll: ChildProcess) =>
  new Promise<number[]>((resolve) => {
    poll.once('message', (times) => resolve(times as number[]))
    poll.send('tell')
  })

function tellHealth(when: string, times: readonly number[]) {
  const [p50, p99, most] = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)].map(Math.round)
  console.log(`  health ${when}: p50 ${p50} ms, p99 ${p99} ms, at most ${most} ms (${times.length} asked)`)
}

/** How long the health check takes while hostile texts are open, beside how long it takes while nothing is. */
export async function benchHealth(): Promise<void> {
  console.log('\nHealth while hostile texts are open')
  const browser = await chromium.launch({ executablePath: await browserExecutable(), args: browserFlags })
  const context = await browser.newContext({ baseURL: base, locale: 'fr-FR' })
  await signIn(await context.newPage(), 'editor')
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await browser.close()
  const poll = fork('e2e/bench/poll-health.mjs', [base])
  const pages = pagesOf(await store())
  await told(poll)
  await new Promise((resolve) => setTimeout(resolve, 5000))
  tellHealth('with nothing open', await told(poll))
  for (const round of ['first', 'second']) {
    const answers = await askAll(pages, cookie)
    tellHealth(`in the ${round} round of ${answers.length} pages`, await told(poll))
    const failed = answers.filter(({ status }) => status !== 200)
    for (const { name, status } of failed) console.log(`  ${name}: answered ${status}`)
    for (const { name, ms, bytes } of answers.sort((a, b) => b.ms - a.ms).slice(0, 8))
      console.log(`    ${name}: ${ms} ms, ${Math.round(bytes / 1000)} kB`)
  }
  poll.kill()
}
