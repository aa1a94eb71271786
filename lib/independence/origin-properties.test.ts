import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOrigins, type OriginCounts } from '@/lib/independence/count-origins'
import type { Decision } from '@/lib/independence/decide-groups'
import { type Appearance, circleOf } from '@/lib/independence/origins'
import type { Sharing } from '@/lib/independence/sharings'
import type { SourceNode } from '@/lib/independence/stands-for'
import { CheckedAspect, HowKnown, SourceKind } from '@/prisma/generated/enums'
import { aHop, aNode, anAppearance } from '@/seeds/appearance-builders'

// A small world, so that sources meet often.
const ministry = aNode('ministry', 'ORGANISATION')
const anySource = fc
  .record({
    id: fc.constantFrom('s1', 's2', 's3', 's4'),
    kind: fc.constantFrom(...Object.values(SourceKind)),
    role: fc.constantFrom(null, 'un responsable'),
    parent: fc.constantFrom(null, ministry),
  })
  .map(({ id, kind, ...part }) =>
    aNode(`${kind} ${id} ${part.role} ${part.parent?.id}`, kind, {
      ...part,
      isArticle: kind === 'DOCUMENT' && id === 's4',
    }),
  )
const anyHop = fc.record({
  source: anySource,
  affiliation: fc.constantFrom(null, ministry),
  onBehalfOf: fc.option(anySource),
  day: fc.constantFrom(null, '2021-08-26', '2021-08-27'),
  days: fc.constant(null),
})
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const anyId = fc.constantFrom(...ids)
const anyAppearances = fc
  .array(
    fc.record({
      side: fc.constantFrom('asserts', 'asserts', 'contradicts', 'neither'),
      hops: fc.array(anyHop, { maxLength: 4 }),
      text: fc.option(anySource),
      published: fc.constant(null),
      kind: fc.constantFrom('chain', 'evidence'),
      knows: fc.constantFrom(...Object.values(HowKnown)),
      hasSpeaker: fc.boolean(),
    }),
    { maxLength: ids.length },
  )
  .map((all) => all.map((each, at): Appearance => ({ ...each, id: ids[at] ?? '' })))
const anySharing = fc
  .tuple(anyId, anyId, fc.boolean())
  .filter(([one, other]) => one !== other)
  .map(
    ([one, other, directed]): Sharing =>
      directed
        ? { kind: 'copiedFrom', copyId: one, originalId: other }
        : { kind: 'common', oneId: one, otherId: other },
  )
const anyDecision = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('SAME', 'DIFFERENT'),
    appearanceId: anyId,
    otherId: fc.option(anyId),
    at: fc.constantFrom('2021-08-26', '2021-08-27', '2021-08-28'),
  })
  .map((each): Decision => ({ ...each, otherId: each.otherId ?? (each.kind === 'SAME' ? 'a' : null) }))
const anyWorld = fc.record({
  checked: fc.constantFrom(...Object.values(CheckedAspect)),
  appearances: anyAppearances,
  sharings: fc.array(anySharing, { maxLength: 6 }),
  decisions: fc.array(anyDecision, { maxLength: 4 }),
})
/** The appearance as somebody's words: what it would be origin of as content, it heard from a speaker whom nobody else cites. */
const spoken = (appearance: Appearance, checked: CheckedAspect): Appearance =>
  checked === 'UTTERANCE' ? { ...appearance, hops: [...appearance.hops, aHop(aNode('a speaker'))] } : appearance
const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })

const sidesOf = ({ asserting, contradicting }: OriginCounts) => [asserting, contradicting]
const numbersOf = (counts: OriginCounts) =>
  sidesOf(counts).map(({ appearances, origins, undetermined, circles, roundUps }) => ({
    ...{ appearances, origins, undetermined, circles, roundUps },
  }))
const originsOf = (counts: OriginCounts) => sidesOf(counts).map(({ origins }) => origins)

/** Every source of the appearances, and those that they lead to, put through `change`. */
const withSources = (appearances: readonly Appearance[], change: (node: SourceNode) => SourceNode): Appearance[] => {
  const through = (node: SourceNode | null): SourceNode | null =>
    node && change({ ...node, parent: through(node.parent), outlet: through(node.outlet) })
  return appearances.map((each) => ({
    ...each,
    text: through(each.text),
    hops: each.hops.map((hop) => ({
      ...hop,
      source: through(hop.source) ?? hop.source,
      affiliation: through(hop.affiliation),
      onBehalfOf: through(hop.onBehalfOf),
    })),
  }))
}

describe('what always holds', () => {
  it('the order of appearances, sharings and decisions does not matter', () =>
    fc.assert(
      fc.property(
        anyWorld.chain((world) =>
          fc.tuple(
            fc.constant(world),
            fc.record({
              checked: fc.constant(world.checked),
              appearances: shuffled(world.appearances),
              sharings: shuffled(world.sharings),
              decisions: shuffled(world.decisions),
            }),
          ),
        ),
        ([world, other]) => {
          expect(countOrigins(other.appearances, other)).toEqual(countOrigins(world.appearances, world))
        },
      ),
    ))

  it('every appearance stands in one group of its side, and no side has more origins than appearances', () =>
    fc.assert(
      fc.property(anyWorld, ({ appearances, ...rest }) => {
        for (const side of sidesOf(countOrigins(appearances, rest))) {
          expect(side.origins + side.undetermined + side.circles + side.roundUps).toBe(side.groups.length)
          const placed = side.groups.flatMap(({ appearanceIds }) => appearanceIds)
          expect([placed.length, new Set(placed).size]).toEqual([side.appearances, side.appearances])
        }
      }),
    ))

  it('a relay that nobody else knows changes nothing, unless it makes a circle of a source that cites itself', () =>
    fc.assert(
      fc.property(anyWorld, fc.nat(4), ({ appearances, sharings, decisions }, place) => {
        // Of content: of an utterance, whoever stands before the speaker is who heard it.
        const rest = { sharings, decisions }
        const relayed = appearances.map((each) => {
          if (each.hops.length === 0) return each
          const at = Math.min(place, each.hops.length - 1)
          const hops = each.hops.toSpliced(at, 0, aHop(aNode(`relay of ${each.id}`)))
          return Boolean(circleOf({ ...each, hops })) === Boolean(circleOf(each)) ? { ...each, hops } : each
        })
        expect(numbersOf(countOrigins(relayed, rest))).toEqual(numbersOf(countOrigins(appearances, rest)))
      }),
    ))

  it('a relay never adds an origin, not even where it makes a circle', () =>
    fc.assert(
      fc.property(anyAppearances, (appearances) => {
        const relayed = appearances.map((each) =>
          each.hops.length > 0 ? { ...each, hops: [aHop(aNode(`relay of ${each.id}`)), ...each.hops] } : each,
        )
        const [before, after] = [originsOf(countOrigins(appearances)), originsOf(countOrigins(relayed))]
        for (const [side, origins] of after.entries()) expect(origins).toBeLessThanOrEqual(before[side] ?? 0)
      }),
    ))

  it('merging named sources raises no count, but where it dissolves a circle: A cites B cites A, and the two are one', () => {
    // An outlet is asked how it knows, a person is not: one in the place of the other answers the question.
    const alike = fc.constantFrom(['PERSON', 'ORGANISATION'] as const, ['OUTLET', 'OUTLET'] as const)
    fc.assert(
      fc.property(anyAppearances, alike, fc.nat(1), fc.nat(1), (appearances, kinds, which, another) => {
        const [one, other] = [kinds[which] ?? kinds[0], kinds[another] ?? kinds[0]]
        // Each role and parent makes another source of the small world: as many merges at once.
        const isDropped = ({ kind, id }: SourceNode) => kind === other && id.includes(' s2 ')
        const kept = aNode(`${one} s1 null undefined`, one)
        const merged = countOrigins(withSources(appearances, (node) => (isDropped(node) ? kept : node)))
        const before = sidesOf(countOrigins(appearances))
        for (const [side, origins] of originsOf(merged).entries())
          expect(origins).toBeLessThanOrEqual((before[side]?.origins ?? 0) + (before[side]?.circles ?? 0))
      }),
    )
    // Documents of one issuer: one with another, and with its issuer. Others are refused (lib/sources/merging.ts).
    fc.assert(
      fc.property(
        anyAppearances,
        fc.constantFrom(ministry, aNode('DOCUMENT kept', 'DOCUMENT', { parent: ministry })),
        (appearances, kept) => {
          const isDropped = ({ kind, id }: SourceNode) =>
            kind === 'DOCUMENT' && id.includes(' s2 ') && id.endsWith('ministry')
          const merged = countOrigins(withSources(appearances, (node) => (isDropped(node) ? kept : node)))
          const before = sidesOf(countOrigins(appearances))
          for (const [side, origins] of originsOf(merged).entries())
            expect(origins).toBeLessThanOrEqual((before[side]?.origins ?? 0) + (before[side]?.circles ?? 0))
        },
      ),
    )
    const [a, b] = [aNode('A', 'OUTLET'), aNode('B', 'OUTLET')]
    const round = [anAppearance('1', [aHop(b), aHop(a)], { text: a })]
    expect(originsOf(countOrigins(round))).toEqual([0, 0])
    const dissolved = withSources(round, (node) => (node.id === 'B' ? a : node))
    expect(originsOf(countOrigins(dissolved.map((each) => ({ ...each, knows: 'WITNESSED' }))))).toEqual([1, 0])
  })

  it('an appearance that shares no source, passage or group with any other adds exactly its own origin', () =>
    fc.assert(
      fc.property(anyWorld, ({ appearances, ...rest }) => {
        const more = countOrigins(
          [...appearances, spoken(anAppearance('new', [aHop(aNode('a new witness'))]), rest.checked)],
          rest,
        )
        const [before, after] = [numbersOf(countOrigins(appearances, rest)), numbersOf(more)]
        const own = { appearances: 1 + (before[0]?.appearances ?? 0), origins: 1 + (before[0]?.origins ?? 0) }
        expect(after).toEqual([{ ...before[0], ...own }, before[1]])
      }),
    ))

  it('a circle adds no origin', () =>
    fc.assert(
      fc.property(anyWorld, ({ appearances, ...rest }) => {
        const [x, y] = [aNode('x', 'OUTLET'), aNode('y', 'OUTLET')]
        const circle = [anAppearance('x', [aHop(y)], { text: x }), anAppearance('y', [aHop(x)], { text: y })].map(
          (each) => spoken(each, rest.checked),
        )
        const [before, after] = [countOrigins(appearances, rest), countOrigins([...appearances, ...circle], rest)]
        expect(after.asserting.circles).toBe(before.asserting.circles + 1)
        expect([originsOf(after), after.asserting.undetermined]).toEqual([
          originsOf(before),
          before.asserting.undetermined,
        ])
      }),
    ))

  it('an answer to how the text knows never lowers a count', () =>
    fc.assert(
      fc.property(
        anyWorld,
        fc.array(fc.constantFrom<HowKnown>('NOT_SAID', 'WITNESSED', 'OWN_STATEMENT'), { minLength: 12, maxLength: 12 }),
        fc.nat(11),
        ({ appearances, ...rest }, answers, which) => {
          const isOpen = ({ knows }: Appearance) => knows === 'NOT_ANSWERED' || knows === 'WAS_OWN_VOICE'
          const before = originsOf(countOrigins(appearances, rest))
          const all = appearances.map((each, at) =>
            isOpen(each) ? { ...each, knows: answers[at] ?? each.knows } : each,
          )
          const one = appearances.map((each, at) => (at === which ? (all[at] ?? each) : each))
          for (const answered of [one, all])
            for (const [side, origins] of originsOf(countOrigins(answered, rest)).entries())
              expect(origins).toBeGreaterThanOrEqual(before[side] ?? 0)
        },
      ),
      { numRuns: 1000 },
    ))

  it('a text that a chain ends at, imported and asked nothing yet, lowers no count', () =>
    fc.assert(
      fc.property(anyAppearances, fc.nat(11), (appearances, which) => {
        const ends = appearances[which]?.hops.at(-1)
        if (!ends) return
        const imported = anAppearance('imported', [], { text: ends.onBehalfOf ?? ends.source })
        const [before, after] = [
          originsOf(countOrigins(appearances)),
          originsOf(countOrigins([...appearances, imported])),
        ]
        for (const [side, origins] of after.entries()) expect(origins).toBeGreaterThanOrEqual(before[side] ?? 0)
      }),
      { numRuns: 1000 },
    ))

  it('a decision changes the origins by the groups of its two appearances at most; taken back, all is as it was', () =>
    fc.assert(
      fc.property(anyWorld, anyDecision, ({ appearances, sharings, decisions }, last) => {
        const decided = (made: Decision[]) => countOrigins(appearances, { sharings, decisions: made })
        const before = decided(decisions)
        const after = decided([...decisions, { ...last, at: '2021-08-29' }])
        for (const [side, origins] of originsOf(after).entries())
          expect(Math.abs(origins - (originsOf(before)[side] ?? 0))).toBeLessThanOrEqual(1)
        expect(decided(decisions)).toEqual(before)
      }),
    ))
})
