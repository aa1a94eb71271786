import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZodType } from 'zod'

// A text of nothing but combining marks, two of whose classes take turns, takes quadratic time to be normalised: no schema
// may do so before it has bounded the marks or the length.
const HOSTILE = `a${'\u0301'.repeat(20_000)}${'\u0327'.repeat(20_000)}`
const MARKS = /(?:(?!\u034f)\p{M}){2000}/u

const schemas = readdirSync(join(import.meta.dirname, '..'), { withFileTypes: true, recursive: true })
  .filter(({ name }) => name === 'schema.ts')
  .map(({ parentPath, name }) => join(parentPath, name))

/** Whatever is asked for holds the same value. */
const everywhere = (value: unknown): object =>
  new Proxy({}, { get: () => value, has: () => true, getOwnPropertyDescriptor: () => ({ configurable: true, value }) })

const { normalize } = String.prototype
let normalised = 0
beforeAll(() => {
  String.prototype.normalize = function (form?: string) {
    if (MARKS.test(String(this))) {
      normalised += 1
      return String(this)
    }
    return normalize.call(this, form)
  }
})
afterAll(() => {
  String.prototype.normalize = normalize
})

describe('a text of nothing but accents', () => {
  it.each(schemas)('is bounded before it is normalised by all of %s', async (path) => {
    const exported: Record<string, unknown> = await import(path)
    const tried = Object.entries(exported).filter(([, schema]) => schema instanceof ZodType)
    const inputs = [HOSTILE, everywhere(HOSTILE), everywhere(everywhere(HOSTILE)), everywhere([HOSTILE])]
    const offending = tried.filter(([, schema]) => {
      normalised = 0
      for (const input of inputs)
        try {
          if (schema instanceof ZodType) schema.safeParse(input)
        } catch {
          // What a proxy cannot be is refused in its own way: only normalising is looked at.
        }
      return normalised > 0
    })
    expect(offending.map(([name]) => name)).toEqual([])
  })

  it('would be seen', () => {
    normalised = 0
    HOSTILE.normalize('NFKC')
    expect(normalised).toBe(1)
  })
})
