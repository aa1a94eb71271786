import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { authSecret, authSecrets } from '@/lib/env'
import { sha256 } from '@/lib/sha256'

/** Days of a device's being known after its last sign-in. */
const KNOWN_FOR = 365 * 24 * 60 * 60 * 1000
export const DEVICE_SECONDS = KNOWN_FOR / 1000

const keyed = (secret: string, purpose: string, text: string) =>
  createHmac('sha256', secret).update(`${purpose}:${text}`).digest('base64url')

/** A name for an address of a person that tells nothing of it: what is typed there may be a password. */
export const nameOfEmail = (email: string): string => keyed(authSecret(), 'email', email).slice(0, 22)

/** A browser that has signed in to an account, under the epoch of then. */
export type KnownDevice = { id: string; epoch: number }

/** The name under which a browser keeps its token for an account. */
export const deviceName = (email: string): string => sha256(email).slice(0, 16)

const signatureOf = (secret: string, email: string, device: string) => keyed(secret, 'device', `${email}:${device}`)

function isSigned(email: string, device: string, signature: string): boolean {
  const given = Buffer.from(signature)
  return authSecrets().some((secret) => {
    const right = Buffer.from(signatureOf(secret, email, device))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

/**
 * What a browser keeps after a successful sign-in, so that it may still sign in while others guess at the same account (OWASP: device
 * cookies). It opens nothing by itself, and is of no use to another account.
 */
export function deviceToken(email: string, epoch: number, now: Date): string {
  const device = `${randomBytes(16).toString('base64url')}.${epoch}.${now.getTime() + KNOWN_FOR}`
  return `${device}.${signatureOf(authSecret(), email, device)}`
}

/** Reads such a token: null when it is none of this account's, or has run out. */
export function readDeviceToken(token: string | null, email: string, now: Date): KnownDevice | null {
  const [id = '', epoch = '', until = '', signature = '', more] = (token ?? '').split('.')
  if (more !== undefined || !/^\d{1,10}$/.test(epoch) || !/^\d{1,16}$/.test(until) || Number(until) <= now.getTime())
    return null
  if (!isSigned(email, `${id}.${epoch}.${until}`, signature)) return null
  return { id, epoch: Number(epoch) }
}
