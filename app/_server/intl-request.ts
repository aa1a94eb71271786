import { getRequestConfig } from 'next-intl/server'
import type french from '../_messages/fr.json'
import type { Locale } from '../_ui/locale'
import { getReaderLocale } from './locale'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof french
  }
}

/** Until a screen knows its project's time zone. */
const DEFAULT_TIME_ZONE = 'Europe/Paris'

export default getRequestConfig(async () => {
  const locale = await getReaderLocale()
  const { default: messages } = await (locale === 'fr'
    ? import('../_messages/fr.json')
    : import('../_messages/en.json'))
  return { locale, messages, timeZone: DEFAULT_TIME_ZONE, now: new Date() }
})
