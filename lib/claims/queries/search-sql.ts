import { searchWords } from '@/lib/claims/search-words'
import { Prisma } from '@/prisma/generated/client'

const word = (typed: string) => Prisma.sql`search_word(search_fold(${typed}))`

/**
 * True where what is said of a claim (`said`, folded, and `search`, its words) is what somebody looks for. Null when nothing is: there are
 * no words in it.
 */
export function saidHolds(typed: string, said: Prisma.Sql, search: Prisma.Sql): Prisma.Sql | null {
  const { words, phrases, not } = searchWords(typed)
  const asked = [...[...words, ...phrases].map(word), ...not.map((each) => Prisma.sql`!! ${word(each)}`)]
  if (asked.length === 0) return null
  // The index finds the words of a phrase, in whatever order.
  const whole = phrases.map(
    (each) => Prisma.sql`position(search_phrase(search_fold(${each})) IN search_phrase(${said})) > 0`,
  )
  return Prisma.sql`(${Prisma.join([Prisma.sql`${search} @@ (${Prisma.join(asked, ' && ')})`, ...whole], ' AND ')})`
}
