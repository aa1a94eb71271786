'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { CATEGORY_LOOK } from '@/app/(desk)/_components/claims/category-look'
import { CATEGORIES, CATEGORY_KEYS } from '@/lib/claims/category-keys'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { useMoveClaim } from '../claim/use-move-claim'
import { bareWordings } from '../marking/bare-wordings'
import { useWorkbench } from '../workbench/workbench-context'
import { pageRange } from './dom-place'
import classes from './selection-menu.module.css'

const PARTS = [
  ['source', 'S'],
  ['cue', 'C'],
] as const
const GAP = 10
const MOVES: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }

/** Where the menu stands in the column: below the selection's last line, or above its first where there is no room. */
function usePlaceNear(menu: RefObject<HTMLElement | null>, place: TextRange) {
  const { shown, textRoot } = useWorkbench()
  const [position, setPosition] = useState<{ top: number; left: number } | null>(null)
  useLayoutEffect(() => {
    const [box, parent, root] = [menu.current, menu.current?.offsetParent, textRoot.current]
    const index = indexText(shown.text)
    const range = root && pageRange(root, shown.text, index.toUtf16(place.start), index.toUtf16(place.end))
    if (!box || !parent || !range) return
    const lines = [...range.getClientRects()].filter((line) => line.width > 0)
    const [first, last] = [lines[0], lines.at(-1)]
    if (!first || !last) return
    const frame = parent.getBoundingClientRect()
    const below = last.bottom + GAP
    const above = first.top - box.offsetHeight - GAP
    const top = below + box.offsetHeight > innerHeight && above > frame.top ? above : below
    const most = frame.width - box.offsetWidth - GAP
    setPosition({ top: top - frame.top, left: Math.max(GAP, Math.min(last.left - frame.left, most)) })
  }, [menu, place, shown.text, textRoot])
  return position
}

interface SelectionMenuProps {
  place: TextRange
  /** True when it was opened by a key: it takes the focus. */
  focused: boolean
  onClose: () => void
}

/** The small menu beside a selection: a button per category; "move here" while a claim waits for words; or what a hop can take. */
export function SelectionMenu({ place, focused, onClose }: SelectionMenuProps) {
  const t = useTranslations('workbench.menu')
  const category = useTranslations('category')
  const { movingId, choosing, startDraft } = useWorkbench()
  const { move, pending, error } = useMoveClaim()
  const menu = useRef<HTMLDivElement>(null)
  const position = usePlaceNear(menu, place)

  useLayoutEffect(() => {
    if (focused && position) menu.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [focused, position])

  // The mark's form will want it at once.
  useEffect(() => {
    void bareWordings().catch(() => null)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    const step = MOVES[event.key]
    if (!step) return
    event.preventDefault()
    const buttons: Element[] = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = document.activeElement ? buttons.indexOf(document.activeElement) : -1
    const next = buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]
    if (next instanceof HTMLElement) next.focus()
  }

  return (
    <div
      ref={menu}
      role="toolbar"
      aria-label={choosing && !movingId ? t('wordsOf', { number: choosing.hop }) : t('label')}
      className={classes.menu}
      data-moving={movingId || choosing ? '' : undefined}
      style={position ?? { top: 0, left: 0, visibility: 'hidden' }}
      onKeyDown={onKeyDown}
      // A press on the menu must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {movingId && (
        <button type="button" className={classes.choice} disabled={pending} onClick={move}>
          {t('moveHere')}
        </button>
      )}
      {!movingId &&
        choosing &&
        PARTS.map(([part, key]) => (
          <button key={part} type="button" className={classes.choice} onClick={() => choosing.take(part)}>
            <span className={classes.word}>{t(part)}</span>
            <Kbd keys={key} />
          </button>
        ))}
      {!movingId &&
        !choosing &&
        CATEGORIES.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.choice}
            style={{ '--tone': `var(--${CATEGORY_LOOK[each].tone})` }}
            onClick={() => startDraft(each)}
          >
            <span className={classes.word}>{category(each)}</span>
            <Kbd keys={CATEGORY_KEYS[each].toUpperCase()} />
          </button>
        ))}
      <FormError error={error} />
    </div>
  )
}
