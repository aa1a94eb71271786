import { cookies } from 'next/headers'
import { isHttps } from '@/lib/env'

const PROJECT_COOKIE = 'recoupe-project'
const ONE_YEAR = 60 * 60 * 24 * 365

/** Which of several projects was shown last on this device; whether it is one's own is not known here. */
export const readKeptProject = async () => (await cookies()).get(PROJECT_COOKIE)?.value

/** Shows this project from the next page on. */
export async function keepProject(id: string) {
  const cookie = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: isHttps() } as const
  ;(await cookies()).set(PROJECT_COOKIE, id, cookie)
}
