import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ensureUser } from '@/lib/auth/commands/ensure-user'
import { type Ctx, inTransaction } from '@/lib/context'
import type { Db } from '@/lib/db'
import { newId, projectId, type UserId } from '@/lib/ids'
import { insertProject } from '@/lib/projects/commands/create-project'
import { createProjectInput } from '@/lib/projects/schema'
import type { Role } from '@/prisma/generated/enums'

const DEMO_PROJECT = 'Kaboul, août 2021'

// Fictional people: their names say their roles.
const PEOPLE = [
  { key: 'admin', name: 'Adèle Admin', role: 'ADMIN', isOwner: true },
  { key: 'editor', name: 'Édith Éditrice', role: 'EDITOR', isOwner: false },
  { key: 'checker', name: 'Victor Vérificateur', role: 'CHECKER', isOwner: false },
  { key: 'checker2', name: 'Vera Vérificatrice', role: 'CHECKER', isOwner: false },
  { key: 'viewer', name: 'Liou Lecture', role: 'VIEWER', isOwner: false },
] as const satisfies readonly { key: string; name: string; role: Role; isOwner: boolean }[]

type Key = (typeof PEOPLE)[number]['key']
export type DemoTeam = { project: { id: string }; people: Record<Key, Ctx> }

/** The demo team in its TRAINING project: made once, with the passwords that the launcher keeps in `file`. */
export async function ensureDemoTeam(db: Db, file: string, now: Date): Promise<DemoTeam> {
  const passwords = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  const made: Partial<Record<Key, UserId>> = {}
  for (const { key, name, isOwner } of PEOPLE) {
    const email = `${key}@recoupe.example`
    const password = passwords[email]
    if (!password) throw new Error(`The file of demo passwords has none for ${email}.`)
    made[key] = await ensureUser(db, { email, name, password, isOwner })
  }
  // The loop above has made every one of them.
  const ids = made as Record<Key, UserId>
  const existing = await db.project.findUnique({ where: { name: DEMO_PROJECT } })
  const project = existing ?? (await makeProject(db, ids, now))
  const context = (key: Key, role: Role, isOwner: boolean): Ctx => ({
    actor: { userId: ids[key], projectId: projectId.parse(project.id), role, isOwner },
    db,
    now,
  })
  const people = Object.fromEntries(PEOPLE.map(({ key, role, isOwner }) => [key, context(key, role, isOwner)]))
  return { project, people: people as Record<Key, Ctx> }
}

async function makeProject(db: Db, ids: Record<Key, UserId>, now: Date) {
  const installation: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: true }, db, now }
  return inTransaction(installation, async (ctx) => {
    const input = createProjectInput.parse({
      id: newId(),
      name: DEMO_PROJECT,
      kind: 'TRAINING',
      timeZone: 'Europe/Paris',
    })
    const project = await insertProject(ctx, input, ids.admin)
    await ctx.tx.membership.createMany({
      data: PEOPLE.filter(({ key }) => key !== 'admin').map(({ key, role }) => ({
        id: newId(),
        projectId: project.id,
        userId: ids[key],
        role,
        createdAt: now,
      })),
    })
    return project
  })
}
