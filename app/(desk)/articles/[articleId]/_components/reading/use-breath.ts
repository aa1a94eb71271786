import { use } from 'react'

let queue: Promise<unknown> = Promise.resolve()

/** Resolves in a turn of its own, behind all that have asked before. */
function nextTurn(): Promise<unknown> {
  queue = queue.then(() => new Promise((resolve) => setTimeout(resolve)))
  return queue
}

/**
 * On the server, where React draws a page in one go: lets everybody else go first before this component is drawn. In the
 * browser React does so by itself.
 */
export function useBreath(isLong: boolean): void {
  if (isLong && typeof window === 'undefined') use(nextTurn())
}
