import type { MarkRange } from '@/lib/text/segments'

/** Deepest line that is still drawn apart; what nests deeper shares it. */
const DEEPEST_LEVEL = 3

// In code points or UTF-16: a mark is compared with those that stand in the same strips of the text, not with all.
const STRIP = 128

/**
 * How far below the words each mark's line is drawn, 0 nearest: a mark lies below all the shorter ones that it overlaps, so
 * that its line stays at one height along its whole length.
 */
export function markLevels(marks: readonly MarkRange[]): Map<string, number> {
  const levels = new Map<string, number>()
  const strips = new Map<number, { start: number; end: number; level: number }[]>()
  for (const mark of marks.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    const [first, last] = [Math.floor(mark.start / STRIP), Math.floor(mark.end / STRIP)]
    let level = 0
    for (let strip = first; strip <= last; strip++)
      for (const other of strips.get(strip) ?? [])
        if (other.start < mark.end && mark.start < other.end && other.level >= level) level = other.level + 1
    level = Math.min(level, DEEPEST_LEVEL)
    const placed = { start: mark.start, end: mark.end, level }
    for (let strip = first; strip <= last; strip++) {
      const there = strips.get(strip)
      if (there) there.push(placed)
      else strips.set(strip, [placed])
    }
    levels.set(mark.id, level)
  }
  return levels
}
