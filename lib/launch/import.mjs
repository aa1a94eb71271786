import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDataFolder } from './data-folder.mjs'
import { lockData, userOf } from './data-lock.mjs'
import { layGround } from './ground.mjs'
import { refuseHalfRestored } from './half-restored.mjs'
import { LaunchError } from './launch-error.mjs'
import { atEnd, endAll, endOnSignals } from './lifecycle.mjs'
import { language, say } from './messages.mjs'
import { inRoot } from './places.mjs'
import { appEnvironment } from './run-app.mjs'
import { quietly, runNode } from './run-node.mjs'
import { checkSecrets } from './secrets.mjs'
import { whenRun } from './when-run.mjs'

const options = { project: { type: 'string', default: '' }, person: { type: 'string', default: '' } }

// What the script refuses by itself; all else is the domain's.
const ownRefusals = ['importNothing', 'importNoProject', 'importWhichProject', 'importNoPerson']

function askedOf(values) {
  try {
    const { values: asked, positionals } = parseArgs({ args: values, options, allowPositionals: true })
    if (positionals.length === 1) return { ...asked, folder: resolve(process.env.INIT_CWD ?? '.', positionals[0]) }
  } catch {
    // An option that is none of these: said like a folder that is missing.
  }
  throw new LaunchError('importUsage')
}

/** The reasons of a refusal, in the words of the screens. */
async function reasonTexts() {
  const { createTranslator } = await import('next-intl')
  const file = inRoot('app', '_messages', `${language()}.json`)
  const t = createTranslator({
    ...{ locale: language(), messages: JSON.parse(readFileSync(file, 'utf8')), namespace: 'reason' },
    onError: () => {},
  })
  const textOf = ({ key, values }) => (t.has(key) ? t(key, values) : key)
  return (reasons) => (reasons ?? []).map(textOf).join(' ')
}

/** What the script tells, put into words as it comes. Answers how many files are where, and why nothing was done at all. */
function tellAs(textsOf) {
  const sum = { saved: 0, known: 0, doubtful: 0, failed: 0 }
  const told = { sum, refused: null }
  const tellings = {
    progress: ({ done, total }) => console.log(say('importProgress', { done, total })),
    file: ({ name, state, reasons }) =>
      console.log(say(state === 'FAILED' ? 'importFailed' : 'importDoubtful', { name, reasons: textsOf(reasons) })),
    batch: ({ id, ...counts }) => {
      for (const name of Object.keys(sum)) sum[name] += counts[name]
      console.log(say('importBatch', { path: `/articles/import/${id}` }))
    },
    refused: (reasons) => {
      told.refused = reasons
    },
  }
  const onLine = (line) => {
    const [, name, json] = /^([a-z]+)=(.+)$/.exec(line) ?? []
    if (tellings[name]) tellings[name](JSON.parse(json))
    else if (line.trim()) console.error(line)
  }
  return { told, onLine }
}

/**
 * `npm run import -- FOLDER [--project=NAME] [--person=EMAIL]`: takes in every file of a folder and of those below it, as the import screen does
 * with many files; into the database of DATABASE_URL, else the embedded one, whether Recoupe runs or not. Ends with 1 where a file did not come in.
 */
await whenRun(import.meta.url, async (values) => {
  const { folder: texts, project, person } = askedOf(values)
  if (!existsSync(texts)) throw new LaunchError('fileMissing', { file: texts })
  if (!statSync(texts).isDirectory()) throw new LaunchError('importUsage')
  endOnSignals()
  const folder = openDataFolder()
  const runs = !process.env.DATABASE_URL && userOf(folder)
  if (!process.env.DATABASE_URL && !runs) atEnd(lockData(folder))
  refuseHalfRestored(folder)
  checkSecrets(folder)
  await layGround()
  const { openDatabase, runningDatabase } = await import('./database.mjs')
  const database = runs ? runningDatabase(folder) : await openDatabase(folder)
  const env = appEnvironment({ database, folder, address: 'http://127.0.0.1' })
  const textsOf = await reasonTexts()
  const { told, onLine } = tellAs(textsOf)
  const script = [...quietly, '--import', 'tsx', 'lib/launch/import-work.ts', texts, project, person]
  const { code } = await runNode(script, { env, check: false, onLine })
  if (told.refused) {
    const [{ key, values: named }] = told.refused
    throw ownRefusals.includes(key)
      ? new LaunchError(key, named)
      : new LaunchError('refusedByDomain', { reasons: textsOf(told.refused) })
  }
  if (code !== 0) throw new LaunchError('programFailed', { program: 'lib/launch/import-work.ts', code, output: '' })
  const { sum } = told
  await endAll()
  console.log(say('importDone', sum))
  process.exit(sum.failed + sum.doubtful > 0 ? 1 : 0)
})
