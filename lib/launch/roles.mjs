import { createHmac } from 'node:crypto'
import { functions, queueSchema, wantedOf } from './privileges.mjs'

/** The role of the app: it owns nothing, and may do what privileges.mjs says. */
export const appRole = 'recoupe_app'
/** The role that owns tables and functions, and migrates them. It is no superuser either. */
export const ownerRole = 'recoupe_owner'

// Derived from that of the superuser, which cannot be told from it: one random secret is kept with the data, and restored with them.
const passwordOf = (role, secret) => createHmac('sha256', secret).update(role).digest('base64url')

/** The address of a database on a server of ours, from that of its superuser to that of one of the two roles. */
export function urlAs(role, superuserUrl) {
  const url = new URL(superuserUrl)
  url.password = passwordOf(role, decodeURIComponent(url.password))
  url.username = role
  return url.href
}

const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'

// What a role has set for itself, everywhere or in one database: it would count in every session of it.
const ownSettings = `
  SELECT format('ALTER ROLE %I%s RESET ALL', r.rolname, coalesce(' IN DATABASE ' || quote_ident(d.datname), '')) AS reset
  FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase
  WHERE r.rolname = ANY ($1) AND (s.setdatabase = 0 OR d.oid IS NOT NULL)`

/** Makes both roles where they lack, gives them their passwords, and takes back what they set for themselves. `client` is the superuser of a server of ours. */
export async function makeRoles(client) {
  for (const role of [ownerRole, appRole]) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
    await client.query(
      `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${attributes} PASSWORD '${passwordOf(role, client.password)}'`,
    )
  }
  const { rows } = await client.query(ownSettings, [[ownerRole, appRole]])
  for (const { reset } of rows) await client.query(reset)
}

// Objects of extensions stay with them; a sequence of a column goes with its table.
const foreignObjects = `
  WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
    tied AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e' OR (classid = 'pg_class'::regclass AND deptype IN ('a', 'i') AND refobjsubid > 0)),
    objects (class, oid, owner, kind, name) AS (
      SELECT 'pg_namespace'::regclass, oid, nspowner, 'SCHEMA', quote_ident(nspname) FROM pg_namespace
        WHERE oid IN (SELECT oid FROM ours) AND nspowner <> 'pg_database_owner'::regrole
      UNION ALL
      SELECT 'pg_class'::regclass, oid, relowner,
        CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, oid::regclass::text
        FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours) AND relkind IN ('r', 'p', 'S', 'v', 'm')
      UNION ALL
      SELECT 'pg_type'::regclass, oid, typowner, 'TYPE', oid::regtype::text
        FROM pg_type WHERE typnamespace IN (SELECT oid FROM ours) AND typtype IN ('e', 'd', 'r')
      UNION ALL
      SELECT 'pg_proc'::regclass, oid, proowner, 'ROUTINE', oid::regprocedure::text
        FROM pg_proc WHERE pronamespace IN (SELECT oid FROM ours))
  SELECT format('ALTER %s %s OWNER TO ${ownerRole}', kind, name) AS statement FROM objects
  WHERE owner <> '${ownerRole}'::regrole AND (class::oid, oid) NOT IN (SELECT classid, objid FROM tied)`

/** Gives a database itself to the owner's role, lets the app's in, and nobody else. */
export async function closeDatabase(client, name) {
  await client.query(`ALTER DATABASE "${name}" OWNER TO ${ownerRole}`)
  await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE "${name}" TO ${appRole}`)
}

/**
 * Gives the database that the superuser `client` is connected to, with everything in it, to the owner's role, whoever made it,
 * and closes it to everybody else. One transaction: broken off, nothing has happened; done already, nothing is to do.
 */
export async function handOver(client, database) {
  await client.query('BEGIN')
  await closeDatabase(client, database)
  await client.query('REVOKE EXECUTE ON FUNCTION lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC')
  const { rows } = await client.query(foreignObjects)
  for (const { statement } of rows) await client.query(statement)
  await client.query('COMMIT')
}

const listed = (columns) => columns.map((column) => `"${column}"`).join(', ')

const ourSchemas = `nspname IN (current_schema(), '${queueSchema}')`
// As the table of privileges calls them; `name` is for SQL.
const ourTables = `
  SELECT CASE nspname WHEN current_schema() THEN '' ELSE nspname || '.' END || relname AS "table",
    format('%I.%I', nspname, relname) AS name, c.oid, c.relowner
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ourSchemas} AND relkind IN ('r', 'p')`

const tablesWithColumns = `
  SELECT c."table", c.name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM (${ourTables}) c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE pg_has_role(c.relowner, 'USAGE')
  GROUP BY c."table", c.name ORDER BY c."table"`

// No guard looks into a temporary table or a schema of somebody else for what it asks.
const functionsToPin = `
  SELECT format('ALTER FUNCTION %s SET search_path = pg_catalog, %I, pg_temp', p.oid::regprocedure, current_schema()) AS pin
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = current_schema()::regnamespace AND l.lanname = 'plpgsql' AND pg_has_role(p.proowner, 'USAGE')
    AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%')`

/** Grants the app's role what the table of privileges says, takes the rest away, and ties every guard to its own tables. `client` is the owner. */
export async function grantPrivileges(client, role) {
  const to = client.escapeIdentifier(role)
  const { rows: tables } = await client.query(tablesWithColumns)
  const { rows: sequences } = await client.query(`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' AND pg_has_role(relowner, 'USAGE')`)
  const { rows: closed } = await client.query(
    `SELECT nspname AS schema FROM pg_namespace WHERE ${ourSchemas} AND NOT has_schema_privilege($1, oid, 'USAGE')`,
    [role],
  )
  // Two starts at once wait for each other.
  const statements = ["SELECT pg_advisory_xact_lock(hashtext('recoupe:grant'))"]
  for (const { schema } of closed) statements.push(`GRANT USAGE ON SCHEMA ${client.escapeIdentifier(schema)} TO ${to}`)
  const { rows: pins } = await client.query(functionsToPin)
  statements.push(...pins.map(({ pin }) => pin))
  for (const { name } of sequences) statements.push(`GRANT USAGE ON SEQUENCE ${name} TO ${to}`)
  for (const name of functions) {
    statements.push(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`, `GRANT EXECUTE ON FUNCTION ${name} TO ${to}`)
  }
  for (const { table, name, columns } of tables) {
    const wanted = wantedOf(table, columns)
    statements.push(`REVOKE ALL ON ${name} FROM PUBLIC, ${to}`)
    for (const kind of ['select', 'insert', 'update']) {
      const named = wanted[kind]
      const which = named.length === columns.length ? '' : ` (${listed(named)})`
      if (named.length > 0) statements.push(`GRANT ${kind}${which} ON ${name} TO ${to}`)
    }
    if (wanted.delete) statements.push(`GRANT delete ON ${name} TO ${to}`)
  }
  // As one simple query: one transaction.
  await client.query(statements.join(';\n'))
}

const effectiveRights = `
  SELECT c."table", array_agg(a.attname::text ORDER BY a.attnum) AS columns,
    array_agg(a.attname::text) FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'SELECT')) AS "select",
    array_agg(a.attname::text) FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'INSERT')) AS "insert",
    array_agg(a.attname::text) FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'UPDATE')) AS "update",
    has_table_privilege(c.oid, 'DELETE') AS "delete", has_table_privilege(c.oid, 'TRUNCATE, REFERENCES, TRIGGER') AS "rules"
  FROM (${ourTables}) c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  GROUP BY c.oid, c."table" ORDER BY c."table"`

/** What the role that `client` is connected as may do beyond the table of privileges, and what it may not although the table says so; in words. */
export async function comparePrivileges(client) {
  const { rows } = await client.query(effectiveRights)
  const excess = []
  const lacking = []
  for (const row of rows) {
    const wanted = wantedOf(row.table, row.columns)
    for (const kind of ['select', 'insert', 'update']) {
      const has = row[kind] ?? []
      const over = has.filter((column) => !wanted[kind].includes(column))
      const under = wanted[kind].filter((column) => !has.includes(column))
      if (over.length > 0) excess.push(`${kind} ${row.table} (${over.join(', ')})`)
      if (under.length > 0) lacking.push(`${kind} ${row.table} (${under.join(', ')})`)
    }
    if (row.delete !== wanted.delete) (row.delete ? excess : lacking).push(`delete ${row.table}`)
    if (row.rules) excess.push(`rule over ${row.table}`)
  }
  const { rows: schemas } = await client.query(`
    SELECT nspname AS schema, has_schema_privilege(oid, 'CREATE') AS creates, has_schema_privilege(oid, 'USAGE') AS uses
    FROM pg_namespace WHERE ${ourSchemas}`)
  for (const { schema, creates, uses } of schemas) {
    if (creates) excess.push(`create in the schema ${schema}`)
    if (!uses) lacking.push(`use of the schema ${schema}`)
  }
  return { excess, lacking }
}
