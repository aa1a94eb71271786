import type { AsyncLocalStorage } from 'node:async_hooks'
import { troubleOf } from '@/lib/database/trouble'

/** What the web server's gate (lib/launch/request-gate.mjs) knows of the request that is being answered. */
type CurrentRequest = { trouble: boolean }

const shared = globalThis as typeof globalThis & {
  recoupeRequests?: AsyncLocalStorage<CurrentRequest>
  recoupeDiskFullAt?: number
}

/** What an error of a page says instead of a number in the log, so that the page can tell what to do. */
const UNAVAILABLE = 'unavailable'

/**
 * Tells the gate of a request whose page the database could not give: it answers 503 if nothing has been sent yet. Answers
 * the error, marked so that the page says "busy" and no more.
 */
export function noteTrouble(error: unknown): unknown {
  const trouble = troubleOf(error)
  if (!trouble) return error
  const request = shared.recoupeRequests?.getStore()
  if (request) request.trouble = true
  if (trouble === 'full') shared.recoupeDiskFullAt = performance.now()
  return error instanceof Error ? Object.assign(error, { digest: UNAVAILABLE }) : error
}

const REMEMBERED = 60_000

/** True when PostgreSQL said within the last minute that its disk is full. */
export const wasDiskFull = (): boolean =>
  shared.recoupeDiskFullAt !== undefined && performance.now() - shared.recoupeDiskFullAt < REMEMBERED
