/** Of indices of which the first ones fulfil a condition and the others do not, the last that does; -1 where none does. */
export function lastBefore(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
