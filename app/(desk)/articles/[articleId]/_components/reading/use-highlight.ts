import { type RefObject, useEffect } from 'react'
import { pageRange } from './dom-place'

/** Paints ranges of a page under a name of highlights.css; where the browser cannot, nothing is painted. */
export function paint(name: string, ranges: Range[]): void {
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}

/** Keeps places of the text (UTF-16) painted; `drawn` changes whenever the text is drawn anew. */
export function useHighlight(
  name: string,
  root: RefObject<Element | null>,
  text: string,
  places: readonly { start: number; end: number }[],
  drawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn stands for the elements that the ranges lie in.
  useEffect(() => {
    const within = root.current
    if (!within) return
    paint(
      name,
      places.flatMap(({ start, end }) => pageRange(within, text, start, end) ?? []),
    )
    return () => paint(name, [])
  }, [name, root, text, places, drawn])
}
