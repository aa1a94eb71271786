import { unavailable } from '@/lib/context'
import { DomainError, type ErrorCode, type Reason } from '@/lib/errors'

export type ErrorAnswer = { code: ErrorCode | 'signed-out' | 'failed'; reasons: readonly Reason[] }

export const SIGNED_OUT: ErrorAnswer = { code: 'signed-out', reasons: [{ key: 'auth.signedOut' }] }

/** What the person is told of an error: the domain's reasons; that the database is busy; of any other only that it failed, the error itself goes to the log. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof DomainError) return { code: error.code, reasons: error.reasons }
  const busy = unavailable(error)
  if (busy) return { code: busy.code, reasons: busy.reasons }
  console.error(error)
  return { code: 'failed', reasons: [{ key: 'unknown' }] }
}
