'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { AfterWriteContext } from '@/app/_ui/use-action'
import type { MarkView } from '@/lib/review/mark-view'
import { type ClaimPatch, type ClaimPatches, patched, withTold } from './claim-patches'

/** What the server answers of an article's claims: see the route `changes`. */
export type Changes = { since: string; isWhole: boolean; claims: MarkView[]; goneIds: string[] }

export interface ArticleClaimsApi {
  /** In reading order of the shown version. */
  claims: readonly MarkView[]
  /** Takes one claim as it was just read; null: it is gone. `versionId`: the text's latest version then. */
  tell: (claimId: string, told: { since: string; versionId: string; claim: MarkView | null }) => void
  /** Asks what has become of the claims, once whoever walks from claim to claim stands still. */
  askSoon: () => void
  /** Goes to an address of this article. */
  go: (href: string) => void
}

const ArticleClaimsContext = createContext<ArticleClaimsApi | null>(null)

/** The claims of the article around this component. Throws outside of one. */
export function useArticleClaims(): ArticleClaimsApi {
  const api = useContext(ArticleClaimsContext)
  if (!api) throw new Error('useArticleClaims is for parts of an article')
  return api
}

const NONE: ClaimPatches = new Map()
// Milliseconds: what took longer to get here than this has lain somewhere.
const FRESH = 20_000
// Who holds J walks past many claims in a second.
const STILL = 400

interface ArticleClaimsProps {
  articleId: string
  versionId: string
  /** As the page was opened with. */
  claims: readonly MarkView[]
  /** The last entry of the project's history that they are sure to have taken in. */
  since: string
  readAt: Date
  children: ReactNode
}

/**
 * Holds an article's claims while it is open. What is saved here, or by others, comes as the claims that it changed, however many there
 * are and however long the text is: after each write, when a claim is selected, and when somebody comes back to the window.
 */
export function ArticleClaims({ articleId, versionId, claims: opened, since, readAt, children }: ArticleClaimsProps) {
  const router = useRouter()
  const [patches, setPatches] = useState(NONE)
  const claims = useSameList(useMemo(() => patched(opened, BigInt(since), patches), [opened, since, patches]))
  // Up to where the history is known of all claims.
  const known = useRef(since)
  useEffect(() => {
    if (BigInt(since) > BigInt(known.current)) known.current = since
  }, [since])

  const take = useCallback((told: readonly (readonly [string, ClaimPatch])[]) => {
    startTransition(() => setPatches((earlier) => withTold(earlier, told)))
  }, [])

  const asking = useRef({ isBusy: false, isWanted: false })
  // Many questions at once are one.
  const ask = useCallback(async () => {
    const state = asking.current
    state.isWanted = true
    if (state.isBusy) return
    state.isBusy = true
    while (state.isWanted) {
      state.isWanted = false
      const changes = await changesSince(articleId, versionId, known.current)
      if (changes?.isWhole) router.refresh()
      else if (changes) {
        const at = BigInt(changes.since)
        take([
          ...changes.claims.map((claim) => [claim.id, { since: at, claim }] as const),
          ...changes.goneIds.map((id) => [id, { since: at, claim: null }] as const),
        ])
        known.current = changes.since
      }
    }
    state.isBusy = false
  }, [articleId, versionId, router, take])

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  const askSoon = useCallback(() => {
    clearTimeout(soon.current)
    soon.current = setTimeout(() => void ask(), STILL)
  }, [ask])
  useEffect(() => () => clearTimeout(soon.current), [])

  // A page that the browser kept while one was elsewhere.
  useEffect(() => {
    if (Date.now() - readAt.getTime() > FRESH) void ask()
  }, [readAt, ask])

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') void ask()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [ask])

  // A panel that one waits for is read first; then what else the write changed.
  const [written, setWritten] = useState(0)
  useEffect(() => {
    if (written > 0) void ask()
  }, [written, ask])

  // Where one is on the way to: what is saved meanwhile must not lead back.
  const wanted = useRef<string | null>(null)
  const hasGone = useRef(false)
  const arrived = useSearchParams()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another address is reached.
  useEffect(() => {
    wanted.current = null
  }, [arrived])
  useEffect(() => {
    const onClick = (event: globalThis.MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      const link = event.target instanceof Element ? event.target.closest('a[href^="?"]') : null
      if (isPlain && link) wanted.current = link.getAttribute('href')
    }
    // Who has something unsaved is asked before this, on the window, and may stay.
    document.addEventListener('click', onClick, true)
    return () => document.removeEventListener('click', onClick, true)
  }, [])
  const api = useMemo<ArticleClaimsApi>(
    () => ({
      claims,
      tell: (claimId, { versionId: latest, since: at, claim }) => {
        // The text has another version by now.
        if (latest !== versionId) router.refresh()
        else take([[claimId, { since: BigInt(at), claim }]])
      },
      askSoon,
      go: (href) => {
        hasGone.current = true
        wanted.current = href
        router.replace(href, { scroll: false })
      },
    }),
    [claims, versionId, router, take, askSoon],
  )
  const afterWrite = useCallback(
    (done: () => void) => {
      hasGone.current = false
      done()
      startTransition(() => {
        // Of one transition with the panel: it counts once that is there.
        setWritten((count) => count + 1)
        // The same address again, as the router has it: its panel, and nothing else, is read anew.
        const address = wanted.current ?? `${location.pathname}${location.search}`
        if (!hasGone.current) router.replace(address, { scroll: false })
      })
    },
    [router],
  )
  return (
    <ArticleClaimsContext value={api}>
      <AfterWriteContext value={afterWrite}>{children}</AfterWriteContext>
    </ArticleClaimsContext>
  )
}

/** The list that was there before, while it holds the same: what draws thousands of claims is not drawn anew for nothing. */
function useSameList(next: readonly MarkView[]): readonly MarkView[] {
  const [kept, setKept] = useState(next)
  if (kept === next) return kept
  if (kept.length === next.length && kept.every((claim, at) => claim === next[at])) return kept
  setKept(next)
  return next
}

/** Null where nothing comes, or a refusal: it is asked again after the next write, and whoever is signed out learns it there. */
async function changesSince(articleId: string, versionId: string, since: string): Promise<Changes | null> {
  try {
    const asked = new URLSearchParams({ version: versionId, since })
    const answer = await fetch(`/api/v1/articles/${articleId}/changes?${asked}`)
    // What our own route answers.
    return answer.ok ? ((await answer.json()) as Changes) : null
  } catch {
    return null
  }
}
