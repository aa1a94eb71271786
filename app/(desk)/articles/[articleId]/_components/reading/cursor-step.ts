import { indexText } from '@/lib/text/code-points'
import { type CursorDirection, type CursorUnit, moveCursor } from '@/lib/text/words'

type Keys = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }
export type CursorStep =
  | { by: 'unit'; unit: CursorUnit; direction: CursorDirection }
  | { by: 'line'; granularity: 'line' | 'lineboundary'; direction: 'forward' | 'backward' }
  | { by: 'text'; direction: CursorDirection }

const ACROSS: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

/**
 * What a key does to the reading cursor: arrows by character, Ctrl by word, Alt by sentence; null: nothing. In a line that runs from
 * right to left, the left arrow leads on.
 */
export function cursorStepOf(
  { key: pressed, ctrlKey, altKey, metaKey }: Keys,
  isRightToLeft = false,
): CursorStep | null {
  if (metaKey) return null
  const key = isRightToLeft ? (ACROSS[pressed] ?? pressed) : pressed
  const direction = key === 'ArrowRight' || key === 'ArrowDown' || key === 'End' ? 'next' : 'previous'
  const towards = direction === 'next' ? 'forward' : 'backward'
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return { by: 'unit', unit: altKey ? 'sentence' : ctrlKey ? 'word' : 'grapheme', direction }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (ctrlKey || altKey) return { by: 'unit', unit: 'paragraph', direction }
    return { by: 'line', granularity: 'line', direction: towards }
  }
  if (key === 'Home' || key === 'End')
    return ctrlKey ? { by: 'text', direction } : { by: 'line', granularity: 'lineboundary', direction: towards }
  return null
}

/** One step of the cursor through the text, in code points; it does not stop in the gap between two paragraphs. */
export function takeStep(text: string, at: number, step: Extract<CursorStep, { by: 'unit' }>, language: string | null) {
  const index = indexText(text)
  let place = at
  do {
    const next = moveCursor(text, place, step.unit, step.direction, language)
    if (next === place) return place
    place = next
  } while (
    step.unit === 'grapheme' &&
    /^\n\n$/.test(index.slice(Math.max(0, place - 1), Math.min(index.length, place + 1)))
  )
  return place
}
