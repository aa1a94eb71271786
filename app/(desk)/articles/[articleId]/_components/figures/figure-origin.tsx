import { useTranslations } from 'next-intl'
import { Glyph } from '@/app/_ui/glyph'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import classes from './figures.module.css'

/** Whose a figure is, in a line of its own; where nobody knows, that, and what to do. */
export function FigureOrigin({ origins }: { origins: FigureOrigins | null }) {
  const t = useTranslations('figureOrigin')
  const { text, names } = useFigureOrigin()(origins)
  return (
    <p className={classes.origin}>
      <Glyph shape={names.length > 0 ? 'full' : 'question'} tone={names.length > 0 ? 'accent' : 'warning'} />{' '}
      {t('line', { origin: text })}
      {origins?.how === 'paragraph' && ` ${t('byParagraph')}`}
    </p>
  )
}
