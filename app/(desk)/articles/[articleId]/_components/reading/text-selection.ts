import { type RefObject, useEffect } from 'react'
import type { Store } from '@/app/_ui/store'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { snapRange } from '@/lib/text/snap'
import { placeOfPoint } from './dom-place'

// While fingers drag the handles, or Shift extends, the menu waits for a pause.
const SETTLED_MS = 280

/** What the page's selection covers of the text, in code points, snapped; null when it covers nothing of it. */
export function selectedPlace(root: Element | null, text: string): TextRange | null {
  const selection = document.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const index = indexText(text)
  const start = index.toCodePoint(placeOfPoint(root, range.startContainer, range.startOffset))
  const end = index.toCodePoint(placeOfPoint(root, range.endContainer, range.endOffset))
  return start < end ? snapRange(text, start, end) : null
}

/** Puts what is selected now into the store, where an equal place stays the same object; answers it. */
export function readInto(store: Store<TextRange | null>, root: Element | null, text: string): TextRange | null {
  const [next, now] = [selectedPlace(root, text), store.get()]
  if (next?.start !== now?.start || next?.end !== now?.end) store.set(next)
  return store.get()
}

/** Follows the selection by mouse, finger and keys, and puts what it covers into the store once it rests. */
export function useTextSelection(root: RefObject<Element | null>, text: string, store: Store<TextRange | null>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressed = false
    const readIn = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => readInto(store, root.current, text), milliseconds)
    }
    const onPointerDown = (event: PointerEvent) => {
      pressed = event.pointerType === 'mouse'
    }
    const onPointerEnd = () => {
      if (pressed) readIn(0)
      pressed = false
    }
    const onChange = () => {
      if (document.getSelection()?.isCollapsed) readIn(0)
      else if (!pressed) readIn(SETTLED_MS)
    }
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('pointerup', onPointerEnd)
    document.addEventListener('pointercancel', onPointerEnd)
    document.addEventListener('selectionchange', onChange)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('pointerup', onPointerEnd)
      document.removeEventListener('pointercancel', onPointerEnd)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [root, text, store])
}
