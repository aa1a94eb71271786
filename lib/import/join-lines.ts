import { isCompound } from '@/lib/text/line-strokes'

/** A word that a line end cut: as it stood, and as it is joined. */
export type JoinedWord = { before: string; after: string }

const SHOWN = 200
const CUT = /(\p{L}[\p{L}\p{M}'’]*)[-\u2010\u00ad]$/u
const GOES_ON = /^[\p{Ll}\p{M}][\p{L}\p{M}'’]*/u
const OPEN_END = /[\p{L}\p{N},;–—-]$/u
const LONGEST_WORD = 60
const tail = (line: string) => line.slice(-LONGEST_WORD)

/** All compounds with a stroke that stand whole in the text, and all words. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu)) words.add(word)
  return words
}

/**
 * Joins the lines of each paragraph of a text that was set in lines, as a PDF gives it: a stroke at a line's end goes where
 * the rest of the word follows in lower case, unless the text has the word with its stroke elsewhere. A paragraph that ends
 * amid a sentence goes on in the next one that begins in lower case. Answers the words that were joined.
 */
export function joinLines(text: string): { text: string; joined: JoinedWord[]; count: number } {
  const known = wordsOf(text)
  const joined: JoinedWord[] = []
  let count = 0
  const pieces: string[] = []
  let last = ''
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/)
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n').map((line) => line.trim())
    for (const [at, line] of lines.entries()) {
      if (line === '') continue
      const isFirst = at === 0
      const cut = CUT.exec(tail(last))
      const rest = GOES_ON.exec(line.slice(0, LONGEST_WORD))?.[0]
      if (last === '') pieces.push(line)
      else if (cut?.[1] && rest) {
        const whole = (cut[1] + rest).toLowerCase()
        const compound = `${cut[1]}-${rest}`.toLowerCase()
        const keepsStroke = (known.has(compound) || isCompound(cut[1], rest)) && !known.has(whole)
        const previous = pieces.pop() ?? ''
        pieces.push(keepsStroke ? previous : previous.slice(0, -1), line)
        const after = keepsStroke ? `${cut[1]}-${rest}` : cut[1] + rest
        count += 1
        if (joined.length < SHOWN) joined.push({ before: `${cut[0]} ${rest}`, after })
      } else if (isFirst && !(OPEN_END.test(last) && /^\p{Ll}/u.test(line))) pieces.push('\n\n', line)
      else pieces.push(' ', line)
      last = line
    }
  }
  return { text: pieces.join(''), joined, count }
}
