import { Prisma } from '@/prisma/generated/client'

const FROM = '‘’‛ʼ`‐‑‒–—―−"«»“”„‟'
const TO = `${"'".repeat(5)}${'-'.repeat(7)}${' '.repeat(7)}`

/** The same folding as `nameKey`, for aliases, which are kept as they were written. */
const folded = (text: Prisma.Sql) => Prisma.sql`btrim(regexp_replace(lower(translate(regexp_replace(
  normalize(replace(${text}, '´', ''''), NFKD), '[\u0300-\u036f]', '', 'g'), ${FROM}, ${TO})), '\\s+', ' ', 'g'))`

/** All aliases of `s`, folded, a line each. Few sources have any: the others are not folded. */
export const foldedAliases = Prisma.sql`CASE WHEN s."aliases" <> '{}' THEN ${folded(
  Prisma.sql`array_to_string(s."aliases", ' | ')`,
)} END`

/** True where one alias of `s`, folded, is this very key. */
export const hasAlias = (key: string) => Prisma.sql`(s."aliases" <> '{}' AND EXISTS (
  SELECT 1 FROM unnest(s."aliases") AS alias WHERE ${folded(Prisma.sql`alias`)} = ${key}))`
