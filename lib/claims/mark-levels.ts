type Place = { id: string; start: number; end: number }

/** Deepest line that is still drawn apart; what nests deeper shares it. */
const DEEPEST_LEVEL = 3

/**
 * How far below the words each mark's line is drawn, 0 nearest: a mark lies below all the shorter ones that it overlaps, so
 * that its line stays at one height along its whole length.
 */
export function markLevels(marks: readonly Place[]): Map<string, number> {
  const levels = new Map<string, number>()
  const placed: { start: number; end: number; level: number }[] = []
  for (const mark of marks.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    let level = 0
    for (const other of placed) {
      if (other.start < mark.end && mark.start < other.end && other.level >= level) level = other.level + 1
    }
    level = Math.min(level, DEEPEST_LEVEL)
    placed.push({ start: mark.start, end: mark.end, level })
    levels.set(mark.id, level)
  }
  return levels
}
