import { useTranslations } from 'next-intl'
import type { SideCount } from '@/lib/independence/count-origins'
import classes from './side-sum.module.css'

/** One side's appearances and origins in numbers and in words. */
export function SideSum({ side, against = false }: { side: SideCount; against?: boolean }) {
  const t = useTranslations('independence')
  const { appearances, origins, undetermined, circles, roundUps } = side
  if (appearances === 0) return <p className={classes.words}>{t('none')}</p>
  const besides = [
    ...(undetermined > 0 ? [t('undetermined', { undetermined })] : []),
    ...(circles > 0 ? [t('circles', { count: circles })] : []),
    ...(roundUps > 0 ? [t('roundUps', { count: roundUps })] : []),
  ]
  return (
    <div className={classes.sum}>
      <span className={classes.numbers} aria-hidden>
        {appearances} → {origins}
      </span>
      <p className={classes.words}>
        {against && <span className={classes.against}>{t('againstLead')} </span>}
        {t.rich('sum', { appearances, origins, b: (words) => <strong>{words}</strong> })}
        {besides.length > 0 && ` · ${besides.join(' · ')}`}
      </p>
    </div>
  )
}
