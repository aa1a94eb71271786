import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { ActionError } from './action-result'

/** True for what the browser throws when the page is of a version that the server does not serve any more: its actions and scripts are gone. */
export const isOutdated = (thrown: unknown): boolean =>
  unstable_isUnrecognizedActionError(thrown) || (thrown instanceof Error && thrown.name === 'ChunkLoadError')

/** What is told of an action that brought no answer. */
export function lostAnswer(thrown: unknown): ActionError {
  const key = isOutdated(thrown) ? 'outdated' : 'network'
  return { code: key, reasons: [{ key }] }
}
