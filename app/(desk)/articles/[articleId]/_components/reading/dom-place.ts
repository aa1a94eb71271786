import { type Alignment, alignShown, bareWords } from '@/lib/text/shown-words'

// Each piece of the article stands in an element of its own: data-at is its first offset in the text, data-to the one behind
// its last (UTF-16). Within it the browser may have cut the words into several text nodes, and others may have wrapped them.
const PIECES = '[data-at]'

// What stands beside words to help reading them, and is no part of the text.
const BESIDE = 'rt, rp, script, style'

const startOf = (piece: Element) => Number(piece.getAttribute('data-at'))
const endOf = (piece: Element) => Number(piece.getAttribute('data-to'))

/** What the page shows of a range: its place in the article's text (UTF-16), or that other words are shown there. */
export type ShownPlace = { start: number; end: number } | 'otherWords'

function* textNodesIn(element: Node): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(BESIDE)) yield node
}

/** A piece as the page shows it: its text nodes, and how their words lie beside the stored ones; null: other words. */
function shownIn(piece: Element, text: string): { nodes: Text[]; aligned: Alignment | null } {
  const nodes = [...textNodesIn(piece)]
  const shown = nodes.length === 1 ? (nodes[0]?.data ?? '') : nodes.map(({ data }) => data).join('')
  return { nodes, aligned: alignShown(shown, text.slice(startOf(piece), endOf(piece))) }
}

/** True when an element shows just these words: none translated, replaced, added or left out. */
export function showsWords(element: Element, words: string): boolean {
  const shown = [...textNodesIn(element)].map(({ data }) => data).join('')
  return alignShown(shown, words) !== null
}

/** How many units of a piece's words stand before a point in it. */
function unitsBefore(nodes: readonly Text[], node: Node, offset: number): number {
  let units = 0
  for (const each of nodes) {
    if (each === node) return units + offset
    const point = document.createRange()
    point.setStart(node, offset)
    if (point.comparePoint(each, 0) >= 0) return units
    units += each.length
  }
  return units
}

const pieceAround = (root: Element, node: Node): Element | null => {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest(PIECES)
  return piece && root.contains(piece) ? piece : null
}

/** The place in the article's text (UTF-16) of a point in the page; beside the text its start or end; null: other words. */
export function placeOfPoint(root: Element, text: string, node: Node, offset: number): number | null {
  const piece = pieceAround(root, node)
  if (piece) {
    const { nodes, aligned } = shownIn(piece, text)
    return aligned && startOf(piece) + aligned.toStored(unitsBefore(nodes, node, offset))
  }
  const point = document.createRange()
  point.setStart(node, offset)
  let end = 0
  for (const each of root.querySelectorAll(PIECES)) {
    if (point.comparePoint(each, 0) >= 0) return startOf(each)
    end = endOf(each)
  }
  return end
}

/**
 * What a range of the page covers of the article's text. It is summed over the words that the range shows, each of which is
 * compared with the stored one: translated, replaced, added and missing words all show. Null: nothing of the text.
 */
export function placeOfRange(root: Element, text: string, range: Range): ShownPlace | null {
  if (!range.intersectsNode(root)) return null
  const pieces = new Map<Element, ReturnType<typeof shownIn>>()
  let start: number | null = null
  let end = 0
  let seen = ''
  for (const node of textNodesIn(root)) {
    if (!range.intersectsNode(node)) continue
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.length
    if (from >= to) continue
    seen += node.data.slice(from, to)
    const piece = pieceAround(root, node)
    if (!piece) continue
    const shown = pieces.get(piece) ?? shownIn(piece, text)
    pieces.set(piece, shown)
    const { nodes, aligned } = shown
    if (!aligned) return 'otherWords'
    const before = unitsBefore(nodes, node, 0)
    start ??= startOf(piece) + aligned.toStored(before + from)
    end = startOf(piece) + aligned.toStored(before + to)
  }
  if (start === null) return bareWords(seen) === '' ? null : 'otherWords'
  return bareWords(seen) === bareWords(text.slice(start, end)) ? { start, end } : 'otherWords'
}

/** The text node and the offset in it of a place in the text (UTF-16); at a border the later piece, unless `before`. */
function pointOfPlace(root: Element, text: string, place: number, before: boolean) {
  const pieces = root.querySelectorAll(PIECES)
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = startOf(pieces.item(middle))
    if (before ? start < place : start <= place) low = middle + 1
    else high = middle
  }
  const piece = pieces.item(Math.max(0, low - 1))
  if (!piece) return null
  const { nodes, aligned } = shownIn(piece, text)
  if (!aligned) return null
  const [from, to] = [startOf(piece), endOf(piece)]
  let units = aligned.toShown(Math.min(Math.max(place, from), to) - from)
  for (const node of nodes) {
    if (units <= node.length) return { node, offset: units }
    units -= node.length
  }
  return null
}

/** The range of the page that shows the text from `start` to `end` (UTF-16); null while it is not drawn, or other words are. */
export function pageRange(root: Element, text: string, start: number, end: number): Range | null {
  const from = pointOfPlace(root, text, start, false)
  const to = pointOfPlace(root, text, end, end > start)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Selects the text from `anchor` to `focus` (UTF-16), which may lie before it; false where other words are shown. */
export function selectPlaces(root: Element, text: string, anchor: number, focus: number): boolean {
  const from = pointOfPlace(root, text, anchor, anchor > focus)
  const to = pointOfPlace(root, text, focus, focus > anchor)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  return Boolean(from && to)
}
