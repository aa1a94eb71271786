import { describe, expect, it } from 'vitest'
import { countOrigins } from '@/lib/independence/count-origins'
import type { Decision } from '@/lib/independence/decide-groups'
import { aHop, aNode, anAppearance } from '@/seeds/appearance-builders'

const [w1, w2] = [aNode('w1'), aNode('w2')]
const thought = aNode('on', 'UNNAMED_IN_TEXT')
const appearances = [
  anAppearance('a', [aHop(w1)]),
  anAppearance('b', [aHop(w1)]),
  anAppearance('c', [aHop(w2)]),
  anAppearance('u', [aHop(thought)]),
]
let made = 0
const decision = (kind: Decision['kind'], appearanceId: string, otherId: string | null = null, at = ''): Decision => {
  made += 1
  return { id: `d${made}`, kind, appearanceId, otherId, at: at || `2021-08-${String(made).padStart(2, '0')}` }
}
const groups = (decisions: Decision[], all = appearances) =>
  countOrigins(all, { decisions }).asserting.groups.map(
    ({ standing, appearanceIds }) => `${standing}: ${appearanceIds}`,
  )

describe('what a person decides', () => {
  it('nothing decided: two origins and one undetermined', () =>
    expect(groups([])).toEqual(['origin: a,b', 'origin: c', 'undetermined: u']))

  it('the same: the groups become one, and an undetermined voice gets its origin', () => {
    expect(groups([decision('SAME', 'a', 'c')])).toEqual(['origin: a,b,c', 'undetermined: u'])
    expect(groups([decision('SAME', 'u', 'c')])).toEqual(['origin: a,b', 'origin: c,u'])
    expect(groups([decision('SAME', 'c', 'u')])).toEqual(['origin: a,b', 'origin: c,u'])
  })

  it('an origin of its own, or another than one appearance has', () => {
    expect(groups([decision('DIFFERENT', 'u')])).toEqual(['origin: a,b', 'origin: c', 'origin: u'])
    expect(groups([decision('DIFFERENT', 'a', 'b')])).toEqual([
      'origin: a',
      'origin: b',
      'origin: c',
      'undetermined: u',
    ])
    expect(groups([decision('DIFFERENT', 'a', 'c')])).toEqual(groups([]))
  })

  it('what is left without an origin of its own is undetermined again', () => {
    const together = decision('SAME', 'u', 'c')
    expect(groups([together, decision('DIFFERENT', 'c', 'u')])).toEqual(groups([decision('DIFFERENT', 'c')]))
  })

  it('the later decision stands, whatever their order in the list', () => {
    const [same, different] = [decision('SAME', 'a', 'c'), decision('DIFFERENT', 'a', 'c')]
    expect(groups([different, same])).toEqual(groups([same, different]))
    expect(groups([same, different])).toEqual(['origin: b,c', 'origin: a', 'undetermined: u'])
  })

  it('names the decisions that made a group; those about strangers have no effect', () => {
    const own = decision('DIFFERENT', 'u')
    const found = countOrigins(appearances, { decisions: [own, decision('SAME', 'a', 'stranger')] }).asserting.groups
    expect(found.map(({ decisionIds, rules }) => [decisionIds, rules])).toEqual([
      [[], ['lastHop']],
      [[], ['lastHop']],
      [[own.id], ['decided']],
    ])
  })

  it('a merge of sources wins over a decision made before it, and lists it; a later decision stands', () => {
    const merged = aNode('w', 'PERSON', { mergedAt: '2021-08-27' })
    const all = [anAppearance('a', [aHop(merged)]), anAppearance('c', [aHop(merged)])]
    const [before, after] = [
      decision('DIFFERENT', 'a', 'c', '2021-08-26'),
      decision('DIFFERENT', 'a', 'c', '2021-08-28'),
    ]
    expect(groups([before], all)).toEqual(['origin: a,c'])
    expect(countOrigins(all, { decisions: [before] }).dropped).toEqual([before.id])
    expect(groups([before, after], all)).toEqual(['origin: a', 'origin: c'])
  })
})
