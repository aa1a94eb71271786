import { execFileSync } from 'node:child_process'
import { chownSync, closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { addComment } from '@/lib/comments/commands'
import { wasDiskFull } from '@/lib/database/request-trouble'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'

// A disk without room for another row: a small file system in memory, which only root may make, and not everywhere.

const db = getDb()

/** A folder that holds two megabytes and no more; null where none can be made. */
function makeSmallDisk(): { folder: string; remove: () => void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    remove() {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

/** Writes a file until there is no room left. */
function fill(path: string) {
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(1024, 1))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    fsyncSync(file)
    closeSync(file)
  }
}

const disk = process.platform === 'linux' && process.getuid?.() === 0 ? makeSmallDisk() : null

test.skipIf(!disk)(
  'a table whose disk is full: nothing is saved and the rest goes on; with room again it is saved',
  async () => {
    if (!disk) return
    const superuser = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
    await superuser.connect()
    const { rows } = await superuser.query('SHOW data_directory')
    const { uid, gid } = statSync(rows[0].data_directory)
    chownSync(disk.folder, uid, gid)
    try {
      await superuser.query(`CREATE TABLESPACE small_disk LOCATION '${disk.folder}'`)
      await superuser.query('ALTER TABLE "Comment" SET TABLESPACE small_disk')
      const desk = await aProject(db)
      const { version } = await anArticle(db, desk.project, 'Le pont est tombé.')
      const claim = await aClaim(desk.editor.ctx, version, 'Le pont')
      const say = (at: number) =>
        addComment(desk.editor.ctx, {
          ...once(),
          id: newId(),
          claimId: claim.id,
          body: `${at} ${'Relire. '.repeat(90)}`,
        })
      await say(0)
      fill(join(disk.folder, 'filler'))
      let saved = 1
      const refused = async () => {
        for (; ; saved++) await say(saved)
      }
      await expect(refused()).rejects.toMatchObject({ code: 'unavailable', reasons: [{ key: 'database.full' }] })
      expect(wasDiskFull()).toBe(true)
      const kept = async () => [
        await db.comment.count({ where: { claimId: claim.id } }),
        await db.auditEntry.count({ where: { claimId: claim.id, action: 'comment:add' } }),
      ]
      // Neither the comment nor its line in the history; what has its room elsewhere is written.
      expect(await kept()).toEqual([saved, saved])
      await anArticle(db, desk.project, 'Un autre pont est tombé.')
      rmSync(join(disk.folder, 'filler'))
      await say(saved)
      expect(await kept()).toEqual([saved + 1, saved + 1])
      console.log(`attack: a full disk: refused after ${saved} comments, none lost, saved again with room`)
    } finally {
      await superuser.query('ALTER TABLE "Comment" SET TABLESPACE pg_default')
      await superuser.query('DROP TABLESPACE IF EXISTS small_disk')
      await superuser.end()
      disk.remove()
    }
  },
)
