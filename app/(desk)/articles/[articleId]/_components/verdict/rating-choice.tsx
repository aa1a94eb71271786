'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Glyph } from '@/app/_ui/glyph'
import { Kbd } from '@/app/_ui/key-hint'
import { pressedKey } from '@/app/_ui/pressed-key'
import { toneColor } from '@/app/_ui/tone'
import { type RatingLook, ratingLabel, ratingShape, ratingTone } from '@/app/(desk)/_components/claims/rating-pill'
import classes from './verdict.module.css'

export type ChoosableRating = RatingLook & { id: string }

interface RatingChoiceProps {
  ratings: readonly ChoosableRating[]
  value: string
  onChange: (ratingId: string) => void
  error?: string
}

const keyOf = (rating: ChoosableRating) => String(rating.value ?? 0)

/** Numbers typed into a field are text; anywhere else they choose. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'))

/** The project's scale as cards, by number keys too: each value its own, 0 for the one without. */
export function RatingChoice({ ratings, value, onChange, error }: RatingChoiceProps) {
  const t = useTranslations('verdict')
  const locale = useLocale()
  const name = useId()
  const errorId = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const key = pressedKey(event)
      const rating = ratings.find((each) => keyOf(each) === key)
      if (!rating) return
      event.preventDefault()
      onChange(rating.id)
      group.current?.querySelector<HTMLInputElement>(`input[value="${rating.id}"]`)?.focus()
    }
    document.addEventListener('keydown', choose)
    return () => document.removeEventListener('keydown', choose)
  }, [ratings, onChange])
  return (
    <fieldset ref={group} className={classes.cards} aria-describedby={error ? errorId : undefined}>
      <legend>{t('field.rating')}</legend>
      <div className={classes.grid}>
        {ratings.map((rating) => {
          const tone = ratingTone(rating.colour)
          return (
            <label key={rating.id} className={classes.card} style={{ '--rating-color': toneColor(tone) }}>
              <input
                type="radio"
                name={name}
                value={rating.id}
                checked={value === rating.id}
                onChange={() => onChange(rating.id)}
              />
              <Glyph shape={ratingShape(rating.value)} tone={tone} />
              <span className={classes.cardLabel}>{ratingLabel(rating, locale)}</span>
              <span aria-hidden>
                <Kbd keys={keyOf(rating)} />
              </span>
            </label>
          )
        })}
      </div>
      {error && (
        <p id={errorId} className={classes.fieldError}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
