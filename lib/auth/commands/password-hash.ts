import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { BoundedQueue } from '@/lib/auth/commands/bounded-queue'

// argon2id, the library's default, with the first parameters of OWASP's Password Storage Cheat Sheet.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// A hash takes a core and 19 MiB. One core at least stays for everybody else, and half of the threads that also read files.
const queue = new BoundedQueue({ places: Math.max(1, Math.min(2, availableParallelism() - 1)), waiting: 60 })

/** The hash of a password. Throws `unavailable` when too many are asked for at once. */
export const hashPassword = (password: string): Promise<string> => queue.run(() => hash(password, COST))

let nobody: Promise<string> | undefined

/**
 * True when the password is the one of this hash. Without a hash it takes as long, and is false: an answer's time tells nothing. Throws
 * `unavailable` when too many are asked for at once.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash(crypto.randomUUID(), COST)
  const against = passwordHash ?? (await nobody)
  const matches = await queue.run(() => verify(against, password))
  return passwordHash !== null && matches
}
