import pg from 'pg'
import type { ReactNode } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { aProject, aSession } from '@/seeds/builders'
import { aCrowdedArticle } from '@/seeds/crowded-article'
import { PANEL_TABS, type PanelTab } from './_components/claims/panel-tab'
import WorkbenchLayout from './articles/[articleId]/(workbench)/layout'
import PanelPage from './articles/[articleId]/(workbench)/page'
import ReportPage from './articles/[articleId]/report/page'
import ArticlesPage from './articles/page'
import OriginsPage from './claims/[claimId]/origins/page'
import ClaimsPage from './claims/page'
import { drawServerParts } from './draw-server-parts'
import EventPage from './events/[eventId]/page'
import DeskLayout from './layout'
import DeskPage from './page'

// How many statements each screen asks of the database: counts, which are the same on every machine, and no times.

/**
 * The most that a screen may ask with the desk's frame around it, however many claims there are. Whoever makes a screen ask less lowers
 * its number; whoever must raise one says in the commit why.
 */
const CEILINGS: Record<Screen, number> = {
  desk: 24,
  articles: 6,
  claims: 16,
  article: 18,
  claim: 54,
  attribution: 54,
  evidence: 49,
  verdict: 49,
  activity: 46,
  event: 18,
  origins: 11,
  report: 36,
}
type Screen = 'desk' | 'articles' | 'claims' | 'article' | PanelTab | 'event' | 'origins' | 'report'

type Memory = Map<unknown, Map<unknown, unknown>>
const request = vi.hoisted(() => ({ memory: new Map() as Memory, token: '' }))

// As React does for one request: the same question is asked once.
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  useId: () => 'an id',
  useMemo: (made: () => unknown) => made(),
  useCallback: (made: unknown) => made,
  cache:
    (asked: (key: unknown) => unknown) =>
    (key: unknown): unknown => {
      const answers = request.memory.get(asked) ?? new Map()
      request.memory.set(asked, answers)
      if (!answers.has(key)) answers.set(key, asked(key))
      return answers.get(key)
    },
}))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (name.endsWith('session') ? { value: request.token } : undefined) }),
  headers: async () => new Headers(),
}))
vi.mock('next/link', () => ({ default: ({ children }: { children: ReactNode }) => children }))
// Words are not what is counted.
vi.mock('next-intl', async (original) => {
  const words = Object.assign((key: string) => key, { rich: (key: string) => key, has: () => true, raw: () => '' })
  return {
    ...(await original<typeof import('next-intl')>()),
    useTranslations: () => words,
    useLocale: () => 'fr',
    useTimeZone: () => 'Europe/Paris',
    useFormatter: () => ({ dateTime: String, number: String, list: String, relativeTime: String }),
  }
})
vi.mock('next-intl/server', async () => {
  const { useTranslations } = await import('next-intl')
  return { getTranslations: async () => useTranslations(), getLocale: async () => 'fr' }
})

const statements = vi.spyOn(pg.Client.prototype, 'query')

/** So many statements it takes to draw a screen. */
async function countOf(screen: ReactNode): Promise<number> {
  request.memory = new Map()
  statements.mockClear()
  await drawServerParts(<DeskLayout>{screen}</DeskLayout>)
  return statements.mock.calls.length
}

const asked = <Params,>(params: Params, searchParams: Record<string, string> = {}) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve(searchParams),
})

type Case = { articleId: string; claimId: string; eventId: string }

const workbench = ({ articleId }: Case, searchParams?: Record<string, string>) => (
  <WorkbenchLayout {...asked({ articleId })}>
    <PanelPage {...asked({ articleId }, searchParams)} />
  </WorkbenchLayout>
)

const SCREENS: Record<Screen, (of: Case) => ReactNode> = {
  desk: () => <DeskPage />,
  articles: () => <ArticlesPage {...asked({})} />,
  claims: () => <ClaimsPage {...asked({}, { q: 'a' })} />,
  article: (of) => workbench(of),
  ...(Object.fromEntries(
    PANEL_TABS.map((tab) => [tab, (of: Case) => workbench(of, { claim: of.claimId, tab })]),
  ) as Record<PanelTab, (of: Case) => ReactNode>),
  event: ({ eventId }) => <EventPage {...asked({ eventId })} />,
  origins: ({ claimId }) => <OriginsPage {...asked({ claimId })} />,
  report: ({ articleId }) => <ReportPage {...asked({ articleId })} />,
}

describe('statements of a screen', () => {
  const few: Record<string, number> = {}
  const many: Record<string, number> = {}
  const screens = Object.entries(SCREENS) as [Screen, (of: Case) => ReactNode][]

  beforeAll(async () => {
    // Each in a project of its own, so that every list is as long as its article.
    for (const [counts, others] of [
      [few, 4],
      [many, 59],
    ] as const) {
      const desk = await aProject()
      const of = await aCrowdedArticle(desk, others)
      request.token = await aSession(desk.editor.ctx.db, desk.editor.user)
      for (const [screen, drawn] of screens) counts[screen] = await countOf(drawn(of))
    }
  })

  test('are no more than they were', () => {
    const over = screens.flatMap(([screen]) =>
      (many[screen] ?? 0) > CEILINGS[screen] ? [`${screen}: ${many[screen]} of ${CEILINGS[screen]}`] : [],
    )
    expect(over).toEqual([])
  })

  test('do not grow with the claims', () => {
    const growing = screens.filter(([screen]) => (many[screen] ?? 0) > (few[screen] ?? 0))
    expect(growing.map(([screen]) => `${screen}: ${few[screen]}, then ${many[screen]}`)).toEqual([])
  })
})
