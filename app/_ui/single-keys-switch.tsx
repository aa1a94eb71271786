import { useTranslations } from 'next-intl'
import { setSingleKeys } from './_actions/preferences'
import classes from './locale-switch.module.css'

/** Whether letters, digits and signs do something by themselves (WCAG 2.1.4). */
export function SingleKeysSwitch({ areOff }: { areOff: boolean }) {
  const t = useTranslations('ui.singleKeys')
  return (
    <form action={setSingleKeys} id="single-keys">
      <p className={classes.help}>
        <b>{t('label')}.</b> {t('help')}
      </p>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('label')}</legend>
        {(['on', 'off'] as const).map((value) => (
          <button
            key={value}
            type="submit"
            name="singleKeys"
            value={value}
            aria-pressed={areOff === (value === 'off')}
            className={classes.choice}
          >
            {t(value)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
