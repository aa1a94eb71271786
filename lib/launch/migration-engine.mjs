import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { inRoot } from './places.mjs'

export const migrationsFolder = inRoot('prisma', 'migrations')

let loaded
// The package's own entry imports the .wasm file as a module, which Node does not do without a flag.
async function loadBindings() {
  const wasm = readFileSync(inRoot('node_modules', '@prisma', 'schema-engine-wasm', 'schema_engine_bg.wasm'))
  const imports = Object.entries(bindings).map(([name, value]) => [
    name,
    // Its ten-second alarm clocks must not hold the process once the work is done.
    name.startsWith('__wbg_setTimeout') ? (...values) => value(...values).unref() : value,
  ])
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': Object.fromEntries(imports),
  })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bindings
}

// The adapter of Prisma cuts a script at every `;` and so breaks `$$ … $$` bodies: ours sends it whole.
function sendingWholeScripts(adapter) {
  const pool = adapter.underlyingDriver()
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error))
  }
  // PostgreSQL's catalogue answers in its inner type "char" (18), which that adapter refuses and the engine expects as a character.
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const characters = new WeakMap()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    characters.set(result.rows, new Set(result.fields.flatMap((field, at) => (field.dataTypeID === 18 ? [at] : []))))
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const at = characters.get(result.rows)
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (at.has(i) ? ColumnTypeEnum.Character : type)),
    }
  }
  return adapter
}

function adapterFactory(url) {
  const factory = new PrismaPg({ connectionString: url, max: 1 })
  const connect = factory.connect.bind(factory)
  const open = []
  factory.connect = async () => {
    const adapter = sendingWholeScripts(await connect())
    open.push(adapter)
    return adapter
  }
  factory.connectToShadowDb = async () => {
    const name = `recoupe_shadow_${process.pid}_${Date.now()}`
    const main = new pg.Client({ connectionString: url })
    await main.connect()
    await main.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const shadowUrl = new URL(url)
    shadowUrl.pathname = `/${name}`
    const shadow = sendingWholeScripts(
      await new PrismaPg({
        connectionString: shadowUrl.href,
        max: 1,
      }).connect(),
    )
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await main.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await main.end()
    }
    return shadow
  }
  const disposeAll = () => Promise.all(open.map((adapter) => adapter.dispose()))
  return { factory: bindMigrationAwareSqlAdapterFactory(factory), disposeAll }
}

/** Every migration of a folder, in the shape that Prisma's engine reads. */
export function migrationList(baseDir = migrationsFolder) {
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }) : []
  const lockfile = join(baseDir, 'migration_lock.toml')
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok',
            value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
  }
}

/** Runs `work(engine)` with Prisma's schema engine connected to that database, and lets go of it afterwards. */
export async function withEngine(url, work, datamodels = undefined) {
  loaded ??= loadBindings()
  const { SchemaEngine } = await loaded
  const { factory, disposeAll } = adapterFactory(url)
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await disposeAll()
  }
}
