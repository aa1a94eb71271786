// Every text node of the article stands alone in an element whose data-at is its first offset in the text, in UTF-16.
const HOLDERS = '[data-at]'

const startOf = (holder: Element) => Number(holder.getAttribute('data-at'))
const lengthOf = (holder: Element) => holder.firstChild?.nodeValue?.length ?? 0

/** The place in the article's text (UTF-16) of a point in the page; points before or after it are its start or end. */
export function placeOfPoint(root: Element, node: Node, offset: number): number {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement?.closest(HOLDERS)
    if (holder && root.contains(holder)) return startOf(holder) + offset
  }
  const point = document.createRange()
  point.setStart(node, offset)
  let end = 0
  for (const holder of root.querySelectorAll(HOLDERS)) {
    if (point.comparePoint(holder, 0) >= 0) return startOf(holder)
    end = startOf(holder) + lengthOf(holder)
  }
  return end
}

/** The text node and the offset in it of a place in the text (UTF-16); at a border the later node, unless `before`. */
function pointOfPlace(root: Element, place: number, before: boolean): { node: Node; offset: number } | null {
  const holders = root.querySelectorAll(HOLDERS)
  let low = 0
  let high = holders.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = startOf(holders.item(middle))
    if (before ? start < place : start <= place) low = middle + 1
    else high = middle
  }
  const holder = holders.item(Math.max(0, low - 1))
  const node = holder?.firstChild
  if (!node) return null
  return { node, offset: Math.min(Math.max(place - startOf(holder), 0), lengthOf(holder)) }
}

/** The range of the page that shows the text from `start` to `end` (UTF-16); null while it is not drawn. */
export function pageRange(root: Element, start: number, end: number): Range | null {
  const from = pointOfPlace(root, start, false)
  const to = pointOfPlace(root, end, end > start)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Selects the text from `anchor` to `focus` (UTF-16), which may lie before it. */
export function selectPlaces(root: Element, anchor: number, focus: number): void {
  const from = pointOfPlace(root, anchor, anchor > focus)
  const to = pointOfPlace(root, focus, focus > anchor)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}
