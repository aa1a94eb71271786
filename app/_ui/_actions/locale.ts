'use server'

import { keepPreference } from '@/app/_ui/keep-preference'
import { isLocale, LOCALE_COOKIE } from '@/app/_ui/locale'

/** Works before sign-in and without JavaScript. */
export async function setLocale(form: FormData) {
  const locale = form.get('locale')
  if (isLocale(locale)) await keepPreference(LOCALE_COOKIE, locale)
}
