import { passwordRefusals } from '@/lib/auth/password'
import type { KnownWords } from '@/lib/auth/password-guesses'
import { publicUrl } from '@/lib/env'
import type { Reason } from '@/lib/errors'
import { normalForm } from '@/lib/text/normal-form'

/** Names of people stand in these lists by the alphabet: each counts as an everyday word. */
const RANK_OF_NAME = 1000
const UNRANKED = /^(firstnames|lastnames|diceware)/

/** Words at once, so that nobody else waits for long while the lists are read. */
const AT_ONCE = 2000

const isPlain = (word: string) => /^[a-z0-9]*$/.test(word)
const bare = (word: string) => (isPlain(word) ? word : normalForm(word.toLowerCase(), 'NFD').replaceAll(/\p{M}/gu, ''))
const othersFirst = () => new Promise<void>((resolve) => setImmediate(resolve))

async function loadWords(): Promise<KnownWords> {
  const common = await import('@zxcvbn-ts/language-common')
  await othersFirst()
  const french = await import('@zxcvbn-ts/language-fr')
  const ranks = new Map<string, number>()
  for (const [list, words] of Object.entries({ ...common.dictionary, ...french.dictionary })) {
    for (const [at, word] of words.entries()) {
      const [key, rank] = [bare(String(word)), UNRANKED.test(list) ? RANK_OF_NAME : at + 1]
      if (rank < (ranks.get(key) ?? Number.POSITIVE_INFINITY)) ranks.set(key, rank)
      if (at % AT_ONCE === 0) await othersFirst()
    }
  }
  return { rankOf: (word) => ranks.get(word) }
}

let words: Promise<KnownWords> | undefined

/** Why this may not become the person's password, beyond its length. The lists of common passwords and words are read at the first one. */
export async function newPasswordRefusals(
  password: string,
  person: { email: string; name: string },
): Promise<Reason[]> {
  words ??= loadWords()
  const { email, name } = person
  return passwordRefusals(password, { email, name, site: ['recoupe', new URL(publicUrl()).hostname] }, await words)
}
