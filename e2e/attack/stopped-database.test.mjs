import { describe, expect, test } from 'vitest'
import { endPing, pingDatabase } from '@/lib/database/ping'
import { openPool } from '@/lib/database/pool'
import { troubleOf } from '@/lib/database/trouble'
import { startThrowawayPostgres } from '../../lib/launch/throwaway-postgres.mjs'

describe('a server that has been stopped (SIGSTOP)', () => {
  test('health says so and recovers; a statement on it is given up', async () => {
    const server = await startThrowawayPostgres()
    const url = server.url('postgres')
    const pool = openPool(url, { silence: 1000 })
    try {
      expect(await pingDatabase(url)).toBe(true)
      const { rows } = await pool.query('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()')
      const client = await pool.connect()
      client.on('error', () => {})
      const { rows: own } = await client.query('SELECT pg_backend_pid() AS pid')
      const pids = [server.pid, ...[...rows, ...own].map(({ pid }) => pid)]
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      expect(await pingDatabase(url)).toBe(false)
      const error = await client.query('SELECT 1').catch((thrown) => thrown)
      expect(troubleOf(error)).toBe('lost')
      client.release(true)
      const refused = await openPool(url, { wait: 500 })
        .connect()
        .catch((thrown) => thrown)
      expect(troubleOf(refused)).not.toBeNull()
      for (const pid of pids) process.kill(pid, 'SIGCONT')
      await expect.poll(() => pingDatabase(url), { timeout: 60_000 }).toBe(true)
    } finally {
      await pool.end()
      endPing()
      await server.stop()
    }
  })

  test('health of a server that is not there', async () => {
    expect(await pingDatabase('postgres://nobody@127.0.0.1:9/none')).toBe(false)
  })
})
