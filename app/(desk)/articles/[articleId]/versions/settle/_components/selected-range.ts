import { indexText, type TextRange } from '@/lib/text/code-points'
import { snapRange } from '@/lib/text/snap'

/** Where a place of the page is in the text, in UTF-16; null outside of its words. */
function offsetOf(root: Element, node: Node, offset: number): number | null {
  const words = (node instanceof Element ? node : node.parentElement)?.closest('[data-at]')
  if (!words || !root.contains(words) || node instanceof Element) return null
  return Number(words.getAttribute('data-at')) + offset
}

/** What is selected of a text's column, whole graphemes without outer white space; null: nothing. */
export function selectedRange(root: Element, text: string): TextRange | null {
  const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null
  if (!range || range.collapsed) return null
  const from = offsetOf(root, range.startContainer, range.startOffset)
  const to = offsetOf(root, range.endContainer, range.endOffset)
  if (from === null || to === null || from >= to) return null
  const index = indexText(text)
  return snapRange(text, index.toCodePoint(from), index.toCodePoint(to))
}
