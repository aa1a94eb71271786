import { expect, test } from 'vitest'
import { type FigureToLink, figureClash, type LinkedFacts, linkDoubts } from '@/lib/independence/link-doubts'

const figure = (verbatim: string, best: number | null, more: Partial<FigureToLink> = {}): FigureToLink => ({
  ...{ measure: 'KILLED', unit: null, population: 'NOT_STATED', nationality: null, includesAttackers: 'NOT_STATED' },
  ...{ place: null, verbatim, qualifier: 'EXACT', low: null, best, high: null, ...more },
})
let made = 0
const claim = (more: Partial<LinkedFacts> = {}): LinkedFacts => ({
  ...{ id: `claim ${++made}`, number: 1, wording: 'Une', category: 'CASUALTIES', checked: 'CONTENT' },
  ...{ figures: [], numbers: [], ...more },
})
const keys = (one: LinkedFacts, other: LinkedFacts) => linkDoubts([one], [other]).map(({ key }) => key)

test('28 Taliban and 13 service members are not the same, and both figures are said', () => {
  const taliban = claim({ wording: '28 talibans', figures: [figure('28 Taliban', 28, { population: 'ATTACKERS' })] })
  const soldiers = claim({
    wording: '13 soldats',
    figures: [figure('13 US service members', 13, { population: 'MILITARY' })],
  })
  expect(linkDoubts([taliban], [soldiers])).toEqual([
    {
      key: 'claim.linkPeople',
      values: { one: '28 talibans', other: '13 soldats', first: '28 Taliban', second: '13 US service members' },
      path: 'confirmed',
    },
  ])
})

test('numbers that do not meet contradict, those that do say the same', () => {
  expect(figureClash([figure('95', 95)], [figure('170', 170)])).toMatchObject({ why: 'number' })
  expect(
    figureClash([figure('170', 170)], [figure('at least 150', null, { qualifier: 'AT_LEAST', low: 150 })]),
  ).toBeNull()
  expect(figureClash([figure('170', 170)], [figure('170', 170), figure('150', 150, { measure: 'INJURED' })])).toBeNull()
  expect(
    figureClash(
      [figure('170', 170), figure('150', 150, { measure: 'INJURED' })],
      [figure('170', 170), figure('200', 200, { measure: 'INJURED' })],
    ),
  ).toMatchObject({ one: { verbatim: '150' }, other: { verbatim: '200' } })
  expect(figureClash([], [figure('13', 13)])).toBeNull()
})

test('where there are no figures the numbers of the wordings speak', () => {
  expect(keys(claim({ numbers: ['28'] }), claim({ numbers: ['13'] }))).toEqual(['claim.linkNumbers'])
  expect(keys(claim({ numbers: ['28', '2021'] }), claim({ numbers: ['2021'] }))).toEqual([])
  expect(keys(claim({ numbers: ['28'] }), claim())).toEqual([])
})

test('another category and another aspect are said too', () => {
  expect(keys(claim(), claim({ category: 'STATEMENT', checked: 'UTTERANCE' }))).toEqual([
    'claim.linkCategory',
    'claim.linkChecked',
  ])
})

test('what is counted with either of them already speaks against it as well', () => {
  const [one, other, third] = [claim(), claim(), claim({ figures: [figure('170', 170)] })]
  const ours = claim({ figures: [figure('13', 13)] })
  expect(linkDoubts([one, ours], [other, third]).map(({ key }) => key)).toEqual(['claim.linkFigures'])
})
