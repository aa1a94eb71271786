import type { GlyphShape } from '@/app/_ui/glyph'
import type { ReviewState } from '@/prisma/generated/enums'

/** The glyph of a review state; `sign` is the same as a character, for marks in the text. */
export const STATE_LOOK = {
  OPEN: { shape: 'empty', sign: '○' },
  ASSIGNED: { shape: 'quarter', sign: '◔' },
  CHECKING: { shape: 'half', sign: '◑' },
  IN_REVIEW: { shape: 'three-quarters', sign: '◕' },
  APPROVED: { shape: 'full', sign: '●' },
  PUBLISHED: { shape: 'double', sign: '✓' },
  DROPPED: { shape: 'cross', sign: '✕' },
} as const satisfies Record<ReviewState, { shape: GlyphShape; sign: string }>
