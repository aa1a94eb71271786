import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureNode, linkReasons } from '@/lib/figures/relations'

const figure = (id: string, part: Partial<FigureNode> = {}): FigureNode => ({
  ...{ id, claimId: 'claim', eventId: 'event', measure: 'KILLED', unit: null },
  ...{ relation: null, relatedToId: null, supersedesId: null },
  ...part,
})
const keys = (...[one, ...others]: [FigureNode, ...FigureNode[]]) => linkReasons(one, others).map(({ key }) => key)

describe('linkReasons', () => {
  const [soldiers, wounded] = [{ measure: 'OTHER', unit: 'soldats' }, { measure: 'INJURED' }] as const
  const elsewhere = { claimId: 'other', eventId: 'elsewhere' }
  it.each<[string, FigureNode[], string[]]>([
    ['nothing named', [figure('a')], []],
    ['a later toll', [figure('a', { supersedesId: 'b' }), figure('b')], []],
    [
      'one of another article’s claim, on the same event',
      [figure('a', { supersedesId: 'b' }), figure('b', { claimId: 'x' })],
      [],
    ],
    ['itself', [figure('a', { supersedesId: 'a' })], ['figure.linkedToItself']],
    ['nobody knows which', [figure('a', { supersedesId: 'b' })], ['figure.linkedUnknown']],
    ['another event', [figure('a', { supersedesId: 'b' }), figure('b', elsewhere)], ['figure.otherEvent']],
    [
      'no event, another claim',
      [figure('a', { eventId: null, supersedesId: 'b' }), figure('b', { claimId: 'x' })],
      ['figure.otherEvent'],
    ],
    ['no event, one claim', [figure('a', { eventId: null, supersedesId: 'b' }), figure('b', { eventId: null })], []],
    ['the wounded', [figure('a', { supersedesId: 'b' }), figure('b', wounded)], ['figure.otherMeasure']],
    [
      'another unit',
      [figure('a', { ...soldiers, supersedesId: 'b' }), figure('b', { ...soldiers, unit: 'vols' })],
      ['figure.otherMeasure'],
    ],
    [
      'the unit in capitals',
      [figure('a', { ...soldiers, supersedesId: 'b' }), figure('b', { ...soldiers, unit: 'Soldats' })],
      [],
    ],
    [
      'each takes the other’s place',
      [figure('a', { supersedesId: 'b' }), figure('b', { supersedesId: 'a' })],
      ['figure.supersedesCircle'],
    ],
    [
      'a circle of three',
      [figure('a', { supersedesId: 'b' }), figure('b', { supersedesId: 'c' }), figure('c', { supersedesId: 'a' })],
      ['figure.supersedesCircle'],
    ],
    [
      'each a part of the other',
      [figure('a', { relation: 'PART_OF', relatedToId: 'b' }), figure('b', { relation: 'PART_OF', relatedToId: 'a' })],
      ['figure.partCircle'],
    ],
    [
      'a part of its total, told from both sides',
      [figure('a', { relation: 'PART_OF', relatedToId: 'b' }), figure('b', { relation: 'TOTAL_OF', relatedToId: 'a' })],
      [],
    ],
    [
      'disjoint, told from both sides',
      [
        figure('a', { relation: 'DISJOINT_WITH', relatedToId: 'b' }),
        figure('b', { relation: 'DISJOINT_WITH', relatedToId: 'a' }),
      ],
      [],
    ],
    [
      'leaving the event of one that names it',
      [figure('a', elsewhere), figure('b', { supersedesId: 'a' })],
      ['figure.namedByOthers'],
    ],
  ])('%s', (_, [one, ...others], expected) => expect(one && keys(one, ...others)).toEqual(expected))

  it('lets no circle be built, in whatever order figures are saved', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (steps) => {
        const saved = new Map(['a', 'b', 'c', 'd', 'e'].map((each) => [each, figure(each)]))
        for (const [one, other] of steps) {
          const changed = figure(one, { supersedesId: other })
          if (linkReasons(changed, [...saved.values()]).length === 0) saved.set(one, changed)
        }
        for (const start of saved.keys()) {
          let at: string | null | undefined = start
          for (let hops = 0; at; hops += 1) {
            expect(hops).toBeLessThan(6)
            at = saved.get(at)?.supersedesId
          }
        }
      }),
    )
  })
})
