import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { authSecret, isHttps } from '@/lib/env'
import { userId } from '@/lib/ids'

/** Seconds. */
export const SESSION_MAX_AGE = 14 * 24 * 60 * 60

/** Who the token says it is; whether that still holds is asked of the database at each request. */
const sessionClaim = z.object({ sub: userId, epoch: z.int() })

// next-auth's own names, so that its sign-out ends what we began.
const cookieName = () => `${isHttps() ? '__Secure-' : ''}next-auth.session-token`

/** What the request's session token claims, or null: none, expired, or not made by us. */
export async function readSessionClaim() {
  const token = (await cookies()).get(cookieName())?.value
  if (!token) return null
  const payload = await decode({ token, secret: authSecret() }).catch(() => null)
  const claim = sessionClaim.safeParse(payload)
  return claim.success ? { userId: claim.data.sub, epoch: claim.data.epoch } : null
}

/** Begins a session (server actions and route handlers only: a page cannot set cookies). */
export async function beginSession(session: { userId: string; epoch: number }) {
  const token = await encode({
    token: { sub: session.userId, epoch: session.epoch },
    secret: authSecret(),
    maxAge: SESSION_MAX_AGE,
  })
  ;(await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    path: '/',
    maxAge: SESSION_MAX_AGE,
  })
}

export async function endSession() {
  ;(await cookies()).set(cookieName(), '', {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    path: '/',
    maxAge: 0,
  })
}
