import type { Tone } from '@/app/_ui/tone'
import type { ClaimCategory } from '@/prisma/generated/enums'

/** A category's colour, and the line under its marks: told apart without the colour too. */
export const CATEGORY_LOOK = {
  CASUALTIES: { tone: 'casualties', line: 'solid', weight: 3 },
  THREAT_WARNING: { tone: 'warning', line: 'solid', weight: 2 },
  RESPONSIBILITY: { tone: 'responsibility', line: 'double', weight: 1.5 },
  STATEMENT: { tone: 'statement', line: 'dotted', weight: 2 },
  OPERATION: { tone: 'operation', line: 'solid', weight: 1 },
  PREDICTION: { tone: 'prediction', line: 'wavy', weight: 1.5 },
  IDENTITY: { tone: 'identity', line: 'dashed', weight: 2 },
  QUANTITY: { tone: 'quantity', line: 'dotted', weight: 3 },
  OTHER: { tone: 'other', line: 'dashed', weight: 1 },
} as const satisfies Record<ClaimCategory, { tone: Tone; line: string; weight: number }>
