import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { readKeyState } from '@/lib/sources/commands/key-state'
import { activateIdentityKey, giveUpIdentities, resealIdentities } from '@/lib/sources/commands/rotate-identity-key'

// Run by `npm run keys`, as the installation itself. It answers in lines `NAME=json`.
const db = getDb()
const nobody = { userId: null, projectId: null, role: null, isOwner: false } as const
const ctx: Ctx = { actor: nobody, db, now: new Date() }
const [verb, value] = process.argv.slice(2)

async function work() {
  if (verb === 'rotate') {
    await activateIdentityKey(ctx, { commandId: newId() })
    console.log(`RESEALED=${JSON.stringify(await resealIdentities(ctx))}`)
  }
  if (verb === 'give-up') {
    await giveUpIdentities(ctx, { commandId: newId(), closed: Number(value) })
    await resealIdentities(ctx)
  }
  console.log(`STATE=${JSON.stringify(await readKeyState(ctx))}`)
}

try {
  await work()
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.log(`REFUSED=${JSON.stringify(error.reasons)}`)
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
