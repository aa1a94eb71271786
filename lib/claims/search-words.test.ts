import { describe, expect, test } from 'vitest'
import { searchWords } from '@/lib/claims/search-words'

const none = { words: [], phrases: [], not: [] }

describe('what somebody types into a search', () => {
  test.each([
    ['morts aéroport', { ...none, words: ['morts', 'aéroport'] }],
    ['  170   morts ', { ...none, words: ['170', 'morts'] }],
    ['"au moins 170" Kaboul', { ...none, words: ['Kaboul'], phrases: ['au moins 170'] }],
    ['« au moins 170 »', { ...none, phrases: ['au moins 170'] }],
    ['“at least 170” ‑ ', { ...none, phrases: ['at least 170'] }],
    ['Kaboul ‑drone', { ...none, words: ['Kaboul'], not: ['drone'] }],
    ['Kaboul -drone', { ...none, words: ['Kaboul'], not: ['drone'] }],
    ['Kaboul −"frappe de drone"', { ...none, words: ['Kaboul'], not: ['frappe de drone'] }],
    ['"never closed', { ...none, phrases: ['never closed'] }],
    // A minus within a word, and one by itself, exclude nothing.
    ['Etats-Unis - 24', { ...none, words: ['Etats-Unis', '24'] }],
    ['… !! «» ""', none],
    ['', none],
  ])('%j', (typed, found) => expect(searchWords(typed)).toEqual(found))
})
