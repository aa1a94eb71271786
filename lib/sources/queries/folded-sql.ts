import { Prisma } from '@/prisma/generated/client'

/** A key made safe for LIKE. */
export const escaped = (key: string): string => key.replace(/[\\%_]/g, '\\$&')

// Asked like this, the index of aliases answers, and the aliases of those that have none are not folded.
const withAliases = (condition: Prisma.Sql) => Prisma.sql`(s."aliases" <> '{}' AND ${condition})`
const aliasLike = (pattern: string) => withAliases(Prisma.sql`alias_keys(s."aliases") LIKE ${pattern}`)

/** True where words of an alias of `s`, folded, are near to this key. */
export const aliasNear = (key: string) => withAliases(Prisma.sql`${key} <% alias_keys(s."aliases")`)

/** True where one alias of `s`, folded, is this very key. */
export const hasAlias = (key: string) => aliasLike(`%\n${escaped(key)}\n%`)

/** True where one alias of `s`, folded, is one of these keys. */
export const hasOneAlias = (keys: readonly string[]) =>
  withAliases(Prisma.sql`alias_keys(s."aliases") LIKE ANY(${keys.map((key) => `%\n${escaped(key)}\n%`)})`)

/**
 * True where the name of `s` or an alias holds a key. One or two letters, which no index finds in the middle of words, are
 * looked for where the words of a name, or an alias, begin.
 */
export function nameHolds(key: string): Prisma.Sql {
  const safe = escaped(key)
  return key.length < 3
    ? Prisma.sql`(s."nameKey" LIKE ${`${safe}%`} OR s."nameKey" LIKE ${`% ${safe}%`} OR ${aliasLike(`%\n${safe}%`)})`
    : Prisma.sql`(s."nameKey" LIKE ${`%${safe}%`} OR ${aliasLike(`%${safe}%`)})`
}
