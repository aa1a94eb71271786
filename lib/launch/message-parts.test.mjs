import { readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { expect, test } from 'vitest'
import { browserFiles, messagesAt, namedIn, partOf, pathsByPart, screens } from './message-parts.mjs'
import { inRoot } from './places.mjs'

// What only the interface imports: here it is looked at, as the messages are.
const { partOfPath } = await import(inRoot('app', '_messages', 'part-of-path.ts'))
const messages = JSON.parse(readFileSync(inRoot('app', '_messages', 'fr.json'), 'utf8'))
const paths = pathsByPart(messages)
const all = [...screens()]
const pages = all.filter((screen) => screen.endsWith('page.tsx'))
const at = (part, path) => path.split('.').reduce((holder, name) => holder?.[name], part)

/** An address of a page: groups are in none, and what varies is some name. */
const addressOf = (page) =>
  `/${relative(inRoot('app'), dirname(page))}`.replace(/\/\([^)]*\)/g, '').replace(/\[\w+\]/g, 'x')

test.each(pages.map((page) => [addressOf(page), page]))('%s asks for the part that is made for it', (address, page) => {
  expect(partOfPath(address)).toBe(partOf(page))
})

test.each(all.map((screen) => [relative(inRoot('app'), screen), screen]))(
  'the browser parts of %s have every message that they name',
  (_, screen) => {
    const part = partOf(screen)
    const had = { ...messagesAt(messages, paths.frame), ...messagesAt(messages, paths[part]) }
    const files = browserFiles(screen)
    const named = files.flatMap((file) => namedIn(readFileSync(file, 'utf8'), messages))
    expect(named.filter((path) => JSON.stringify(at(had, path)) !== JSON.stringify(at(messages, path)))).toEqual([])
  },
)

test('no file that runs in the browser makes up the whole name of a message from what it is given', () => {
  const files = [...new Set(all.flatMap(browserFiles))]
  expect(files.length).toBeGreaterThan(200)
  const open = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const names = [...text.matchAll(/const (\w+) = useTranslations\(\s*\)/g)].map(([, name]) => name)
    const calls = names.flatMap((name) => [
      ...text.matchAll(new RegExp(`\\b${name}(?:\\.\\w+)?\\(\\s*([^\\s)]+)`, 'g')),
    ])
    return calls
      .filter(([, asked]) => !/^['`]\w+\./.test(asked))
      .map(([call]) => `${relative(inRoot(), file)}: ${call}`)
  })
  expect(open).toEqual([])
})

test('a screen does not get what only others name', () => {
  expect(paths.workbench).toContain('figure')
  const names = Object.keys(messagesAt(messages, [...paths.frame, ...paths.workbench]))
  for (const other of ['sources', 'versions', 'report', 'team', 'auth']) expect(names).not.toContain(other)
})

test('of a key that is put together all is taken that it may be, and a message once with what holds it', () => {
  const some = { state: { OPEN: 'a', DROPPED: 'b' }, figure: { dated: { now: 'c' }, other: 'd' } }
  expect(namedIn(`label(\`state.\${state}\`); t('figure.dated.now')`, some)).toEqual(['state', 'figure.dated.now'])
  expect(messagesAt(some, ['figure.dated.now', 'state', 'state.OPEN'])).toEqual({
    state: some.state,
    figure: { dated: { now: 'c' } },
  })
})
