import { Socket } from 'node:net'
import pg from 'pg'

/** In milliseconds, the making of a connection included. */
const PATIENCE = 1_500

type Line = { socket: Socket; client: Promise<pg.Client> }

let open: Line | null = null
let asking: Promise<boolean> | null = null

function hangUp(line: Line): void {
  if (open === line) open = null
  // Not `end`: that would wait for a server that has stopped.
  line.socket.destroy()
}

function call(connectionString: string): Line {
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

async function ask(connectionString: string): Promise<boolean> {
  open ??= call(connectionString)
  const line = open
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    clock = setTimeout(() => resolve(false), PATIENCE)
  })
  const answer = line.client.then((client) => client.query('SELECT 1')).then(() => true)
  const well = await Promise.race([answer.catch(() => false), late])
  clearTimeout(clock)
  if (!well) hangUp(line)
  return well
}

/**
 * True when the database answers within a second and a half. On a connection of its own: neither a full pool nor a
 * stopped server keeps it waiting. Who asks meanwhile gets the same answer.
 */
export function pingDatabase(connectionString: string): Promise<boolean> {
  asking ??= ask(connectionString).finally(() => {
    asking = null
  })
  return asking
}

/** Ends the connection of `pingDatabase`; the next ping makes another. */
export function endPing(): void {
  if (open) hangUp(open)
}
