import { useTranslations } from 'next-intl'
import classes from './key-hint.module.css'

/** Keys as drawn on a keyboard: `<Kbd keys="Ctrl+Z" />`. */
export function Kbd({ keys }: { keys: string }) {
  const t = useTranslations('ui')
  return (
    <kbd className={classes.kbd} title={t('key', { keys })} data-single={keys.length === 1 || undefined}>
      {keys}
    </kbd>
  )
}
