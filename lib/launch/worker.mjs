import { openDataFolder } from './data-folder.mjs'
import { userOf } from './data-lock.mjs'
import { layGround } from './ground.mjs'
import { LaunchError } from './launch-error.mjs'
import { endOnSignals } from './lifecycle.mjs'
import { checkMailSettings } from './mail-settings.mjs'
import { say } from './messages.mjs'
import { appEnvironment } from './run-app.mjs'
import { checkSecrets } from './secrets.mjs'
import { whenRun } from './when-run.mjs'

/** `npm run worker`: works on background jobs alone, of the database of DATABASE_URL or of a Recoupe that runs on the embedded one. */
await whenRun(import.meta.url, async () => {
  endOnSignals(() => 0)
  const folder = openDataFolder()
  if (!process.env.DATABASE_URL && !userOf(folder)) throw new LaunchError('workerNeedsDatabase')
  checkMailSettings()
  checkSecrets(folder)
  await layGround()
  const { openDatabase, runningDatabase } = await import('./database.mjs')
  const { keepRunning } = await import('./keep-running.mjs')
  const { startWorker } = await import('./worker-process.mjs')
  const database = process.env.DATABASE_URL ? await openDatabase(folder) : runningDatabase(folder)
  const address = `http://${process.env.HOST || '127.0.0.1'}:${process.env.PORT || 3000}`
  const env = { ...appEnvironment({ database, folder, address }), NODE_ENV: 'production' }
  const start = () => startWorker(env)
  const worker = start()
  worker.ready.then(() => console.log(say('workerReady')))
  throw await keepRunning('worker', worker, start)
})
