import { Socket } from 'node:net'
import pg from 'pg'
import { LIVING_WORKER } from '@/lib/database/worker-lock'

/** In milliseconds, the making of a connection included. */
const PATIENCE = 1_500

type HealthConnection = { socket: Socket; client: Promise<pg.Client> }

let open: HealthConnection | null = null
/** Whether the database answers, and whether a worker of background jobs is connected to it. */
export type DatabaseHealth = { well: boolean; hasWorker: boolean }

let asking: Promise<DatabaseHealth> | null = null

function hangUp(line: HealthConnection): void {
  if (open === line) open = null
  // Not `end`: that would wait for a server that has stopped.
  line.socket.destroy()
}

function call(connectionString: string): HealthConnection {
  const socket = new Socket()
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE,
    application_name: 'recoupe health',
    stream: () => socket,
  })
  const line = { socket, client: client.connect().then(() => client) }
  client.on('error', () => hangUp(line))
  return line
}

const LOOK = `SELECT EXISTS (SELECT 1 FROM pg_locks l WHERE ${LIVING_WORKER}) AS "hasWorker"`

async function ask(connectionString: string): Promise<DatabaseHealth> {
  open ??= call(connectionString)
  const line = open
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    clock = setTimeout(() => resolve(null), PATIENCE)
  })
  const answer = line.client.then((client) => client.query<{ hasWorker: boolean }>(LOOK)).then(({ rows }) => rows)
  const rows = await Promise.race([answer.catch(() => null), late])
  clearTimeout(clock)
  if (!rows) hangUp(line)
  return { well: rows !== null, hasWorker: rows?.[0]?.hasWorker ?? false }
}

/**
 * Looks whether the database answers within a second and a half. On a connection of its own: neither a full pool nor a
 * stopped server keeps it waiting. Who asks meanwhile gets the same answer.
 */
export function lookAtDatabase(connectionString: string): Promise<DatabaseHealth> {
  asking ??= ask(connectionString).finally(() => {
    asking = null
  })
  return asking
}

/** True when the database answers. */
export const pingDatabase = async (connectionString: string): Promise<boolean> =>
  (await lookAtDatabase(connectionString)).well

/** Ends the connection of `lookAtDatabase`; the next look makes another. */
export function endPing(): void {
  if (open) hangUp(open)
}
