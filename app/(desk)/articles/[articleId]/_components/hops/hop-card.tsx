'use client'

import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Pill } from '@/app/_ui/pill'
import classes from '../attribution/attribution.module.css'
import type { HopDraft, WordsText } from './hop-draft'
import { HopFields } from './hop-fields'
import { useSortableHop } from './sortable-hops'

interface HopCardProps {
  hop: HopDraft
  place: { index: number; count: number }
  isOpen: boolean
  /** Opens the card and goes into it. */
  onOpen: () => void
  /** The person works in it: words of the text go to it. */
  onActive: () => void
  /** Moves it nearer to the article (-1) or further away (1); the focus then is on what the selector finds. */
  onMove: (by: 1 | -1, on: string) => void
  onRemove: () => void
  onChange: (part: Partial<HopDraft>) => void
  errorAt: (field: string) => string | undefined
  text: WordsText | null
}

/** One hop as a card: its tools, and its fields, or in short what it says. */
export function HopCard({ hop, place: { index, count }, isOpen, ...props }: HopCardProps) {
  const t = useTranslations('attribution.edit')
  const number = index + 1
  const { ref, style, isDragging, handle } = useSortableHop(hop.id)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    props.onMove(event.key === 'ArrowUp' ? -1 : 1, '[data-handle]')
  }
  return (
    <li ref={ref} data-hop={hop.id} style={style} className={classes.item} data-dragging={isDragging || undefined}>
      <fieldset
        className={classes.box}
        data-open={isOpen || undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (isOpen && event.target instanceof Element && event.target.matches('input, select')) props.onActive()
        }}
      >
        <legend className={classes.legend}>
          {t('hop', { number })}
          {number === count && ` · ${t('isOrigin')}`}
        </legend>
        <div className={classes.tools}>
          <ActionIcon
            {...handle}
            size="md"
            className={classes.handle}
            aria-label={t('drag.handle', { number })}
            aria-disabled={count < 2}
          >
            <IconGripVertical size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="md"
            data-handle
            aria-label={t('up', { number })}
            aria-disabled={index === 0}
            onClick={() => props.onMove(-1, '[data-handle]')}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="md"
            data-down
            aria-label={t('down', { number })}
            aria-disabled={number === count}
            onClick={() => props.onMove(1, '[data-down]')}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          {!isOpen && (
            <ActionIcon size="md" aria-label={t('openHop', { number })} onClick={props.onOpen}>
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon size="md" aria-label={t('remove', { number })} onClick={props.onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        {isOpen ? (
          <HopFields hop={hop} text={props.text} errorAt={props.errorAt} onChange={props.onChange} />
        ) : (
          <ShortHop hop={hop} />
        )}
      </fieldset>
    </li>
  )
}

/** What a closed card says: who, and how. */
function ShortHop({ hop }: { hop: HopDraft }) {
  const t = useTranslations('attribution.edit')
  const label = useTranslations()
  const words = [hop.sourceWords.typed, hop.cueWords.typed].filter((typed) => typed.trim())
  return (
    <>
      <div className={classes.short}>
        <b>{hop.source?.name ?? t('nobodyYet')}</b>
        {hop.affiliation && <Pill look="soft">{hop.affiliation.name}</Pill>}
        <Pill look="soft">{label(`speechAct.${hop.speechAct}`)}</Pill>
      </div>
      {words.length > 0 && <p className={classes.shortWords}>{t('quoted', { words: words.join(' … ') })}</p>}
    </>
  )
}
