import { describe, expect, it } from 'vitest'
import { CATEGORIES, CATEGORY_KEYS, categoryOfKey } from '@/lib/claims/category-keys'

// What the workbench keeps for itself: next and previous claim, its tabs, the help, assigning.
const TAKEN = ['j', 'k', 'e', 'v', 'a', '?']

describe('the keys of the categories', () => {
  it('are one letter each, told apart from each other and from the workbench’s own', () => {
    const keys = Object.values(CATEGORY_KEYS)
    expect(new Set([...keys, ...TAKEN]).size).toBe(keys.length + TAKEN.length)
    expect(keys.every((key) => /^[a-z]$/.test(key))).toBe(true)
  })

  it('lead back to their category, with or without Shift', () => {
    for (const category of CATEGORIES) {
      expect(categoryOfKey(CATEGORY_KEYS[category])).toBe(category)
      expect(categoryOfKey(CATEGORY_KEYS[category].toUpperCase())).toBe(category)
    }
    expect(categoryOfKey('z')).toBeNull()
    expect(categoryOfKey('Control')).toBeNull()
  })
})
