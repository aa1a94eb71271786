/**
 * What keeps the database from working: `busy` (it would not be done in time), `full` (no room on its disk), `lost` (the
 * connection is gone, and with it any word of how far it came).
 */
export type Trouble = 'busy' | 'full' | 'lost'

// SQL states of PostgreSQL, codes of Prisma and of sockets, kinds of Prisma's drivers.
const CODES: readonly (readonly [Trouble, RegExp])[] = [
  ['full', /^(?:53100|ENOSPC)$/],
  ['busy', /^(?:55P03|57014|53000|53200|53300|53400|P2024|P2028|P2037|TooManyConnections|RECOUPE_BUSY)$/],
  [
    'lost',
    /^(?:57P0[1-5]|25P03|25P04|08\w{3}|58030|P1001|P1002|P1008|P1011|P1017|E(?:CONN\w+|PIPE|TIMEDOUT|NOTFOUND))$/,
  ],
  ['lost', /^(?:ConnectionClosed|SocketTimeout|DatabaseNotReachable)$/],
]
// The driver says these in words alone.
const WORDS: readonly (readonly [Trouble, RegExp])[] = [
  ['busy', /timeout exceeded when trying to connect/],
  ['lost', /Connection terminated|connection error and is not queryable|Client was closed|socket hang up/],
]

const DEEPEST = 6

/** The errors of which one consists: Prisma wraps the driver's, and that one the server's. */
function* layersOf(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return
  yield error
  for (const name of ['cause', 'meta', 'driverAdapterError', 'errors'])
    for (const part of [Reflect.get(error, name)].flat()) yield* layersOf(part, depth + 1)
}

const textAt = (layer: object, name: string): string => {
  const value: unknown = Reflect.get(layer, name)
  return typeof value === 'string' ? value : ''
}

/** What keeps the database from working, by an error of it; null where the error is of another kind. */
export function troubleOf(error: unknown): Trouble | null {
  for (const layer of layersOf(error)) {
    const codes = ['originalCode', 'code', 'kind'].map((name) => textAt(layer, name))
    const found =
      CODES.find(([, pattern]) => codes.some((code) => pattern.test(code))) ??
      WORDS.find(([, pattern]) => pattern.test(textAt(layer, 'message')))
    if (found) return found[0]
  }
  return null
}
