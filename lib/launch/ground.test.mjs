import { expect, test } from 'vitest'
import { isComplete } from './dependencies.mjs'
import { LaunchError } from './launch-error.mjs'
import { checkNode, satisfies } from './node-version.mjs'

test.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.5.0', false],
  ['24.0.0', true],
  ['25.1.0', true],
  ['18.20.0', false],
])('Node %s: %s', (version, fits) => {
  expect(satisfies(version, '^20.19.0 || ^22.12.0 || >=24.0.0')).toBe(fits)
})

test('a Node that is too old is refused in one sentence', () => {
  expect(() => checkNode('18.20.0')).toThrow(LaunchError)
  expect(() => checkNode()).not.toThrow()
})

test('installed dependencies are those of the lock file, but for the packages of other systems', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  }
  const installed = (packages) => isComplete(lock, { packages })
  expect(installed({ 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  expect(installed({ 'node_modules/a': { version: '1.0.1' } })).toBe(false)
  expect(installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } })).toBe(false)
  expect(installed({})).toBe(false)
})

test('for serving, the packages of tests and checks may lack', () => {
  const packages = { a: { version: '1.0.0' }, b: { version: '1.0.0', dev: true } }
  const lock = { packages: { '': {}, ...packages } }
  const installed = { packages: { a: packages.a } }
  expect([isComplete(lock, installed, { tools: false }), isComplete(lock, installed)]).toEqual([true, false])
  expect(isComplete(lock, { packages: { b: packages.b } }, { tools: false })).toBe(false)
})
