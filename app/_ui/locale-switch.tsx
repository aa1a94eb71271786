import { useLocale, useTranslations } from 'next-intl'
import { setLocale } from './_actions/preferences'
import classes from './locale-switch.module.css'

/** Each language under its own name, in every language. */
const LANGUAGES = [
  { locale: 'fr', name: 'Français' },
  { locale: 'en', name: 'English' },
] as const

/** A form, so that it works before sign-in and before the page's scripts are there. */
export function LocaleSwitch() {
  const current = useLocale()
  const t = useTranslations('ui')
  return (
    <form action={setLocale}>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('locale')}</legend>
        {LANGUAGES.map(({ locale, name }) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className={classes.choice}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
