import { ensureSetupLink } from '@/lib/auth/commands/ensure-setup-link'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { demoPasswordsFile } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { readMissingItems } from '@/lib/evidence/commands/read-missing-items'
import { projectId } from '@/lib/ids'
import { askForMarkedClaims } from '@/lib/jobs/commands/ask-for-marked-claims'
import { askForMissingTexts } from '@/lib/jobs/commands/ask-for-missing-texts'
import { checkIdentityKey } from '@/lib/sources/commands/identity-key'
import { fillDemo } from '@/seeds/demo/fill-demo'
import { ensureDemoTeam } from '@/seeds/demo/team'
import { seedArticles } from '@/seeds/index'

// Run by the launcher, and by `npm run seed`. What it prints goes to the terminal.
const db = getDb()
const now = new Date()
const nobody = { userId: null, projectId: null, role: null, isOwner: false } as const

try {
  const { isPending } = await checkIdentityKey({ actor: nobody, db, now })
  if (isPending) console.log('KEY_PENDING=true')
  const passwords = demoPasswordsFile()
  const team = passwords ? await ensureDemoTeam(db, passwords, now) : null
  if (!team) {
    const token = await ensureSetupLink(db, now)
    if (token) console.log(`SETUP_TOKEN=${JSON.stringify(token)}`)
  }
  const project = team?.project ?? (await db.project.findFirst({ orderBy: { createdAt: 'asc' } }))
  if (project) {
    // The installation itself imports what lies in seeds/articles.
    const actor = { userId: null, projectId: projectId.parse(project.id), role: 'EDITOR', isOwner: false } as const
    const ctx: Ctx = { actor, db, now }
    for (const line of await seedArticles(ctx)) console.log(line)
    if (team) await fillDemo(db, team, now)
  } else {
    console.log('No project yet: the seed articles come in at the first start after it has been made.')
  }
  // Of an installation from before what is read of a text was kept. Pages do without until the worker has read it.
  await askForMissingTexts({ actor: nobody, db, now })
  // Who speaks in an evidence item counts for its origins: that comes first.
  await readMissingItems({ actor: nobody, db, now })
  // Of one from before claims were counted: lists tell of them as to be counted until then.
  await askForMarkedClaims({ actor: nobody, db, now })
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.log(`REFUSED=${JSON.stringify(error.reasons)}`)
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
