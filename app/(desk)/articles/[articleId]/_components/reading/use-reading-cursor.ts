import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { indexText } from '@/lib/text/code-points'
import { graphemeEnd, graphemeStart } from '@/lib/text/graphemes'
import { type CursorStep, cursorStepOf, takeStep } from './cursor-step'
import { pageRange, placeOfPoint, selectPlaces } from './dom-place'
import { scrollToRange } from './scroll-to-range'
import { paint } from './use-highlight'

const CURSOR = 'recoupe-cursor'

/**
 * A reading cursor for those who mark without a mouse. It is the page's own selection, moved by keys; its focus is painted,
 * as browsers show no caret in a text that is not edited. `place` is where it stands, in code points.
 */
export function useReadingCursor(root: RefObject<HTMLElement | null>, text: string, language: string | null) {
  const last = useRef({ anchor: 0, focus: 0 })

  const read = useCallback(() => {
    const [within, selection] = [root.current, document.getSelection()]
    if (!within || !selection?.anchorNode || !selection.focusNode) return last.current
    if (!within.contains(selection.anchorNode) || !within.contains(selection.focusNode)) return last.current
    const index = indexText(text)
    const placeOf = (node: Node, offset: number) => index.toCodePoint(placeOfPoint(within, node, offset))
    last.current = {
      anchor: placeOf(selection.anchorNode, selection.anchorOffset),
      focus: placeOf(selection.focusNode, selection.focusOffset),
    }
    return last.current
  }, [root, text])

  const show = useCallback(
    (scroll: boolean) => {
      const within = root.current
      if (!within) return
      const at = indexText(text).toUtf16(read().focus)
      const atEnd = at >= text.length || text[at] === '\n'
      const [from, to] = atEnd ? [graphemeStart(text, at - 1), at] : [at, graphemeEnd(text, at + 1)]
      const range = pageRange(within, from, to)
      paint(CURSOR, range ? [range] : [])
      if (range && scroll) scrollToRange(range)
    },
    [root, text, read],
  )

  const place = useCallback(
    (anchor: number, focus: number) => {
      const index = indexText(text)
      last.current = { anchor, focus }
      if (root.current) selectPlaces(root.current, index.toUtf16(anchor), index.toUtf16(focus))
    },
    [root, text],
  )

  const step = (wanted: CursorStep, extend: boolean) => {
    const { anchor, focus } = read()
    const selection = document.getSelection()
    if (wanted.by === 'line') {
      place(anchor, focus)
      selection?.modify(extend ? 'extend' : 'move', wanted.direction, wanted.granularity)
      return
    }
    const next =
      wanted.by === 'unit'
        ? takeStep(text, focus, wanted, language)
        : wanted.direction === 'next'
          ? indexText(text).length
          : 0
    place(extend ? anchor : next, next)
  }

  /** True when the key moved the cursor. */
  const onKey = (event: KeyboardEvent): boolean => {
    const wanted = cursorStepOf(event)
    if (!wanted) return false
    event.preventDefault()
    step(wanted, event.shiftKey)
    show(true)
    return true
  }

  return { onKey, read, show, place, hide: () => paint(CURSOR, []) }
}
