import { openDataFolder } from './data-folder.mjs'
import { lockData, userOf } from './data-lock.mjs'
import { layGround } from './ground.mjs'
import { refuseHalfRestored } from './half-restored.mjs'
import { atEnd, endAll, endOnSignals } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { appEnvironment } from './run-app.mjs'
import { checkSecrets, demoPasswords } from './secrets.mjs'
import { whenRun } from './when-run.mjs'

/** `npm run seed`: puts in what seeds/articles holds and the database lacks: that of DATABASE_URL, else the embedded one, whether Recoupe runs or not. */
await whenRun(import.meta.url, async () => {
  endOnSignals()
  const folder = openDataFolder()
  const runs = !process.env.DATABASE_URL && userOf(folder)
  if (!process.env.DATABASE_URL && !runs) atEnd(lockData(folder))
  refuseHalfRestored(folder)
  checkSecrets(folder)
  await layGround()
  const { openDatabase, runningDatabase } = await import('./database.mjs')
  const { ensureIdentityKey } = await import('./identity-key.mjs')
  const { runSeeds } = await import('./seeding.mjs')
  const database = runs ? runningDatabase(folder) : await openDatabase(folder)
  await ensureIdentityKey(folder, database.url)
  const demo = database.embedded ? demoPasswords(folder) : undefined
  const address = `http://${process.env.HOST || '127.0.0.1'}:${process.env.PORT || 3000}`
  const env = appEnvironment({ database, folder, address, demo })
  const { lines, setupToken } = await runSeeds(env)
  for (const line of lines) console.log(line)
  if (setupToken) console.log(say('setUp', { link: `${env.NEXTAUTH_URL}/setup/${setupToken}` }))
  await endAll()
})
