import { assert, constantFrom, dictionary, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { articleProgress } from '@/lib/articles/progress'
import { ReviewState } from '@/prisma/generated/enums'

test('an article is new until something is marked, and done when all is approved and marking is finished', () => {
  expect(articleProgress({}, false).state).toBe('NEW')
  expect(articleProgress({ OPEN: 1 }, false).state).toBe('MARKING')
  expect(articleProgress({ APPROVED: 3 }, false).state).toBe('MARKING')
  expect(articleProgress({ APPROVED: 3, CHECKING: 1 }, true).state).toBe('CHECKING')
  expect(articleProgress({ APPROVED: 3, PUBLISHED: 1, DROPPED: 2 }, true).state).toBe('DONE')
  expect(articleProgress({ DROPPED: 2 }, true).state).toBe('NOTHING_TO_CHECK')
})

test('the parts always sum up to the whole, and dropped claims never count', () => {
  const counts = dictionary(constantFrom(...Object.values(ReviewState)), nat(1000))
  assert(
    property(counts, (states) => {
      const progress = articleProgress(states, true)
      const sum = progress.approved + progress.inReview + progress.underWay + progress.open
      expect(sum).toBe(progress.total)
      expect(articleProgress({ ...states, DROPPED: 5 }, true)).toEqual(progress)
    }),
  )
})
