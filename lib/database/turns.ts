/** Takes turns: so many at once, so many waiting, each for so long. */
export type Turns = { take: () => Promise<() => void>; waiting: () => number }

/** Said to whoever would wait too long, or among too many. */
export class NoTurn extends Error {
  readonly code = 'RECOUPE_BUSY'
}

/** `take` answers how to give the turn back, once. It throws NoTurn. Times in milliseconds. */
export function makeTurns({
  atOnce,
  mostWaiting,
  patience,
}: Record<'atOnce' | 'mostWaiting' | 'patience', number>): Turns {
  let free = atOnce
  const waiting: (() => void)[] = []
  const giveBack = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  const once = () => {
    let isGiven = false
    return () => {
      if (!isGiven) giveBack()
      isGiven = true
    }
  }
  const take = () => {
    if (free > 0) {
      free--
      return Promise.resolve(once())
    }
    if (waiting.length >= mostWaiting) return Promise.reject(new NoTurn('too many wait'))
    return new Promise<() => void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(clock)
        resolve(once())
      }
      const clock = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1)
        reject(new NoTurn('no turn in time'))
      }, patience)
      waiting.push(begin)
    })
  }
  return { take, waiting: () => waiting.length }
}
