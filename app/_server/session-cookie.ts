import { cookies } from 'next/headers'
import { beginSession as beginSessionOf } from '@/lib/auth/commands/begin-session'
import { endSessionByToken } from '@/lib/auth/commands/end-session'
import { DEVICE_SECONDS, deviceName, deviceToken } from '@/lib/auth/commands/known-device'
import { type DeviceTokenOf, signIn } from '@/lib/auth/commands/sign-in'
import { SESSION_LIFETIME } from '@/lib/auth/session'
import { isHttps } from '@/lib/env'
import { anonymousCtx } from './anonymous'
import { requestOrigin } from './request-origin'

// `__Host-`: no other host of the same domain can set it, and it never travels without encryption.
const cookieName = (name: string) => `${isHttps() ? '__Host-' : ''}recoupe-${name}`
const deviceCookie = (email: string) => cookieName(`device-${deviceName(email)}`)

export const sessionCookie = () => ({
  name: cookieName('session'),
  options: { httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/' } as const,
})

/** The token of the request's session cookie, whether or not it is worth anything. */
export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value || null
}

/** Checks what somebody typed to sign in, as lib/auth does, with what this request tells of where it comes from. */
export async function checkCredentials(credentials: { email: string; password: string }) {
  const kept = await cookies()
  const deviceTokenOf: DeviceTokenOf = (email) => kept.get(deviceCookie(email))?.value ?? null
  const { address } = await requestOrigin()
  return signIn(anonymousCtx(), credentials, address, deviceTokenOf)
}

/**
 * Begins a session in the database, of which this browser keeps that it knows the account. Answers the token for the session's cookie.
 * Server actions and route handlers only: a page cannot set cookies.
 */
export async function beginSessionRow(proven: { userId: string; epoch: number }): Promise<string> {
  const ctx = anonymousCtx()
  const { token, email } = await beginSessionOf(ctx, proven, await requestOrigin(), await readSessionToken())
  const known = deviceToken(email, proven.epoch, ctx.now)
  const { options } = sessionCookie()
  ;(await cookies()).set(deviceCookie(email), known, { ...options, maxAge: DEVICE_SECONDS })
  return token
}

/** Begins a session in this browser. */
export async function beginSession(proven: { userId: string; epoch: number }) {
  const token = await beginSessionRow(proven)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, token, { ...options, maxAge: SESSION_LIFETIME / 1000 })
}

/** Ends the session of this browser, in the database too: a copy of the cookie is worth nothing from now on. */
export async function endSession() {
  const token = await readSessionToken()
  if (token) await endSessionByToken(anonymousCtx(), token, 'SIGNED_OUT')
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
