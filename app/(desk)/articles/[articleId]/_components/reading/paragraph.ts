import type { ClaimCategory } from '@/prisma/generated/enums'

/** One passage of a claim as a line below the text; offsets in UTF-16. */
export type Line = {
  id: string
  start: number
  end: number
  claimId: string
  category: ClaimCategory
  number: number
  sign: string
  level: number
  /** The claim's first passage, which has its tab stop. */
  first: boolean
}

/** A paragraph and the lines that touch it; offsets in UTF-16. */
export type ParagraphView = { number: number; start: number; end: number; lines: Line[] }

const isSameLine = (one: Line, other: Line | undefined) =>
  one === other ||
  (one.id === other?.id &&
    one.start === other.start &&
    one.end === other.end &&
    one.category === other.category &&
    one.number === other.number &&
    one.sign === other.sign &&
    one.level === other.level)

/** Whether two views of a paragraph are drawn the same. */
export const isSameView = (one: ParagraphView, other: ParagraphView | undefined) =>
  one.lines.length === other?.lines.length && one.lines.every((line, at) => isSameLine(line, other.lines[at]))
