/** A process of ours that ends by itself is started again so often within so long (milliseconds), waiting longer each time. */
export const limits = { tries: 5, within: 120_000, shortestWait: 500, longestWait: 8000 }

/**
 * What to do about a process that has just ended: `ends` holds the times of its ends, the present one last. Returns `{ tries, wait }`, how many ends
 * count (those of a process that had lived long do not) and how long to wait before the next start; `wait` is undefined when it is no use any more.
 */
export function nextStart(ends, { tries: most, within, shortestWait, longestWait } = limits) {
  const now = ends.at(-1)
  const tries = ends.filter((at) => now - at < within).length
  return { tries, wait: tries > most ? undefined : Math.min(shortestWait * 2 ** (tries - 1), longestWait) }
}
