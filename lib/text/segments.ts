/** A mark to draw: its offsets in the same unit as the paragraph's. */
export type MarkRange<Position extends number = number> = { id: string; start: Position; end: Position }

/** A piece of a paragraph, and the marks that cover it, outermost first. */
export type Segment<Position extends number = number> = { start: Position; end: Position; ids: string[] }

// The longer lies outside; among equals the earlier, then by id: the same nesting in every paragraph.
const byNesting = (a: MarkRange, b: MarkRange) =>
  b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Cuts a paragraph once at every border of a mark: the segments follow each other without a gap and each mark is
 * covered by exactly those that name it. Marks outside the paragraph and empty ones are left out; ids must differ.
 */
export function cutSegments<Position extends number>(
  paragraph: { start: Position; end: Position },
  marks: readonly MarkRange<Position>[],
): Segment<Position>[] {
  if (paragraph.start >= paragraph.end) return []
  const nested = marks
    .filter((mark) => mark.start < mark.end && mark.start < paragraph.end && mark.end > paragraph.start)
    .toSorted(byNesting)
    .map((mark, rank) => ({ ...mark, rank }))
  const borders = new Set<Position>([paragraph.start, paragraph.end])
  for (const { start, end } of nested) {
    if (start > paragraph.start) borders.add(start)
    if (end < paragraph.end) borders.add(end)
  }
  const places = [...borders].sort((a, b) => a - b)
  const waiting = nested.toSorted((a, b) => b.start - a.start)

  let open: typeof nested = []
  return places.slice(0, -1).map((start, place) => {
    open = open.filter((mark) => mark.end > start)
    const stillOpen = open.length
    for (let mark = waiting.at(-1); mark && mark.start <= start; mark = waiting.at(-1)) {
      open.push(mark)
      waiting.pop()
    }
    // Nearly sorted, which costs one pass; and only where something begins.
    if (open.length > stillOpen) open.sort((a, b) => a.rank - b.rank)
    return { start, end: places[place + 1] ?? paragraph.end, ids: open.map((mark) => mark.id) }
  })
}

/**
 * Which of the marks under the pointer (outermost first) a click takes: the innermost, and each further click the next
 * one outwards, then the innermost again. Null where there is none.
 */
export function nextOutwards(ids: readonly string[], current: string | null): string | null {
  const at = current === null ? -1 : ids.indexOf(current)
  return (at > 0 ? ids[at - 1] : ids.at(-1)) ?? null
}
