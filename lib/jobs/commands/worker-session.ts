import { hostname } from 'node:os'
import pg from 'pg'
import { LIVING_WORKER, WORKER_LOCK } from '@/lib/database/worker-lock'

/** A worker's own connection: while it lives, the worker lives, and others can tell. */
export type WorkerSession = {
  number: number
  /** Resolves when the connection is lost; then the worker is nobody any more and has to end. */
  lost: Promise<void>
  /** For pg-boss' upkeep, which is several statements at once. */
  execute: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  end: () => Promise<void>
}

// Locked before the row can be seen: nobody takes it for one that is gone.
const REGISTER = `
  WITH made AS (INSERT INTO jobs.worker (host, pid, kinds, started_at) VALUES ($1, $2, $3, now()) RETURNING number)
  SELECT number, pg_advisory_lock(${WORKER_LOCK}, number) FROM made`
// A machine that has lost its power closes no connection: the server asks for it.
const KEEP_ALIVE = 'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3'
// Rows of workers that are gone say nothing any more.
const FORGET_OTHERS = `
  DELETE FROM jobs.worker w WHERE w.number <> $1 AND NOT EXISTS (
    SELECT 1 FROM pg_locks l WHERE l.objid = w.number::oid AND ${LIVING_WORKER})`

/** Registers a worker of these kinds at that database. `onJobs` is called whenever jobs have been added. */
export async function openWorkerSession(
  connectionString: string,
  kinds: readonly string[],
  onJobs: () => void,
): Promise<WorkerSession> {
  const client = new pg.Client({ connectionString, keepAlive: true, application_name: 'recoupe worker' })
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  client.on('notification', onJobs)
  await client.query(KEEP_ALIVE)
  const { rows } = await client.query<{ number: number }>(REGISTER, [hostname(), process.pid, kinds])
  const number = rows[0]?.number ?? 0
  await client.query(FORGET_OTHERS, [number])
  await client.query('LISTEN recoupe_jobs')
  return {
    number,
    lost,
    execute: (text, values) => client.query(text, values),
    end: () => client.end(),
  }
}
