import { useLocale } from 'next-intl'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import { Pill } from '@/app/_ui/pill'
import { isTone } from '@/app/_ui/tone'

/** What a pill needs of a rating of the project's scale. */
export interface RatingLook {
  key: string
  labelFr: string
  labelEn: string
  value: number | null
  colour: string
}

// By value, so that a scale with keys of its own keeps shapes that tell apart without colour.
const SHAPES: Record<number, GlyphShape> = { 1: 'cross', 2: 'unlike', 3: 'half', 4: 'almost', 5: 'check' }

export const ratingShape = (value: number | null): GlyphShape => (value && SHAPES[value]) || 'question'
export const ratingTone = (colour: string) => (isTone(colour) ? colour : 'unknown')
export const ratingLabel = (rating: RatingLook, locale: string) => (locale === 'fr' ? rating.labelFr : rating.labelEn)

/** A verdict in one glance: shape, word and colour together. */
export function RatingPill({ rating, look = 'outline' }: { rating: RatingLook; look?: 'outline' | 'plain' | 'soft' }) {
  const locale = useLocale()
  const tone = ratingTone(rating.colour)
  return (
    <Pill tone={tone} look={look} icon={<Glyph shape={ratingShape(rating.value)} tone={tone} />}>
      {ratingLabel(rating, locale)}
    </Pill>
  )
}
