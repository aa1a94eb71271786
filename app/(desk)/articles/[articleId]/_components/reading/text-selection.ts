import { type RefObject, useEffect } from 'react'
import type { Store } from '@/app/_ui/store'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { snapRange } from '@/lib/text/snap'
import { placeOfRange } from './dom-place'

// While fingers drag the handles, or Shift extends, the menu waits for a pause.
const SETTLED_MS = 280

/** Where it is kept what is selected, and whether the page showed other words than the article's when one wanted to select. */
export interface SelectionStores {
  selection: Store<TextRange | null>
  otherWords: Store<boolean>
}

/** What the page's selection covers of the text, in code points, snapped; null when it covers nothing of it. */
export function selectedPlace(root: Element | null, text: string): TextRange | 'otherWords' | null {
  const selection = document.getSelection()
  // Some browsers select several ranges at once: one mark stands on one.
  if (!root || !selection || selection.rangeCount !== 1 || selection.isCollapsed) return null
  const place = placeOfRange(root, text, selection.getRangeAt(0))
  if (!place || place === 'otherWords') return place
  const index = indexText(text)
  const [start, end] = [index.toCodePoint(place.start), index.toCodePoint(place.end)]
  return start < end ? snapRange(text, start, end) : null
}

/** Puts what is selected now into the stores, where an equal place stays the same object; answers it. */
export function readInto(
  { selection, otherWords }: SelectionStores,
  root: Element | null,
  text: string,
): TextRange | null {
  const found = selectedPlace(root, text)
  const [next, now] = [found === 'otherWords' ? null : found, selection.get()]
  // That it was refused stays to be read until words are selected again.
  if (found !== null) otherWords.set(found === 'otherWords')
  if (next?.start !== now?.start || next?.end !== now?.end) selection.set(next)
  return selection.get()
}

/** Follows the selection by mouse, finger and keys, and puts what it covers into the stores once it rests. */
export function useTextSelection(root: RefObject<Element | null>, text: string, stores: SelectionStores): void {
  const { selection, otherWords } = stores
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressed = false
    const readIn = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => readInto({ selection, otherWords }, root.current, text), milliseconds)
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
  }, [root, text, selection, otherWords])
}
