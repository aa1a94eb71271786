import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { TEST_NOW } from '@/seeds/builders'
import { fillDemo } from '@/seeds/demo/fill-demo'
import { ensureDemoTeam } from '@/seeds/demo/team'
import { seedArticles } from '@/seeds/index'

const db = getDb()

async function demo() {
  const folder = await mkdtemp(join(tmpdir(), 'recoupe-demo-'))
  const people = ['admin', 'editor', 'checker', 'checker2', 'viewer'].map((key) => `${key}@recoupe.example`)
  const file = join(folder, 'passwords.json')
  await writeFile(file, JSON.stringify(Object.fromEntries(people.map((email) => [email, 'a password for a test']))))
  const team = await ensureDemoTeam(db, file, TEST_NOW)
  await rm(folder, { recursive: true })
  await seedArticles({ ...team.people.editor, actor: { ...team.people.editor.actor, userId: null } })
  await fillDemo(db, team, TEST_NOW)
  return team
}

test('the demo shows the three chains of the bombers, and the sentence that both texts carry', async () => {
  const { project, people } = await demo()
  const counted = async (start: string) => {
    const claims = await db.claim.findMany({ where: { projectId: project.id, wording: { startsWith: start } } })
    return Promise.all(
      claims.map(async ({ id }) => {
        const { asserting, linked } = await countOriginsOfClaim(people.viewer, id)
        const { appearances, origins, undetermined, groups } = asserting
        return { counts: [appearances, origins, undetermined], rules: groups.flatMap(({ rules }) => rules), linked }
      }),
    )
  }
  expect(await counted('Sept kamikazes')).toMatchObject([{ counts: [3, 1, 1] }])
  // Neither text says where it has it: one common origin, which nobody knows.
  const shared = { counts: [2, 0, 1], rules: ['sharedPassage'], linked: [{}] }
  expect(await counted('L’attaque de l’aéroport')).toMatchObject([{ counts: [1, 0, 1], rules: ['notAnswered'] }])
  expect(await counted('L’EI-K est le plus extrême')).toMatchObject([shared, shared])
}, 120_000)
