import { expect, test } from 'vitest'
import { askedOf, queryOf } from '@/lib/claims/claim-address'
import { newId } from '@/lib/ids'

const me = newId()

test('an address says what it asks for, and comes back as it was', () => {
  const query = {
    ...{
      q: '"170 morts"',
      state: 'UNDONE',
      category: 'CASUALTIES',
      checked: 'CONTENT',
      checker: 'me',
      reviewer: 'nobody',
    },
    ...{
      rating: 'true',
      origins: 'one',
      attention: '1',
      due: 'late',
      language: 'fr',
      source: newId(),
      place: 'origin',
    },
    ...{ event: newId(), article: newId(), tag: 'Kaboul', order: 'due' },
  }
  const asked = askedOf({ ...query, page: '3' }, me)
  expect(asked).toMatchObject({ checker: me, reviewer: 'nobody', attention: true, page: 3 })
  expect(queryOf(asked, me)).toEqual(query)
})

test('what an address does not know is left out', () => {
  const asked = askedOf(
    { state: 'GONE', checker: 'x', source: '1', page: '-1', after: 'y', place: ['origin', 'z'] },
    me,
  )
  expect(queryOf(asked, me)).toEqual({ place: 'origin' })
  expect(asked.page).toBe(1)
})
