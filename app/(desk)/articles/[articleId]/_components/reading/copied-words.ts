import { placeOfRange } from './dom-place'

/**
 * What the page's selection covers of the article's text, to the letter; null where it goes beyond the text, covers nothing, or
 * the page shows other words: then what is shown is copied.
 */
export function copiedWords(root: Element, text: string): string | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  const place = placeOfRange(root, text, range)
  return place && place !== 'otherWords' ? text.slice(place.start, place.end) : null
}
