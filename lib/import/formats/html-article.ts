import type { PartKind } from '@/lib/import/parts'

/** An element of a page that makes a block; `parent`: its number among them. */
export type Element = {
  tag: string
  parent: number
  depth: number
  kind: PartKind | null
  isHidden: boolean
}

/** A run of text between the borders of blocks; `linked`: how much of it leads elsewhere, from 0 to 1. */
export type TextRun = { element: number; text: string; linked: number }

/** How much text each element holds in paragraphs. */
function weigh(elements: readonly Element[], found: readonly TextRun[]): Float64Array {
  const inParagraphs = new Float64Array(elements.length)
  for (const { element, text, linked } of found) {
    const each = elements[element]
    if (each && ['p', 'blockquote', 'h2', 'h3', 'li'].includes(each.tag) && linked < 0.5)
      inParagraphs[element] = (inParagraphs[element] ?? 0) + text.length
  }
  for (let at = elements.length - 1; at > 0; at--) {
    const parent = elements[at]?.parent ?? 0
    inParagraphs[parent] = (inParagraphs[parent] ?? 0) + (inParagraphs[at] ?? 0)
  }
  return inParagraphs
}

/** The element that holds the article: the largest `article`, else `main`; the whole where neither holds much of the paragraphs. */
function rootOf(elements: readonly Element[], inParagraphs: Float64Array): number {
  const candidates = elements.flatMap(({ tag }, at) => (tag === 'article' || tag === 'main' ? [at] : []))
  const whole = inParagraphs[0] ?? 0
  const best = candidates.sort((one, other) => (inParagraphs[other] ?? 0) - (inParagraphs[one] ?? 0) || other - one)[0]
  return best !== undefined && (inParagraphs[best] ?? 0) > whole * 0.4 && whole > 0 ? best : 0
}

/** Within the article, and around it, what holds most of it is not a menu, nor hidden, whatever it is called. */
function freeMost(elements: readonly Element[], inParagraphs: Float64Array, root: number): void {
  const most = (inParagraphs[root] ?? 0) / 2
  const around = new Set<number>()
  for (let at = root; at > 0; at = elements[at]?.parent ?? 0) around.add(at)
  const within = new Set([root])
  for (const [at, element] of elements.entries()) {
    if (within.has(element.parent)) within.add(at)
    if (most === 0 || (inParagraphs[at] ?? 0) <= most || !(within.has(at) || around.has(at))) continue
    element.kind = null
    element.isHidden = false
  }
}

/** The element that holds the article of a page; it and what holds most of it are no longer taken for menus, nor for hidden. */
export function findArticle(elements: readonly Element[], found: readonly TextRun[]): number {
  const inParagraphs = weigh(elements, found)
  const root = rootOf(elements, inParagraphs)
  freeMost(elements, inParagraphs, root)
  return root
}
