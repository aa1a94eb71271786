import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOrigins, type OriginCounts } from '@/lib/independence/count-origins'
import type { Appearance } from '@/lib/independence/origins'
import type { PartOf, SourceNode } from '@/lib/independence/stands-for'
import { HowKnown } from '@/prisma/generated/enums'
import { anAppearance as appearance, aHop as hop, aNode as source } from '@/seeds/appearance-builders'

const numbers = (appearances: Appearance[]) => {
  const { appearances: all, origins, undetermined } = countOrigins(appearances).asserting
  return [all, origins, undetermined]
}
const body = (id: string, part: Partial<SourceNode> = {}) => source(id, 'ORGANISATION', part)
const partOf = (whole: SourceNode, notBefore: string | null = null, notAfter: string | null = null): PartOf[] => [
  { whole, notBefore, notAfter },
]

describe('organisations that are part of each other', () => {
  const pentagon = body('Pentagon')
  const army = body('U.S. Army', { partOf: partOf(pentagon) })
  const command = body('Central Command', { partOf: partOf(army) })

  it('the drone strike told by an army and its command is one', () => {
    expect(numbers([appearance('a', [hop(army)]), appearance('b', [hop(command)])])).toEqual([2, 1, 0])
    const [group] = countOrigins([appearance('a', [hop(pentagon)]), appearance('b', [hop(command)])]).asserting.groups
    expect(group).toMatchObject({ origin: { name: 'Pentagon' }, rules: ['lastHop', 'partOf'] })
  })

  it('two commands of one army are one; a spokesman and a report of a command are the army’s', () => {
    const other = body('Africa Command', { partOf: partOf(army) })
    expect(numbers([appearance('a', [hop(command)]), appearance('b', [hop(other)])])).toEqual([2, 1, 0])
    const spokesman = hop(source('spokesman'), { onBehalfOf: command })
    const report = hop(source('report', 'DOCUMENT', { parent: command }))
    expect(numbers([appearance('a', [spokesman]), appearance('b', [report]), appearance('c', [hop(army)])])).toEqual([
      3, 1, 0,
    ])
  })

  it('nothing is folded into a government, nor a government into anything', () => {
    const state = body('United States', { isGovernment: true, partOf: partOf(body('NATO')) })
    const defence = body('Defence', { partOf: partOf(state) })
    const foreign = body('State Department', { partOf: partOf(state) })
    expect(numbers([appearance('a', [hop(defence)]), appearance('b', [hop(foreign)])])).toEqual([2, 2, 0])
    expect(numbers([appearance('a', [hop(state)]), appearance('b', [hop(body('NATO'))])])).toEqual([2, 2, 0])
  })

  it('outside of its period it does not join; where the day is not known it does', () => {
    const since2003 = body('Coast Guard', { partOf: partOf(pentagon, '2003-03-01', '2011-12-31') })
    const on = (day: string | null) =>
      appearance('b', [hop(since2003, { days: day ? { earliest: day, latest: day } : null })])
    const counted = (day: string | null) => numbers([appearance('a', [hop(pentagon)]), on(day)])[1]
    expect([counted('2003-02-28'), counted('2003-03-01'), counted('2011-12-31'), counted('2012-01-01')]).toEqual([
      2, 1, 1, 2,
    ])
    expect(counted(null)).toBe(1)
  })

  it('a circle ends, and all in it and below it are one', () => {
    const one = body('one')
    const two = body('two', { partOf: partOf(one) })
    one.partOf = partOf(two)
    const below = body('below', { partOf: partOf(two) })
    expect(numbers([one, two, below].map((each) => appearance(each.id, [hop(each)])))).toEqual([3, 1, 0])
  })

  it('a person still separates them', () => {
    const appearances = [appearance('a', [hop(army)]), appearance('b', [hop(command)])]
    const decisions = [{ id: 'd', kind: 'DIFFERENT' as const, appearanceId: 'b', otherId: 'a', at: '2026-12-01' }]
    expect(countOrigins(appearances, { decisions }).asserting.origins).toBe(2)
  })
})

describe('a reporter and his outlet', () => {
  const afp = source('AFP', 'OUTLET')
  const own = appearance('own', [], {
    text: source('text', 'DOCUMENT', { outlet: afp, isArticle: true }),
    knows: 'WITNESSED',
  })
  const reporter = (name: string) => hop(source(name), { affiliation: afp })
  const unnamed = (role: string, parent: SourceNode = afp) => hop(source(role, 'UNNAMED_IN_TEXT', { role, parent }))

  it('that witnessed are one origin; so are an agency that witnessed and "its correspondent"', () => {
    expect(numbers([own, appearance('b', [reporter('Anas Mallick')])])).toEqual([2, 1, 0])
    for (const role of ['correspondante', 'envoyé spécial', 'un reporter', 'journaliste', 'photographer'])
      expect(numbers([own, appearance('b', [unnamed(role)])])).toEqual([2, 1, 0])
    expect(numbers([appearance('a', [reporter('Anas Mallick')]), appearance('b', [unnamed('correspondant')])])).toEqual(
      [2, 1, 0],
    )
  })

  it('keep their names: alone it is the reporter, with the outlet the outlet', () => {
    const named = (appearances: Appearance[]) => countOrigins(appearances).asserting.groups[0]?.origin?.name
    expect(named([appearance('b', [reporter('Anas Mallick')])])).toBe('Anas Mallick')
    expect(named([appearance('b', [reporter('Anas Mallick')]), own])).toBe('AFP')
  })

  it('a reporter who only relays is no origin, and a person of no outlet is himself', () => {
    const witness = hop(source('a witness'))
    expect(numbers([own, appearance('b', [reporter('Anas Mallick'), witness])])).toEqual([2, 2, 0])
    const general = hop(source('a general'), { affiliation: body('Pentagon') })
    expect(numbers([appearance('a', [general]), appearance('b', [hop(body('Pentagon'))])])).toEqual([2, 2, 0])
  })

  it('a special envoy of the United Nations is no reporter', () => {
    const un = body('ONU')
    expect(numbers([appearance('a', [unnamed('envoyé spécial', un)]), appearance('b', [hop(un)])])).toEqual([2, 1, 1])
  })
})

describe('an institution and its unnamed official', () => {
  const ministry = body('ministry')
  const official = (role = 'un responsable', parent = ministry) =>
    hop(source(`${role} of ${parent.id}`, 'UNNAMED_IN_TEXT', { role, parent }))

  it('are one origin and one undetermined', () => {
    const appearances = [appearance('a', [hop(ministry)]), appearance('b', [official()])]
    expect(numbers(appearances)).toEqual([2, 1, 1])
    const groups = countOrigins(appearances).asserting.groups
    expect(groups.map(({ rules }) => rules)).toEqual([['lastHop'], ['institution']])
  })

  it('so are two of its officials, and those of a part of it', () => {
    const roles = ['un responsable', 'un conseiller'].map((role) => appearance(role, [official(role)]))
    expect(numbers([appearance('a', [hop(ministry)]), ...roles])).toEqual([3, 1, 2])
    const agency = body('agency', { partOf: partOf(ministry) })
    expect(numbers([appearance('a', [hop(ministry)]), appearance('b', [official('un agent', agency)])])).toEqual([
      2, 1, 1,
    ])
    expect(numbers([appearance('a', [hop(agency)]), appearance('b', [official()])])).toEqual([2, 1, 1])
  })

  it('without the institution the official is an origin, and another institution’s changes nothing', () => {
    expect(numbers([appearance('b', [official()])])).toEqual([1, 1, 0])
    expect(numbers([appearance('a', [hop(body('police'))]), appearance('b', [official()])])).toEqual([2, 2, 0])
  })
})

describe('what always holds', () => {
  const names = ['A', 'B', 'C', 'D', 'E']
  const anyWorld = fc.record({
    // Only upwards: circles are refused.
    wholes: fc.tuple(...names.map((_, at) => fc.option(fc.integer({ min: at + 1, max: names.length })))),
    governments: fc.subarray(names),
    told: fc.array(
      fc.record({
        hops: fc.array(fc.record({ at: fc.nat(4), as: fc.constantFrom('itself', 'official', 'report', 'spokesman') }), {
          maxLength: 3,
        }),
        // Texts of the bodies that cite each other can go round: a case of its own.
        text: fc.constant<number | null>(null),
        knows: fc.constantFrom(...Object.values(HowKnown)),
      }),
      { maxLength: 8 },
    ),
  })
  type World = typeof anyWorld extends fc.Arbitrary<infer Value> ? Value : never

  function countsOf({ wholes, governments, told }: World, withParts: (at: number) => boolean): OriginCounts {
    const bodies = names.map((name) => body(name, { isGovernment: governments.includes(name) }))
    for (const [at, node] of bodies.entries()) {
      const whole = bodies[wholes[at] ?? names.length]
      if (whole && withParts(at)) node.partOf = partOf(whole)
    }
    const appearances = told.map(({ hops, text, knows }, at) => {
      const spoken = hops.map(({ at: of, as }) => {
        const parent = bodies[of] ?? body('nobody')
        if (as === 'official')
          return hop(source(`official ${at}`, 'UNNAMED_IN_TEXT', { role: 'un responsable', parent }))
        if (as === 'report') return hop(source(`report of ${of}`, 'DOCUMENT', { parent }))
        return as === 'spokesman' ? hop(source('spokesman'), { onBehalfOf: parent }) : hop(parent)
      })
      const issuer = text === null ? null : bodies[text]
      return appearance(
        `appearance ${at}`,
        spoken,
        issuer ? { knows, text: source(`text ${at}`, 'DOCUMENT', { parent: issuer }) } : { knows },
      )
    })
    return countOrigins(appearances)
  }

  it('"part of" raises no count, but where it dissolves a circle: A cites B cites A, and the two are one', () =>
    fc.assert(
      fc.property(anyWorld, fc.nat(4), (world, which) => {
        const before = countsOf(world, (at) => at !== which).asserting
        const after = countsOf(world, () => true).asserting
        expect(after.origins).toBeLessThanOrEqual(before.origins + before.circles)
      }),
      { numRuns: 1000 },
    ))
})
