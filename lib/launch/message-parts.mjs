import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inRoot } from './places.mjs'

// Which messages the browser gets: those of the frame on every screen, and beside them those of the screens of one part.

const APP = inRoot('app')
const LANGUAGES = ['fr', 'en']
// Refusals come from anywhere, as data.
const EVERYWHERE = ['reason', 'error', 'shell', 'ui']
const IMPORT = /^(?:import|export)\s+(?!type\b)([^;'"]*?)from\s+'([^']+)'/gms
const LATER = /\bimport\('([^']+)'\)/g
const WORDS = /['"`]([A-Za-z][\w-]*(?:\.[\w-]+)*)(?:['"`]|\.?\$\{)/g
const SCOPE = /\buseTranslations(?:<[^>]*>)?\(\s*'([^']+)'/g

function partBelow(folder) {
  const [first = '', second, third] = folder.split('/').filter((name) => name && !name.startsWith('('))
  if (folder === '' || folder === '(desk)') return 'frame'
  if (folder.startsWith('(auth)')) return 'entry'
  if (first === 'articles') return second === '[articleId]' && !third ? 'workbench' : 'articles'
  return ['sources', 'claims', 'events', 'shared-sentences'].includes(first) ? first : 'rest'
}

const isOnlyTypes = (names) =>
  /^\{[^}]*\}\s*$/.test(names) &&
  names
    .slice(1, names.lastIndexOf('}'))
    .split(',')
    .every((name) => !name.trim() || name.trim().startsWith('type '))

const texts = new Map()
const textOf = (file) => texts.get(file) ?? texts.set(file, readFileSync(file, 'utf8')).get(file)
const isMarked = (file, mark) => textOf(file).startsWith(`'${mark}'`)

function fileOf(from, path) {
  if (!/^(?:@\/|\.)/.test(path)) return null
  const place = path.startsWith('@/') ? inRoot(path.slice(2)) : join(dirname(from), path)
  return [`${place}.ts`, `${place}.tsx`].find((file) => existsSync(file)) ?? null
}

const importsOf = (file) =>
  [
    ...[...textOf(file).matchAll(IMPORT)].flatMap(([, names, path]) => (isOnlyTypes(names.trim()) ? [] : [path])),
    ...[...textOf(file).matchAll(LATER)].map(([, path]) => path),
  ].flatMap((path) => fileOf(file, path) ?? [])

function reached(from, ends) {
  const found = new Set(from)
  for (const file of found) if (!ends(file)) for (const each of importsOf(file)) found.add(each)
  return [...found]
}

/** The files that run in the browser where this page or layout is shown, those included that are fetched later. */
export function browserFiles(screen) {
  const isClient = (file) => isMarked(file, 'use client')
  const isServer = (file) => isMarked(file, 'use server')
  return reached(reached([screen], isClient).filter(isClient), isServer).filter((file) => !isServer(file))
}

const at = (messages, path) => path.split('.').reduce((part, name) => part?.[name], messages)

/** The scopes and keys of messages that a file names: "claim", "figure.dated". Of a key that is put together, all that it may be. */
export function namedIn(text, messages) {
  const named = [...text.matchAll(SCOPE)].map(([, scope]) => scope)
  for (const [whole, words] of text.matchAll(WORDS)) {
    const names = words.split('.')
    const isPutTogether = whole.endsWith('{')
    if (!(names[0] in messages) || (names.length === 1 && !isPutTogether)) continue
    while (at(messages, names.join('.')) === undefined) names.pop()
    named.push(names.join('.'))
  }
  return named
}

/** Every page, layout and screen of an error. */
export function* screens(folder = APP) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* screens(path)
    else if (/^(?:page|layout|error|not-found)\.tsx$/.test(entry.name)) yield path
  }
}

/** The part that a page or layout belongs to, as app/_messages/part-of-path.ts has it; `frame` is what surrounds every screen. */
export const partOf = (screen) => {
  const folder = relative(APP, dirname(screen)).replaceAll('\\', '/')
  return folder === '(desk)' && screen.endsWith('page.tsx') ? 'rest' : partBelow(folder)
}

/** For each part the files that run in the browser. */
function filesByPart() {
  texts.clear()
  const parts = {}
  for (const screen of screens()) {
    const part = partOf(screen)
    parts[part] = [...new Set([...(parts[part] ?? []), ...browserFiles(screen)])]
  }
  return parts
}

/** The messages that these paths name, in their place. */
export function messagesAt(messages, paths) {
  const picked = {}
  for (const path of [...new Set(paths)].sort()) put(messages, picked, path.split('.'))
  return picked
}

function put(from, to, [name, ...rest]) {
  // The same object: what holds the path is there as a whole already.
  if (from[name] === undefined || to[name] === from[name]) return
  if (rest.length === 0) {
    to[name] = from[name]
    return
  }
  to[name] ??= {}
  put(from[name], to[name], rest)
}

/** Everywhere, and by part, the paths of messages that the browser needs. */
export function pathsByPart(messages) {
  const paths = Object.entries(filesByPart()).map(([part, files]) => [
    part,
    files.flatMap((file) => namedIn(textOf(file), messages)),
  ])
  const { frame, ...parts } = Object.fromEntries(paths)
  return { frame: [...frame, ...EVERYWHERE], ...parts }
}

const isWithin = (path, scope) => path === scope || path.startsWith(`${scope}.`)

/** Writes app/_messages/generated: a file for each language and part. */
export function writeMessageParts() {
  for (const language of LANGUAGES) {
    const messages = JSON.parse(readFileSync(inRoot('app', '_messages', `${language}.json`), 'utf8'))
    const { frame, ...parts } = pathsByPart(messages)
    const folder = inRoot('app', '_messages', 'generated', language)
    mkdirSync(folder, { recursive: true })
    const write = (part, paths) => {
      const [file, text] = [join(folder, `${part}.json`), JSON.stringify(messagesAt(messages, paths))]
      if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
    }
    write('frame', frame)
    for (const [part, paths] of Object.entries(parts))
      write(
        part,
        paths.filter((path) => !EVERYWHERE.some((scope) => isWithin(path, scope))),
      )
  }
}

/** Writes them, and again after each change of a file that they come from: for the development server. */
export function followMessageParts() {
  writeMessageParts()
  let timer
  const watcher = watch(APP, { recursive: true }, (_, name) => {
    if (!name || name.startsWith(join('_messages', 'generated'))) return
    clearTimeout(timer)
    timer = setTimeout(writeWhenWhole, 100)
  })
  watcher.unref()
}

// A file that is being saved may be half there: the next change brings it.
function writeWhenWhole() {
  try {
    writeMessageParts()
  } catch (error) {
    console.error(error)
  }
}
