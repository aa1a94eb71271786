// Widths of letters of the interface's typeface, in parts of its size: near enough to break lines on a server, which has
// no fonts to measure with. On the wide side, so that nothing runs out of its box.
const NARROW = /[iljtfrI.,:;'’|!()[\] -]/
const WIDE = /[mwMWœŒæ@%—…]/
const CAPITAL = /[\p{Lu}\d]/u
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u

const widthOfLetter = (letter: string) => {
  if (OTHER_SCRIPT.test(letter)) return 1
  if (NARROW.test(letter)) return 0.35
  if (WIDE.test(letter)) return 0.92
  return CAPITAL.test(letter) ? 0.7 : 0.59
}

/** About how wide words are at this size, in the size's unit. */
export const widthOfWords = (words: string, size: number): number =>
  [...words].reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size

function cut(words: string, width: number, size: number): string {
  const letters = [...words]
  let wide = widthOfWords('…', size)
  const fitting = letters.findIndex((letter) => {
    wide += widthOfLetter(letter) * size
    return wide > width
  })
  return `${letters
    .slice(0, fitting < 0 ? letters.length : Math.max(1, fitting))
    .join('')
    .trimEnd()}…`
}

/** A word that is wider than a line, in pieces that fit one each: so many as are looked at. */
function pieces(word: string, width: number, size: number, most: number): string[] {
  if (widthOfWords(word, size) <= width) return [word]
  const found: string[] = []
  let piece = ''
  let wide = 0
  for (const letter of word) {
    const more = widthOfLetter(letter) * size
    if (piece && wide + more > width) {
      found.push(piece)
      if (found.length > most) return found
      piece = ''
      wide = 0
    }
    piece += letter
    wide += more
  }
  return [...found, piece]
}

/**
 * Words in at most `most` lines of this width; what does not fit ends in "…". Breaks at spaces, not at no-break ones; within a
 * word where it is wider than a line.
 */
export function linesOf(words: string, { width, size, most }: { width: number; size: number; most: number }): string[] {
  const lines: string[] = []
  let line = ''
  const parts = words.split(/[\n\t ]+/).filter(Boolean)
  for (const word of parts.flatMap((part) => pieces(part, width, size, most))) {
    const longer = line ? `${line} ${word}` : word
    if (!line || widthOfWords(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line) lines.push(line)
  const shown = lines.slice(0, most)
  return shown.map((each, at) => {
    const isLast = at === most - 1 && lines.length > most
    if (isLast) return cut(`${each} ${lines[most] ?? ''}`, width, size)
    return widthOfWords(each, size) > width ? cut(each, width, size) : each
  })
}
