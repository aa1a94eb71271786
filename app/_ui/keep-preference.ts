import { cookies, headers } from 'next/headers'

const ONE_YEAR = 60 * 60 * 24 * 365

/** Keeps what somebody prefers in a cookie, for a year. */
export async function keepPreference(name: string, value: string) {
  const onHttps = (await headers()).get('x-forwarded-proto')?.split(',')[0] === 'https'
  const options = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: onHttps } as const
  ;(await cookies()).set(name, value, options)
}
