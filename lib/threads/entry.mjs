import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'

// A thread of the pool: it runs the sources as they stand, outside of what the bundler makes of them.
register()

/** Runs one exported function of a module of the checkout. A refusal comes back as data: its class would not pass. */
export default async function run({ module, name, args }) {
  const { [name]: work } = await import(pathToFileURL(resolve(`${module}.ts`)).href)
  try {
    return { value: await work(...args) }
  } catch (error) {
    if (error?.name !== 'DomainError') throw error
    return { refusal: { code: error.code, reasons: error.reasons } }
  }
}
