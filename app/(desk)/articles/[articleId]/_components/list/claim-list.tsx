'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, memo, useDeferredValue, useEffect, useRef } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { Kbd } from '@/app/_ui/key-hint'
import type { MarkView } from '@/lib/review/mark-view'
import { UndoMenu } from '../workbench/undo-menu'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './claim-list.module.css'
import { ClaimRow } from './claim-row'

interface RowsProps {
  claims: readonly MarkView[]
  selectedId: string | null
}

// Of a longer list the page brings the beginning, and the browser draws the rest when there is nothing more urgent.
const FIRST = 100

const Rows = memo(function Rows({ claims, selectedId }: RowsProps) {
  const t = useTranslations('workbench.list')
  const unplaced = claims.filter((claim) => claim.spans.length === 0)
  const rowOf = (claim: MarkView) => <ClaimRow key={claim.id} claim={claim} selected={claim.id === selectedId} />
  return (
    <>
      <ol className={classes.items}>{claims.filter((claim) => claim.spans.length > 0).map(rowOf)}</ol>
      {unplaced.length > 0 && (
        <>
          <h3 className={classes.subtitle}>{t('unplaced')}</h3>
          <ol className={classes.items}>{unplaced.map(rowOf)}</ol>
        </>
      )}
    </>
  )
})

/** The article's claims in reading order; those that have no passage in the shown version come last, under a heading. */
export function ClaimList({ canMark }: { canMark: boolean }) {
  const t = useTranslations('workbench.list')
  const { claims, selectedId, select } = useWorkbench()
  const list = useRef<HTMLElement>(null)
  const isWhole = useDeferredValue(true, claims.length <= FIRST)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row may be among those that are drawn later.
  useEffect(() => {
    const row = selectedId ? list.current?.querySelector(`[data-row="${selectedId}"]`) : null
    const [frame, box] = [list.current?.getBoundingClientRect(), row?.getBoundingClientRect()]
    if (!frame || !box || !list.current) return
    // Not scrollIntoView: it would scroll the text's column along.
    if (box.top < frame.top + 48) list.current.scrollBy({ top: box.top - frame.top - 48 })
    else if (box.bottom > frame.bottom) list.current.scrollBy({ top: box.bottom - frame.bottom })
  }, [selectedId, isWhole])

  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
    if (!row || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    select(row.getAttribute('data-row'), { reveal: true, open: true })
  }

  return (
    <section ref={list} aria-label={t('title')} className={classes.list}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <span className={classes.count}>{claims.length}</span>
        <UndoMenu />
        <span className={classes.keys}>
          <Kbd keys="J" />
          <Kbd keys="K" />
        </span>
      </div>
      {claims.length === 0 && (
        <EmptyState compact title={t('empty')}>
          {canMark ? t('emptyHow') : t('emptyReadOnly')}
        </EmptyState>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows are links; this listens for all of them. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above. */}
      <div onClick={onClick}>
        <Rows claims={isWhole ? claims : claims.slice(0, FIRST)} selectedId={selectedId} />
      </div>
    </section>
  )
}
