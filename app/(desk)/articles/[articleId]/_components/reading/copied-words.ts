import { placeOfPoint } from './dom-place'

/** What the page's selection covers of the article's text, to the letter; null where it goes beyond the text, or covers nothing. */
export function copiedWords(root: Element, text: string): string | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  const start = placeOfPoint(root, range.startContainer, range.startOffset)
  const end = placeOfPoint(root, range.endContainer, range.endOffset)
  return text.slice(start, end)
}
