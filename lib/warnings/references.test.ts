import { describe, expect, test } from 'vitest'
import { type DatedWarning, referenceRefusals } from '@/lib/warnings/references'

const sent = (id: string, sentEarliest: string | null = null, sentLatest = sentEarliest): DatedWarning => ({
  id,
  sentEarliest,
  sentLatest,
})
const keys = (warning: DatedWarning, earlier: DatedWarning[], later: DatedWarning[] = []) =>
  referenceRefusals({ warning, earlier, later }).map(({ key }) => key)

describe('what a warning may refer to', () => {
  test('an earlier one, one of the same day, one of unknown date', () => {
    const update = sent('b', '2021-08-26')
    for (const referred of [sent('a', '2021-08-25'), sent('a', '2021-08-26'), sent('a')])
      expect(keys(update, [referred])).toEqual([])
    expect(keys(sent('b'), [sent('a', '2021-08-26')])).toEqual([])
  })

  test('not one that was surely sent later; days that overlap decide nothing', () => {
    expect(keys(sent('b', '2021-08-26'), [sent('a', '2021-08-27')])).toEqual(['warning.refersToLater'])
    expect(keys(sent('b', '2021-08-26'), [sent('a', '2021-08-20', '2021-08-31')])).toEqual([])
    expect(keys(sent('b', '2021-08-01', '2021-08-31'), [sent('a', '2021-09-01')])).toEqual(['warning.refersToLater'])
  })

  test('its own date may not move behind those that refer to it', () => {
    expect(keys(sent('a', '2021-08-27'), [], [sent('b', '2021-08-26')])).toEqual(['warning.referredEarlier'])
    expect(keys(sent('a', '2021-08-25'), [], [sent('b', '2021-08-26'), sent('c')])).toEqual([])
  })

  test('neither itself nor a circle, and then dates are no matter', () => {
    expect(keys(sent('a'), [sent('a')])).toEqual(['warning.circle'])
    expect(keys(sent('a', '2021-08-26'), [sent('b', '2021-08-27'), sent('c'), sent('a')])).toEqual(['warning.circle'])
  })
})
