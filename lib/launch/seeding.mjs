import { quietly, runNode } from './run-node.mjs'

/** Runs seeds/run.ts in that environment. Returns what it printed and the token of the set-up link where nobody has an account yet. */
export async function runSeeds(env) {
  const lines = []
  let setupToken
  await runNode([...quietly, '--import', 'tsx', 'seeds/run.ts'], {
    env,
    onLine(line) {
      const token = /^SETUP_TOKEN=(.+)$/.exec(line)?.[1]
      if (token) setupToken = token
      else lines.push(line)
    },
  })
  return { lines, setupToken }
}
