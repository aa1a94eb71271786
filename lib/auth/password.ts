import { guessesOf, type KnownWords } from '@/lib/auth/password-guesses'
import type { Reason } from '@/lib/errors'
import { normalForm } from '@/lib/text/normal-form'

/** A password must take at least 10 to this power guesses: three or four unrelated words do, or ten letters and digits by chance. */
const GUESSES = 10
/** Parts of names and addresses that are shorter say nothing. */
const SHORTEST_PART = 3
const RANK_OF_KNOWN = 1

/** Examples of good passwords that everybody has read: of four words, and yet the first ones tried. */
const FAMOUS = ['correcthorsebatterystaple', 'chevalcorrectbatterieagrafe', 'chevalexactpileagrafe']
const lettersOf = (text: string) => folded(text).replaceAll(/[^\p{L}]/gu, '')

const folded = (text: string) => normalForm(text, 'NFKC').toLowerCase().trim()
const partsOf = (text: string) => folded(text).split(/[^\p{L}\p{N}]+/u)

/** What everybody knows: the person's name and address, and where the password is typed. */
export type PasswordSurroundings = { email: string; name: string; site: readonly string[] }

/** Why this may not become the person's password, beyond its length: it is what everybody knows of them, or soon guessed. */
export function passwordRefusals(password: string, around: PasswordSurroundings, words: KnownWords): Reason[] {
  const whole = [around.email, around.email.split('@')[0] ?? '', around.name, ...around.site].map(folded)
  if (whole.includes(folded(password))) return [{ key: 'auth.passwordKnown', path: 'password' }]
  if (FAMOUS.includes(lettersOf(password))) return [{ key: 'auth.passwordCommon', path: 'password' }]
  const parts = [...whole, ...whole.flatMap(partsOf)].filter((part) => part.length >= SHORTEST_PART)
  const known = new Map(parts.map((part) => [part, RANK_OF_KNOWN]))
  const guesses = guessesOf(password, { rankOf: (word) => known.get(word) ?? words.rankOf(word) })
  return guesses < GUESSES ? [{ key: 'auth.passwordCommon', path: 'password' }] : []
}
