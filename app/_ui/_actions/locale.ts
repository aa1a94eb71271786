'use server'

import { cookies, headers } from 'next/headers'
import { isLocale, LOCALE_COOKIE } from '@/app/_ui/locale'

const ONE_YEAR = 60 * 60 * 24 * 365

/** Works before sign-in and without JavaScript. */
export async function setLocale(form: FormData) {
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  const onHttps = (await headers()).get('x-forwarded-proto')?.split(',')[0] === 'https'
  ;(await cookies()).set(LOCALE_COOKIE, locale, {
    path: '/',
    maxAge: ONE_YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: onHttps,
  })
}
