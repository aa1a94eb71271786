import { ensureDependencies } from './dependencies.mjs'
import { generate, isGenerated } from './generate.mjs'
import { checkNode } from './node-version.mjs'
import { step } from './steps.mjs'

/** What every command stands on: a fitting Node, the dependencies, the database client. Only after this may a module import a package. */
export async function layGround() {
  checkNode()
  await ensureDependencies()
  if (!isGenerated()) await step('generating', generate)
}
