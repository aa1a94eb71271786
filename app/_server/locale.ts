import { cookies, headers } from 'next/headers'
import { isLocale, LOCALE_COOKIE, type Locale, localeFromHeader } from '../_ui/locale'

/** The reader's language: what they chose, else what their browser asks for. */
export async function getReaderLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  return isLocale(chosen) ? chosen : localeFromHeader((await headers()).get('accept-language'))
}
