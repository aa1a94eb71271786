import { chooseAddress, isOpenToOthers, publicAddress } from './address.mjs'
import { openDataFolder } from './data-folder.mjs'
import { lockData } from './data-lock.mjs'
import { sweepDraft } from './drafts.mjs'
import { layGround } from './ground.mjs'
import { refuseHalfRestored } from './half-restored.mjs'
import { keepRunning, keepTrying } from './keep-running.mjs'
import { atEnd, endOnSignals, isEnding } from './lifecycle.mjs'
import { checkMailSettings } from './mail-settings.mjs'
import { inSeconds, say } from './messages.mjs'
import { checkSecrets, demoPasswords } from './secrets.mjs'
import { step } from './steps.mjs'
import { trustedProxies } from './trusted-proxies.mjs'

/** What the app and the seeds are told: the database, the data folder with its secrets and, with the embedded database alone, the demo team. */
export function appEnvironment({ database, folder, address, demo }) {
  return {
    DATABASE_URL: database.url,
    RECOUPE_DATA_DIR: folder,
    NEXTAUTH_URL: publicAddress(address),
    RECOUPE_DEMO: demo ? '1' : '',
    RECOUPE_DEMO_PASSWORDS_FILE: demo?.file ?? '',
  }
}

function greet({ address, host, folder, demo, setupToken, started }) {
  console.log(`\n${say('ready', { seconds: inSeconds(performance.now() - started), address })}\n`)
  if (demo) {
    console.log(say('signIn'))
    const width = Math.max(...Object.keys(demo.passwords).map((email) => email.length))
    for (const [email, password] of Object.entries(demo.passwords))
      console.log(`  ${email.padEnd(width)}   ${password}`)
    console.log()
  }
  if (setupToken) console.log(`${say('setUp', { link: `${address}/setup/${setupToken}` })}\n`)
  if (isOpenToOthers(host) && !process.env.NEXTAUTH_URL) console.log(say('openToOthers', { host }))
  console.log(say('dataFolder', { path: folder }))
  console.log(say('toStop'))
}

/** Brings everything that Recoupe needs, starts it in that mode ('start' or 'dev'), and stays until it ends. */
export async function runApp(mode) {
  const started = performance.now()
  let serving = false
  endOnSignals(() => (serving ? 0 : 130))
  const { host, port, address: local } = await chooseAddress()
  publicAddress(local)
  trustedProxies(process.env.RECOUPE_TRUSTED_PROXIES)
  checkMailSettings()
  const folder = openDataFolder()
  atEnd(lockData(folder))
  sweepDraft(folder)
  refuseHalfRestored(folder)
  checkSecrets(folder)
  await layGround()

  // Only now are the packages there that these import.
  const { openDatabase } = await import('./database.mjs')
  const { ensureIdentityKey } = await import('./identity-key.mjs')
  const { ensureBuild } = await import('./build.mjs')
  const { followMessageParts } = await import('./message-parts.mjs')
  const { startWebServer } = await import('./web-server.mjs')
  const { startWorker } = await import('./worker-process.mjs')
  const { runSeeds } = await import('./seeding.mjs')
  const database = await openDatabase(folder)
  // From here on: a long build is no time to be without it.
  const kept = database.embedded ? [keepRunning('database', database.server, database.startAgain)] : []
  await ensureIdentityKey(folder, database.url)
  if (mode === 'start') await ensureBuild()
  else followMessageParts()
  const demo = database.embedded ? demoPasswords(folder) : undefined
  const env = {
    ...appEnvironment({ database, folder, address: local, demo }),
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
  }
  const seeded = await step('seeding', () => runSeeds(env))
  for (const line of seeded.lines) console.log(line)
  const startServer = () => startWebServer({ mode, host, port, address: local, env })
  const server = await step('starting', startServer)
  if (isEnding()) return
  serving = true
  greet({ address: env.NEXTAUTH_URL, host, folder, demo, setupToken: seeded.setupToken, started })
  kept.push(keepRunning('server', server, startServer))
  // Nobody waits for it, and without it people still work.
  const startOurWorker = () => startWorker(env)
  keepTrying('worker', startOurWorker(), startOurWorker)
  throw await Promise.race(kept)
}
