import { runNode } from './run-node.mjs'

const check = async (name, values) => {
  console.log(`\n── ${name}`)
  const { code } = await runNode(values, { check: false })
  return code === 0
}

/** Format and lint: true when nothing is wrong. */
export const checkStyle = () =>
  check('biome ci', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--no-errors-on-unmatched'])

/** That nothing is exported, installed or kept as a file which nothing uses: true when nothing is wrong. */
export const checkUnused = () => check('knip', ['node_modules/knip/bin/knip.js', '--no-progress'])

/** Types, those of the routes included: true when nothing is wrong. */
export async function checkTypes() {
  // Writes next-env.d.ts and the types of the routes, neither of which is in git.
  return (
    (await check('next typegen', ['node_modules/next/dist/bin/next', 'typegen'])) &&
    (await check('tsc --noEmit', ['node_modules/typescript/bin/tsc', '--noEmit']))
  )
}
