import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { asSuperuser } from '@/lib/launch/as-superuser'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { listSharedNames } from '@/lib/sources/queries/shared-names'
import { aProject } from '@/seeds/builders'

const db = getDb()
const MIGRATION = join(import.meta.dirname, '../../prisma/migrations/20261202230000_one_folding/migration.sql')

/** What the migration does with the names that are there. */
function statements(): string {
  const sql = readFileSync(MIGRATION, 'utf8')
  const events = sql.slice(sql.indexOf('-- Of two events'), sql.indexOf('-- By which folding'))
  return sql.slice(sql.indexOf('DROP INDEX source_same_name'), sql.indexOf('CREATE INDEX source_shares_name')) + events
}

test('names from before are folded anew: those that become one are both kept and listed, and nothing else changes', async () => {
  const { project, viewer } = await aProject(db)
  const [first, second, event, twin] = [newId(), newId(), newId(), newId()]
  const source = (id: string, name: string, nameKey: string, day: number, kind: 'PERSON' | 'DOCUMENT' = 'PERSON') =>
    db.source.create({
      data: { id, projectId: project.id, kind, name, nameKey, aliases: [], createdAt: new Date(day) },
    })
  await source(first, 'Œuvre', 'œuvre', 1)
  await source(second, 'Oeuvre', 'oeuvre', 2)
  await source(newId(), 'Œuvre', 'œuvre', 3, 'DOCUMENT')
  const lodz = newId()
  await source(lodz, 'Łódź', 'łodz', 4)
  const titled = { projectId: project.id, createdAt: new Date(0) }
  await db.event.create({ data: { ...titled, id: event, title: 'Oeuvre', titleKey: 'oeuvre' } })
  await db.event.create({ data: { ...titled, id: twin, title: 'Œuvre', titleKey: 'œuvre' } })
  await asSuperuser(statements())
  expect(await listSharedNames(viewer.ctx)).toEqual([
    { one: { id: second, name: 'Oeuvre', kind: 'PERSON' }, other: { id: first, name: 'Œuvre', kind: 'PERSON' } },
  ])
  expect((await searchSources(viewer.ctx, 'lodz')).map(({ id }) => id)).toEqual([lodz])
  expect((await searchSources(viewer.ctx, 'OEUVRE')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([first, second]),
  )
  expect(await db.event.findMany({ where: titled, select: { titleKey: true }, orderBy: { titleKey: 'asc' } })).toEqual([
    { titleKey: 'oeuvre' },
    { titleKey: 'œuvre' },
  ])
})
