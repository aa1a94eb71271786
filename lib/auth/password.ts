import type { Reason } from '@/lib/errors'

const bare = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Why this may not become the person's password, beyond its length: it is what everybody knows of them. */
export function passwordRefusals(password: string, person: { email: string; name: string }): Reason[] {
  const known = [person.email, person.email.split('@')[0] ?? '', person.name].map(bare)
  return known.includes(bare(password)) ? [{ key: 'auth.passwordKnown', path: 'password' }] : []
}
