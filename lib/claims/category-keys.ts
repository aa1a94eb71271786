import { ClaimCategory } from '@/prisma/generated/enums'

/** The key that marks a selection with a category: the first letter of its English name, in the menu's order. */
export const CATEGORY_KEYS = {
  CASUALTIES: 'c',
  THREAT_WARNING: 'w',
  STATEMENT: 's',
  RESPONSIBILITY: 'r',
  OPERATION: 'o',
  PREDICTION: 'p',
  IDENTITY: 'i',
  QUANTITY: 'q',
  OTHER: 'x',
} as const satisfies Record<ClaimCategory, string>

/** Every category, in the order in which menus show them. */
export const CATEGORIES: readonly ClaimCategory[] = Object.values(ClaimCategory).toSorted(
  (a, b) => Object.keys(CATEGORY_KEYS).indexOf(a) - Object.keys(CATEGORY_KEYS).indexOf(b),
)

/** The category that a pressed key stands for, in any case; null when it stands for none. */
export const categoryOfKey = (key: string): ClaimCategory | null =>
  CATEGORIES.find((category) => CATEGORY_KEYS[category] === key.toLowerCase()) ?? null
