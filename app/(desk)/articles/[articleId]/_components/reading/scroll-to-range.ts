// Room that stays free above and below what is scrolled to.
const ROOM = 72

function scrollerOf(element: Element | null): Element {
  for (let at = element; at; at = at.parentElement) {
    const overflow = getComputedStyle(at).overflowY
    if ((overflow === 'auto' || overflow === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return document.documentElement
}

/** Scrolls the text's column, or the page where there are no columns, until the range is in view; else not at all. */
export function scrollToRange(range: Range, { centre = false, always = false } = {}): void {
  const rect = range.getBoundingClientRect()
  const scroller = scrollerOf(range.startContainer.parentElement)
  const frame = scroller === document.documentElement ? null : scroller.getBoundingClientRect()
  const [top, bottom] = [frame?.top ?? 0, frame?.bottom ?? innerHeight]
  const above = rect.top - (top + ROOM)
  const below = rect.bottom - (bottom - ROOM)
  if (above >= 0 && below <= 0 && !always) return
  const distance = centre ? rect.top - (top + (bottom - top) / 3) : above < 0 ? above : Math.min(below, above)
  scroller.scrollBy({
    top: distance,
    behavior: centre && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'auto',
  })
}
