// Room that stays free above and below what is scrolled to.
const ROOM = 72
// From so many screens on, nobody can follow the way.
const FAR = 6

function scrollerOf(element: Element | null): Element {
  for (let at = element; at; at = at.parentElement) {
    const overflow = getComputedStyle(at).overflowY
    if ((overflow === 'auto' || overflow === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return document.documentElement
}

// What was not drawn yet takes another height than was thought once it is: so many times the way is measured again.
const MOST_MEASURED = 5

/** Scrolls the text's column, or the page where there are no columns, until the range is in view; else not at all. */
export function scrollToRange(range: Range, { centre = false, always = false } = {}, measured = 0): void {
  const rect = range.getBoundingClientRect()
  const scroller = scrollerOf(range.startContainer.parentElement)
  const frame = scroller === document.documentElement ? null : scroller.getBoundingClientRect()
  const [top, bottom] = [frame?.top ?? 0, frame?.bottom ?? innerHeight]
  const above = rect.top - (top + ROOM)
  const below = rect.bottom - (bottom - ROOM)
  if (above >= 0 && below <= 0 && !always) return
  const distance = centre ? rect.top - (top + (bottom - top) / 3) : above < 0 ? above : Math.min(below, above)
  const isFar = Math.abs(distance) > FAR * (bottom - top)
  const isSmooth = centre && !isFar && measured === 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: distance, behavior: isSmooth ? 'smooth' : 'auto' })
  if (isSmooth || measured >= MOST_MEASURED) return
  requestAnimationFrame(() => requestAnimationFrame(() => scrollToRange(range, { centre }, measured + 1)))
}
