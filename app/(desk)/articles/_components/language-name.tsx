import { useLocale, useTranslations } from 'next-intl'
import { nameOfLanguage } from './language-names'

/** A language's name in the reader's language. */
export function LanguageName({ code }: { code: string | null }) {
  const locale = useLocale()
  const t = useTranslations('articles')
  return <span>{code ? nameOfLanguage(code, locale) : t('languageUnknown')}</span>
}
