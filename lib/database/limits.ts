// How long anything waits for the database, in milliseconds, and how much of it waits at once. What waits longer is
// answered "busy": a page that comes late helps nobody, and whoever waits holds a connection that others need.

/** One statement, on the server. */
export const STATEMENT = 20_000
/** One lock: somebody else's transaction should be done by then. */
export const LOCK = 8_000
/** A transaction in which nothing is asked: its process has gone or hangs. */
export const IDLE_IN_TRANSACTION = 30_000
/** A connection on which the server says nothing, though it should have ended the statement long since: it hangs. */
export const SILENCE = STATEMENT + 5_000
/** One transaction as a whole, and its wait for a connection. */
export const TRANSACTION = 30_000
export const TRANSACTION_WAIT = 10_000

export const CONNECTIONS = 10
/** For a connection out of the pool. */
export const CONNECTION_WAIT = 5_000
/** Transactions at once: writers that all wait for one row leave connections to those who only read. */
export const TRANSACTIONS = 6
export const MOST_TRANSACTIONS_WAITING = 100
