import { Socket } from 'node:net'
import pg from 'pg'
import { CONNECTION_WAIT, CONNECTIONS, IDLE_IN_TRANSACTION, LOCK, SILENCE, STATEMENT } from '@/lib/database/limits'

/** A socket that ends itself when the other side says nothing for so long: a stopped server would never end it. */
function impatientSocket(patience: number): Socket {
  const socket = new Socket()
  socket.setTimeout(patience, () => {
    socket.destroy(
      Object.assign(new Error('The database says nothing.'), { code: 'ETIMEDOUT', errno: -110, syscall: 'read' }),
    )
  })
  return socket
}

/** The pool of this process: nothing waits in it for ever, neither for a connection nor on one. */
export function openPool(connectionString: string, { silence = SILENCE, wait = CONNECTION_WAIT } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: wait,
    statement_timeout: STATEMENT,
    lock_timeout: LOCK,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    stream: () => impatientSocket(silence),
  })
  // An idle connection that ends is no news: the pool opens another.
  pool.on('error', () => {})
  return pool
}
