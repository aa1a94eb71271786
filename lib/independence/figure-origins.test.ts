import { expect, test } from 'vitest'
import { type FigureOrigins, figureSeries, originsOfFigure } from '@/lib/independence/figure-origins'

const group = (key: string, appearanceIds: string[], standing: 'origin' | 'undetermined' = 'origin') => ({
  ...{ key, standing, appearanceIds, rules: [], decisionIds: [] },
  origin: { id: key, kind: 'ORGANISATION' as const, name: key, role: null },
})
const counts = {
  asserting: {
    ...{ appearances: 3, origins: 2, undetermined: 1, circles: 0, roundUps: 0 },
    groups: [group('bbc', ['a', 'evidence']), group('cnn', ['b']), group('somebody', ['c'], 'undetermined')],
  },
}
const named = (chainIds: string[]) =>
  originsOfFigure({ how: 'answer', chainIds }, counts).origins.map(({ key, standing }) => `${key} ${standing}`)

test('a figure has the origins of its own chains, never the first of the pool', () => {
  expect(named(['b'])).toEqual(['cnn origin'])
  expect(named(['b', 'a'])).toEqual(['bbc origin', 'cnn origin'])
  expect(named(['c'])).toEqual(['somebody undetermined'])
  expect(named([])).toEqual([])
  expect(originsOfFigure({ how: 'answer', chainIds: ['a'] }, undefined).origins).toEqual([])
})

const figure = (id: string, more = {}) => ({
  ...{ id, measure: 'KILLED' as const, unit: null, population: 'ALL' as const, nationality: null },
  ...{ includesAttackers: 'NOT_STATED' as const, place: null, rank: 'NORMAL' as const, supersededBy: [] },
  ...more,
})
const found = (key: string, standing: 'origin' | 'undetermined' = 'origin'): FigureOrigins => ({
  ...{ how: 'answer', chainIds: [key], origins: [{ key, standing, origin: null }] },
})

test('of one measure and population: so many figures, so many origins, so many undetermined, what holds', () => {
  const figures = [
    figure('1', { rank: 'DEPRECATED', supersededBy: [{ id: '2' }] }),
    figure('2', { rank: 'PREFERRED' }),
    figure('3'),
    figure('4'),
    figure('5'),
    figure('wounded', { measure: 'INJURED' }),
  ]
  const origins = new Map<string, FigureOrigins>([
    ['1', found('source:afp')],
    ['2', found('source:afp')],
    ['3', found('source:ministry')],
    ['4', found('undetermined:x', 'undetermined')],
    ['5', { how: 'asked', chainIds: [], origins: [] }],
    ['wounded', found('source:afp')],
  ])
  const [killed, injured] = figureSeries(figures, (id) => origins.get(id))
  expect(killed).toMatchObject({ origins: 2, undetermined: 2 })
  expect(killed?.figures).toHaveLength(5)
  expect(killed?.preferred.map(({ id }) => id)).toEqual(['2'])
  expect(killed?.superseded.map(({ id }) => id)).toEqual(['1'])
  expect(injured).toMatchObject({ origins: 1, undetermined: 0, preferred: [], superseded: [] })
})
