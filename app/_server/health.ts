import { type Disk, diskRoom } from '@/lib/database/disk'
import { wasDiskFull } from '@/lib/database/request-trouble'
import { lookAtDatabase } from '@/lib/db'
import { dataFolder } from '@/lib/env'

const STATUS: Record<Disk, 'ok' | 'degraded' | 'unavailable'> = { ok: 'ok', low: 'degraded', full: 'unavailable' }

/**
 * The answer to "are you well?", within two seconds: 200 while the database answers and has room, else 503. `degraded`,
 * with 200: its disk will soon be full. `worker`: whether background jobs are worked on; people can work without.
 */
export async function answerHealth(): Promise<Response> {
  const [{ well, hasWorker }, room] = await Promise.all([lookAtDatabase(), diskRoom(dataFolder())])
  const disk = wasDiskFull() ? 'full' : room
  const status = well ? STATUS[disk] : 'unavailable'
  return Response.json(
    { status, database: well ? 'ok' : 'unreachable', disk, worker: hasWorker ? 'ok' : 'none' },
    { status: status === 'unavailable' ? 503 : 200, headers: { 'Cache-Control': 'no-store' } },
  )
}
