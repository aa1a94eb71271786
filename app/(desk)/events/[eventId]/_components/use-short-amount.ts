import { useFormatter } from 'next-intl'
import { type DrawnFigure, numberOfFigure } from '@/lib/figures/plot-layout'

const SIGNS: Partial<Record<DrawnFigure['qualifier'], string>> = {
  AT_LEAST: '≥\u00a0',
  MORE_THAN: '>\u00a0',
  ABOUT: '≈\u00a0',
  UP_TO: '≤\u00a0',
  VAGUE: '≈\u00a0',
}

/** A figure's number as short as a picture needs it: "≥ 13", "10–20". */
export function useShortAmount(): (figure: DrawnFigure) => string {
  const format = useFormatter()
  return (figure) => {
    const { qualifier, low, best, high } = figure
    if (best === null && low !== null && high !== null) return `${format.number(low)}–${format.number(high)}`
    const number = numberOfFigure(figure)
    return number === null ? '' : `${SIGNS[qualifier] ?? ''}${format.number(number)}`
  }
}
