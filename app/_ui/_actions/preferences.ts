'use server'

import { cookies, headers } from 'next/headers'
import { isLocale, LOCALE_COOKIE } from '@/app/_ui/locale'
import { SINGLE_KEYS_COOKIE, singleKeysOf } from '@/app/_ui/single-keys'

const ONE_YEAR = 60 * 60 * 24 * 365

/** Keeps what somebody prefers in a cookie. */
async function keep(name: string, value: string) {
  const onHttps = (await headers()).get('x-forwarded-proto')?.split(',')[0] === 'https'
  const options = { path: '/', maxAge: ONE_YEAR, sameSite: 'lax', httpOnly: true, secure: onHttps } as const
  ;(await cookies()).set(name, value, options)
}

/** Works before sign-in and without JavaScript. */
export async function setLocale(form: FormData) {
  const locale = form.get('locale')
  if (isLocale(locale)) await keep(LOCALE_COOKIE, locale)
}

/** Whether letters, digits and signs do something by themselves. */
export async function setSingleKeys(form: FormData) {
  const chosen = form.get('singleKeys')
  if (typeof chosen === 'string') await keep(SINGLE_KEYS_COOKIE, singleKeysOf(chosen) ?? 'on')
}
