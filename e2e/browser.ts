import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const inModules = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

/** The package's own flags run Chromium in one process and without web security: these only keep it quiet and let root start it. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium to run: on Linux x64 that of `@sparticuz/chromium`, unpacked once; elsewhere undefined, for an installed Chrome.
 */
export async function browserExecutable(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = JSON.parse(await readFile(inModules('@sparticuz/chromium/package.json'), 'utf8'))
  const folder = inModules('.cache/recoupe')
  const executable = `${folder}/chromium-${version}`
  if (existsSync(executable)) return executable
  // Not by the package's own function: that leaves half a browser behind when broken off, at a place shared by all users.
  const draft = `${executable}.${randomUUID()}`
  await mkdir(folder, { recursive: true })
  await pipeline(
    createReadStream(inModules('@sparticuz/chromium/bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(draft, { mode: 0o755 }),
  )
  await rename(draft, executable)
  return executable
}
