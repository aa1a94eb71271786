import { ensureDependencies } from './dependencies.mjs'
import { generate, isGenerated } from './generate.mjs'
import { checkNode } from './node-version.mjs'
import { step } from './steps.mjs'

/**
 * What every command stands on: a fitting Node, the dependencies (with `tools` those of tests and checks, too), the database client. Only after
 * this may a module import a package.
 */
export async function layGround({ tools = false } = {}) {
  checkNode()
  await ensureDependencies({ tools })
  if (!isGenerated()) await step('generating', generate)
}
