import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationList, migrationsFolder, withEngine } from './migration-engine.mjs'
import { inRoot } from './places.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'
import { whenRun } from './when-run.mjs'

const schemaFiles = () =>
  ['schema.prisma', ...readdirSync(inRoot('prisma', 'models')).map((name) => join('models', name))].map((path) => ({
    path: inRoot('prisma', path),
    content: readFileSync(inRoot('prisma', path), 'utf8'),
  }))

/** What leads from the migrations to the models, as `{ exitCode: 0 for nothing, stdout: SQL }`; works in the database at `url`. */
export function schemaDiff(url) {
  const list = migrationList()
  const input = {
    from: list.migrationDirectories.length ? { tag: 'migrations', ...list } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: schemaFiles() },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  }
  return withEngine(url, (engine) => engine.diff(input))
}

/**
 * `node lib/launch/migration.mjs <name>`: writes the SQL that leads from the migrations as they stand to the schema into a new migration folder,
 * for a person to read, complete with what Prisma cannot say, and commit. `--empty` writes one without any change, for SQL by hand.
 */
async function writeMigration([name, flag]) {
  if (!/^[a-z0-9_]+$/.test(name ?? ''))
    throw new Error('usage: node lib/launch/migration.mjs <name_in_small_letters> [--empty]')
  const server = await startThrowawayPostgres()
  try {
    const { exitCode, stdout } = await schemaDiff(server.url('postgres'))
    if (exitCode === 0 && flag !== '--empty')
      return console.log('The migrations already lead to the schema: nothing to write.')
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join(migrationsFolder, `${time}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), flag === '--empty' ? '' : stdout)
    writeFileSync(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n')
    console.log(`${folder}/migration.sql`)
  } finally {
    await server.stop()
  }
}

await whenRun(import.meta.url, writeMigration)
