import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { ownHandlers } from '@/lib/jobs/commands/handlers'
import { work } from '@/lib/jobs/commands/work'

// Run by worker-process.mjs: works on jobs until it is told to end, then finishes what it has in hand.
const end = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end.abort())
const db = getDb()

try {
  await work({
    databaseUrl: databaseUrl(),
    ...{ db, handlers: ownHandlers(), signal: end.signal, clock: () => new Date() },
    onReady: (number) => console.log(`WORKER=${number}`),
    onError: (error, job) => console.error(job ? `${job.kind} ${job.id}:` : '', error),
  })
} finally {
  await db.$disconnect()
}
// Threads that read a long text would hold it.
process.exit()
