import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { indexText } from '@/lib/text/code-points'
import { runsRightToLeft } from '@/lib/text/direction'
import { graphemeEnd, graphemeStart } from '@/lib/text/graphemes'
import { type CursorStep, cursorStepOf, takeStep } from './cursor-step'
import { pageRange, placeOfPoint, selectPlaces } from './dom-place'
import { scrollToRange } from './scroll-to-range'
import { paint } from './use-highlight'

const CURSOR = 'recoupe-cursor'

/**
 * A reading cursor for those who mark without a mouse. It is the page's own selection, moved by keys; its focus is painted,
 * as browsers show no caret in a text that is not edited. `place` is where it stands, in code points. Where the page shows
 * other words than the text's, it says so and stays.
 */
export function useReadingCursor(
  root: RefObject<HTMLElement | null>,
  text: string,
  language: string | null,
  onOtherWords: () => void,
) {
  const last = useRef({ anchor: 0, focus: 0 })

  const read = useCallback(() => {
    const [within, selection] = [root.current, document.getSelection()]
    if (!within || !selection?.anchorNode || !selection.focusNode) return last.current
    if (!within.contains(selection.anchorNode) || !within.contains(selection.focusNode)) return last.current
    const index = indexText(text)
    const anchor = placeOfPoint(within, text, selection.anchorNode, selection.anchorOffset)
    const focus = placeOfPoint(within, text, selection.focusNode, selection.focusOffset)
    if (anchor !== null && focus !== null)
      last.current = { anchor: index.toCodePoint(anchor), focus: index.toCodePoint(focus) }
    return last.current
  }, [root, text])

  const show = useCallback(
    (scroll: boolean) => {
      const within = root.current
      if (!within) return
      const at = indexText(text).toUtf16(read().focus)
      const atEnd = at >= text.length || text[at] === '\n'
      const [from, to] = atEnd ? [graphemeStart(text, at - 1), at] : [at, graphemeEnd(text, at + 1)]
      const range = pageRange(within, text, from, to)
      paint(CURSOR, range ? [range] : [])
      if (range && scroll) scrollToRange(range)
    },
    [root, text, read],
  )

  const place = useCallback(
    (anchor: number, focus: number) => {
      const index = indexText(text)
      const within = root.current
      if (!within || selectPlaces(within, text, index.toUtf16(anchor), index.toUtf16(focus)))
        last.current = { anchor, focus }
      else onOtherWords()
    },
    [root, text, onOtherWords],
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
    const wanted = cursorStepOf(event, runsRightToLeft(text, indexText(text).toUtf16(read().focus)))
    if (!wanted) return false
    event.preventDefault()
    step(wanted, event.shiftKey)
    show(true)
    return true
  }

  return { onKey, read, show, place, hide: () => paint(CURSOR, []) }
}
