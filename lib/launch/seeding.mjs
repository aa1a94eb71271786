import pg from 'pg'
import { LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'
import { quietly, runNode } from './run-node.mjs'

const refusals = { 'source.otherKey': 'identityKeyOther', 'source.keyOpensNothing': 'identityKeyOpensNothing' }

function refusalOf(reasons) {
  const known = reasons.find(({ key }) => refusals[key])
  if (known) return new LaunchError(refusals[known.key], known.values)
  return new LaunchError('refusedByDomain', { reasons: reasons.map(({ key }) => key).join(', ') })
}

/**
 * Runs a script of ours that needs the app's own code, in that environment. What it answers comes as lines `NAME=json`: returned by name, with the
 * other lines. LaunchError for what the domain refuses (`REFUSED=reasons`).
 */
export async function runScript(values, env) {
  const lines = []
  const answers = {}
  const { code, output } = await runNode([...quietly, '--import', 'tsx', ...values], {
    env,
    check: false,
    onLine(line) {
      const [, name, json] = /^([A-Z_]+)=(.+)$/.exec(line) ?? []
      if (name) answers[name] = JSON.parse(json)
      else lines.push(line)
    },
  })
  if (answers.REFUSED) throw refusalOf(answers.REFUSED)
  if (code !== 0 && /DatabaseNotReachable|ECONNREFUSED|57P0[1-3]/.test(output)) throw new LaunchError('databaseSilent')
  if (code !== 0)
    throw new LaunchError('programFailed', {
      program: values.join(' '),
      code,
      output: lines.slice(-15).join('\n') || output,
    })
  return { lines, answers }
}

// Several starts on one database would bring the same texts in side by side, and each would end the other's set-up link.
async function oneAtATime(connectionString, work) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('recoupe:seed'))")
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}

/** Runs seeds/run.ts, one start at a time. Returns what it printed and the token of the set-up link where nobody has an account yet. */
export async function runSeeds(env) {
  const { lines, answers } = await oneAtATime(env.DATABASE_URL, () => runScript(['seeds/run.ts'], env))
  if (answers.KEY_PENDING) lines.push(say('identityKeyPending'))
  return { lines, setupToken: answers.SETUP_TOKEN }
}
