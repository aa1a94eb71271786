import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DomainError } from '@/lib/errors'
import { runApart, task } from './run-apart'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-threads-'))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A function that a thread loads from a file of its own; in this process it says that it ran here. */
function written<Args extends unknown[]>(name: string, code: string) {
  writeFileSync(join(folder, `${name}.ts`), `export const ${name} = ${code}`)
  return task(join(folder, name), name, (..._: Args): unknown => 'here')
}

// A thread's beginning takes its time on a busy machine.
const LONG = { size: 1_000_000, patience: 60_000 }

test('a short text is read at once, a long one in a thread', async () => {
  const where = written<[number]>('where', "(n: number) => 'in a thread, ' + (n + 1)")
  expect(await runApart(where, [1], { size: 10 })).toBe('here')
  expect(await runApart(where, [1], LONG)).toBe('in a thread, 2')
})

test('the sources are found by their alias, and a refusal keeps its reasons', async () => {
  const refusing = written<[]>(
    'refusing',
    `() => { throw new DomainError('invalid', [{ key: 'import.blank' }]) }
import { DomainError } from '@/lib/errors'`,
  )
  await expect(runApart(refusing, [], LONG)).rejects.toEqual(new DomainError('invalid', [{ key: 'import.blank' }]))
})

test('what takes too long is ended and said so, nobody waits meanwhile, and the next one is done', async () => {
  const endless = written<[]>('endless', '() => { for (;;); }')
  const quick = written<[]>('quick', "() => 'done'")
  let beats = 0
  const heart = setInterval(() => beats++, 5)
  await expect(runApart(endless, [], { ...LONG, patience: 400 })).rejects.toMatchObject({
    code: 'unavailable',
    reasons: [{ key: 'text.notInTime' }],
  })
  clearInterval(heart)
  expect(beats).toBeGreaterThan(0)
  expect(await runApart(quick, [], LONG)).toBe('done')
})

test('an error of the work itself is no lateness', async () => {
  const broken = written<[]>('broken', "() => { throw new TypeError('broken') }")
  await expect(runApart(broken, [], LONG)).rejects.toThrow('broken')
})

test('an answer is kept by its key: the same question is worked on once', async () => {
  const counting = written<[]>(
    'counting',
    '() => { globalThis.asked = (globalThis.asked ?? 0) + 1; return globalThis.asked }',
  )
  const both = await Promise.all([
    runApart(counting, [], { ...LONG, key: 'one' }),
    runApart(counting, [], { ...LONG, key: 'one' }),
  ])
  expect(both[0]).toBe(both[1])
  expect(await runApart(counting, [], { ...LONG, key: 'one' })).toBe(both[0])
})

test('every task that is named somewhere is there under its name', async () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const named = files
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) =>
      Array.from(readFileSync(join('lib', path), 'utf8').matchAll(/ task\(\s*'([^']+)',\s*'([^']+)',\s*(\w+)/g)),
    )
  expect(named.length).toBeGreaterThan(3)
  for (const [, module = '', name = '', local] of named) {
    expect(local).toBe(name)
    expect(await import(/* @vite-ignore */ `@/${module}`)).toHaveProperty(name)
  }
})
