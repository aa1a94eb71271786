'use client'

import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconRowInsertTop, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { MAX_HOPS } from '@/lib/attributions/schema'
import classes from './attribution.module.css'
import { type HopDraft, newHop, type WordsText } from './hop-draft'
import { HopFields } from './hop-fields'

interface HopsEditorProps {
  hops: readonly HopDraft[]
  onChange: (hops: HopDraft[]) => void
  /** The text of the reason about a field of the hop at this place. */
  errorAt: (index: number, field: string) => string | undefined
  text: WordsText | null
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** The hops of a chain as an ordered list: add, insert, move and remove, by buttons and keys. */
export function HopsEditor({ hops, onChange, errorAt, text }: HopsEditorProps) {
  const t = useTranslations('attribution.edit')
  const list = useRef<HTMLOListElement>(null)
  const focus = useRef<{ id: string; on: string } | null>(null)
  const [said, setSaid] = useState('')

  // A move or a removal takes the pressed button along or away: the focus follows the hop.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the list
  useEffect(() => {
    const wanted = focus.current
    focus.current = null
    if (!wanted) return
    const item = list.current?.querySelector(`[data-hop="${wanted.id}"]`)
    item?.querySelector<HTMLElement>(wanted.on)?.focus()
  }, [hops])

  const insertAt = (index: number) => {
    const hop = newHop()
    focus.current = { id: hop.id, on: 'input' }
    onChange(hops.toSpliced(index, 0, hop))
  }
  const move = (from: number, to: number, on: string) => {
    const hop = hops[from]
    if (!hop || to < 0 || to >= hops.length) return
    focus.current = { id: hop.id, on }
    setSaid(t('moved', { number: to + 1 }))
    onChange(moved(hops, from, to))
  }
  const remove = (index: number) => {
    const next = hops[index + 1] ?? hops[index - 1]
    if (next) focus.current = { id: next.id, on: 'input' }
    setSaid(t('removed', { number: index + 1 }))
    onChange(hops.toSpliced(index, 1))
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1, '[data-handle]')
  }

  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <ol ref={list} className={classes.editor}>
        {hops.map((hop, index) => (
          <li key={hop.id} data-hop={hop.id}>
            <fieldset className={classes.box} onKeyDown={(event) => onKeyDown(event, index)}>
              <legend className={classes.legend}>
                {t('hop', { number: index + 1 })}
                {index === hops.length - 1 && ` · ${t('isOrigin')}`}
              </legend>
              <div className={classes.tools}>
                <ActionIcon
                  size="md"
                  data-handle
                  aria-label={t('up', { number: index + 1 })}
                  aria-disabled={index === 0}
                  onClick={() => move(index, index - 1, '[data-handle]')}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="md"
                  data-down
                  aria-label={t('down', { number: index + 1 })}
                  aria-disabled={index === hops.length - 1}
                  onClick={() => move(index, index + 1, '[data-down]')}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="md"
                  aria-label={t('insert', { number: index + 1 })}
                  aria-disabled={hops.length >= MAX_HOPS}
                  onClick={() => hops.length < MAX_HOPS && insertAt(index)}
                >
                  <IconRowInsertTop size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon size="md" aria-label={t('remove', { number: index + 1 })} onClick={() => remove(index)}>
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </div>
              <HopFields
                hop={hop}
                text={text}
                errorAt={(field) => errorAt(index, field)}
                onChange={(part) => onChange(hops.map((each) => (each.id === hop.id ? { ...each, ...part } : each)))}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      {hops.length < MAX_HOPS && (
        <Button className={classes.add} onClick={() => insertAt(hops.length)}>
          {hops.length === 0 ? t('addFirst') : t('addNext')}
        </Button>
      )}
    </>
  )
}
