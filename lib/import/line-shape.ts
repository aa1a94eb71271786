/** What becomes of line ends: as they are; each line a paragraph; lines of one paragraph joined. */
export const LINE_WAYS = ['kept', 'paragraphs', 'joined'] as const
export type LineWay = (typeof LINE_WAYS)[number]

/** How a text is cut into lines, and what is therefore proposed. */
export type LineShape = {
  proposed: LineWay
  /** Paragraphs as they are, and if each line were one. */
  paragraphs: number
  lines: number
}

const SENTENCE_END = /[.!?…:»”"’)\]]\s*$/u
const LONGEST_PRINTED = 130

/** Lines that hold nothing a reader sees are blank lines: spaces of any width, zero-width characters. */
export const blankInvisible = (text: string): string =>
  text.replace(/^[\s\p{Default_Ignorable_Code_Point}\u2800]+$/gmu, (line) => '\n'.repeat(line.split('\n').length - 1))

/**
 * Looks at the lines of a normalised text. Without a single blank line, and where nearly all lines end as sentences do, each
 * is proposed as a paragraph; whatever else is seen is offered, and nothing done.
 */
export function shapeOfLines(text: string): LineShape {
  let [paragraphs, lines, closed, longest] = [0, 0, 0, 0]
  let isOpen = false
  let hasBlank = false
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(from, end).trim()
    if (line === '') {
      if (isOpen && newline >= 0) hasBlank = true
      isOpen = false
    } else {
      if (!isOpen) paragraphs += 1
      isOpen = true
      lines += 1
      longest = Math.max(longest, line.length)
      if (SENTENCE_END.test(line.slice(-20))) closed += 1
    }
    from = end + 1
  }
  const isOneParagraphALine = !hasBlank && lines > 1 && closed >= lines * 0.8
  const looksPrinted = longest <= LONGEST_PRINTED && closed < lines * 0.5
  return { proposed: isOneParagraphALine && !looksPrinted ? 'paragraphs' : 'kept', paragraphs, lines }
}

/** The text with each line a paragraph of its own. */
export const asParagraphs = (text: string): string => text.replace(/\n+/g, '\n\n')
