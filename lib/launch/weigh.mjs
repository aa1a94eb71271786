import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.mjs'
import { atEnd } from './lifecycle.mjs'
import { root } from './places.mjs'
import { askHealth } from './watch-health.mjs'

const [BAR, PATIENCE] = [800, 30 * 60_000]

/** Megabytes that what lies there takes on the disk. */
function weightOf(path) {
  if (!existsSync(path)) return 0
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const blocks = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).blocks, 0)
  return (blocks * 512) / 1e6
}

const tell = (name, weight) => console.log(`  ${name.padEnd(28)} ${weight.toFixed(0).padStart(5)} MB`)

/** The packages of so many megabytes, the heaviest first. */
function heavyPackages(folder, least) {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : [name],
  )
  const weights = names.map((name) => ({ name, weight: weightOf(join(folder, name)) }))
  return weights.filter(({ weight }) => weight >= least).sort((one, other) => other.weight - one.weight)
}

async function serve(clone, data) {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), RECOUPE_DATA_DIR: data }
  const child = spawn(process.execPath, ['lib/launch/start.mjs'], { cwd: clone, env, stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  atEnd(() => child.kill('SIGINT'))
  for (const until = Date.now() + PATIENCE; (await askHealth(`http://127.0.0.1:${port}`)) !== 200; ) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('the clone does not serve')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  child.kill('SIGINT')
  await ended
}

/** Starts a clone of this checkout as it stands, as somebody does who has just got it, and tells what it weighs then, part by part. */
export async function weigh() {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-weight-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const [clone, data] = [join(folder, 'clone'), join(folder, 'data')]
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of files.toString().split('\0'))
    if (file && existsSync(join(root, file))) cpSync(join(root, file), join(clone, file))
  const sources = weightOf(clone)
  await serve(clone, data)
  console.log('\nAn installation after its first start')
  tell('sources', sources)
  for (const part of ['node_modules', '.next', 'prisma/generated']) tell(part, weightOf(join(clone, part)))
  const whole = weightOf(clone)
  tell('all that is installed', whole)
  tell('data of the demo, beside it', weightOf(data))
  console.log('\n  of the packages:')
  for (const { name, weight } of heavyPackages(join(clone, 'node_modules'), 10)) tell(name, weight)
  console.log(`\n  ${whole <= BAR ? 'within' : 'more than'} ${BAR} MB`)
}
