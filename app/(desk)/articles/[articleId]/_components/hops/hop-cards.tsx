'use client'

import { Button, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useRef, useState } from 'react'
import { MAX_HOPS } from '@/lib/attributions/schema'
import classes from '../attribution/attribution.module.css'
import { HopCard } from './hop-card'
import { type HopDraft, newHop, type WordsText } from './hop-draft'
import { SortableHops } from './sortable-hops'

interface HopCardsProps {
  hops: readonly HopDraft[]
  onChange: (hops: HopDraft[]) => void
  /** The text of the reason about a field of the hop at this place. */
  errorAt: (index: number, field: string) => string | undefined
  text: WordsText | null
  /** The hop that lies open, where the form holds that too. */
  active?: string | null
  onActive?: (id: string) => void
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** The hops of a chain as cards from the article outwards: add, insert, move and remove, by mouse, buttons and keys. */
export function HopCards({ hops, onChange, errorAt, text, active, onActive }: HopCardsProps) {
  const t = useTranslations('attribution.edit')
  const list = useRef<HTMLOListElement>(null)
  const focus = useRef<{ id: string; on: string } | null>(null)
  const [said, setSaid] = useState('')
  const [ownActive, setOwnActive] = useState<string | null>(null)
  const open = active ?? ownActive ?? hops.at(-1)?.id ?? null
  const activate = onActive ?? setOwnActive

  // A move or a removal takes the pressed button along or away: the focus follows the hop.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the list
  useEffect(() => {
    const wanted = focus.current
    focus.current = null
    if (!wanted) return
    const item = list.current?.querySelector(`[data-hop="${wanted.id}"]`)
    item?.querySelector<HTMLElement>(wanted.on)?.focus()
  }, [hops, open])

  const insertAt = (index: number) => {
    const hop = newHop()
    focus.current = { id: hop.id, on: 'input' }
    activate(hop.id)
    onChange(hops.toSpliced(index, 0, hop))
  }
  const move = (from: number, to: number, on: string | null) => {
    const hop = hops[from]
    if (!hop || to < 0 || to >= hops.length) return
    if (on) focus.current = { id: hop.id, on }
    setSaid(t('moved', { number: to + 1 }))
    onChange(moved(hops, from, to))
  }
  const remove = (index: number) => {
    const next = hops[index + 1] ?? hops[index - 1]
    if (next) {
      focus.current = { id: next.id, on: 'input' }
      activate(next.id)
    }
    setSaid(t('removed', { number: index + 1 }))
    onChange(hops.toSpliced(index, 1))
  }
  const change = (id: string) => (part: Partial<HopDraft>) =>
    onChange(hops.map((each) => (each.id === id ? { ...each, ...part } : each)))

  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {hops.length > 0 && (
        <SortableHops ids={hops.map(({ id }) => id)} onMove={(from, to) => move(from, to, null)}>
          <ol ref={list} className={classes.editor}>
            {hops.map((hop, index) => (
              <Fragment key={hop.id}>
                {index > 0 && (
                  <li className={classes.between}>
                    <button
                      type="button"
                      className={classes.insert}
                      aria-label={t('insert', { number: index + 1 })}
                      aria-disabled={hops.length >= MAX_HOPS}
                      onClick={() => hops.length < MAX_HOPS && insertAt(index)}
                    >
                      <IconPlus size={14} aria-hidden />
                    </button>
                  </li>
                )}
                <HopCard
                  hop={hop}
                  place={{ index, count: hops.length }}
                  isOpen={hop.id === open || errorAt(index, 'sourceId') !== undefined}
                  onOpen={() => {
                    focus.current = { id: hop.id, on: 'input' }
                    activate(hop.id)
                  }}
                  onActive={() => activate(hop.id)}
                  onMove={(by, on) => move(index, index + by, on)}
                  onRemove={() => remove(index)}
                  onChange={change(hop.id)}
                  errorAt={(field) => errorAt(index, field)}
                  text={text}
                />
              </Fragment>
            ))}
          </ol>
        </SortableHops>
      )}
      {hops.length < MAX_HOPS && (
        <Button className={classes.add} onClick={() => insertAt(hops.length)}>
          {hops.length === 0 ? t('addFirst') : t('addNext')}
        </Button>
      )}
    </>
  )
}
