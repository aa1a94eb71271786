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

/** A paragraph and the lines that touch it; offsets in UTF-16. Equal keys draw the same. */
export type ParagraphView = { number: number; start: number; end: number; lines: Line[]; key: string }
