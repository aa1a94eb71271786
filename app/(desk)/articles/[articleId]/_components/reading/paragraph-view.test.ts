import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MarkView } from '@/lib/review/mark-view'
import { isSameView } from './paragraph'
import { paragraphViews, piecesOf } from './paragraph-view'

const TEXT = 'Un 👩 pont.\n\nDeux gares, dit-on.\n\nTrois.'
const points = Array.from(TEXT)

const markOf = (number: number, spans: { start: number; end: number }[]): MarkView => ({
  id: `claim-${number}`,
  number,
  version: 1,
  category: 'OTHER',
  checked: 'CONTENT',
  wording: 'Un pont.',
  state: 'OPEN',
  assignee: null,
  verdict: null,
  origins: null,
  needsAttention: false,
  spans: spans.map((span, at) => ({ id: `${number}-${at}`, ...span })),
})

/** The span of words of the text, in code points. */
function spanOf(words: string) {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length
  return { start, end: start + Array.from(words).length }
}

const wordsOf = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end)

describe('the paragraphs of a text and the lines under them', () => {
  test('are numbered from 1, and hold the lines that touch them, in UTF-16', () => {
    const views = paragraphViews(TEXT, [markOf(1, [spanOf('pont'), spanOf('gares')])])
    expect(views.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(views.map(wordsOf).map((text) => text.trim())).toEqual(['Un 👩 pont.', 'Deux gares, dit-on.', 'Trois.'])
    expect(views.map(({ lines }) => lines.map(wordsOf))).toEqual([['pont'], ['gares'], []])
    expect(views.flatMap(({ lines }) => lines.map(({ first }) => first))).toEqual([true, false])
  })

  test('a passage over a paragraph’s end lies in both', () => {
    const across = { start: spanOf('pont').start, end: spanOf('Deux').end }
    expect(paragraphViews(TEXT, [markOf(1, [across])]).map(({ lines }) => lines.length)).toEqual([1, 1, 0])
    const upTo = { start: 0, end: spanOf('Deux').start }
    const from = { start: upTo.end, end: points.length }
    expect(paragraphViews(TEXT, [markOf(1, [upTo, from])]).map(({ lines }) => lines.length)).toEqual([1, 1, 1])
  })

  test('a paragraph is drawn anew for what is drawn in it, and for nothing else', () => {
    const claim = markOf(1, [spanOf('pont')])
    const before = paragraphViews(TEXT, [claim])
    const same = (other: MarkView) => paragraphViews(TEXT, [other]).map((view, at) => isSameView(view, before[at]))
    expect(same({ ...claim, wording: 'Autre chose.', assignee: 'Paule' })).toEqual([true, true, true])
    for (const other of [
      { ...claim, category: 'CASUALTIES' as const },
      { ...claim, state: 'APPROVED' as const },
      { ...claim, spans: [{ ...spanOf('👩 pont'), id: '1-0' }] },
    ])
      expect(same(other)).toEqual([false, true, true])
  })

  test('pieces follow each other without a gap; each is under the lines that cover it, and ends those that end', () => {
    const span = fc
      .tuple(fc.nat(points.length), fc.nat(points.length))
      .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }))
      .filter(({ start, end }) => start < end)
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
        const claims = spans.map((each, at) => markOf(at, [each]))
        for (const view of paragraphViews(TEXT, claims)) {
          const pieces = piecesOf(TEXT, view, view.lines)
          expect(pieces.map(({ text }) => text).join('')).toBe(wordsOf(view))
          for (const { start, text, around, ending } of pieces) {
            const end = start + text.length
            const covering = view.lines.filter((line) => line.start <= start && line.end >= end)
            expect(new Set(around)).toEqual(new Set(covering))
            expect(ending.map((line) => line.end).every((each) => each === end)).toBe(true)
            expect(ending).toHaveLength(around.filter((line) => line.end === end).length)
          }
        }
      }),
    )
  })

  test('of two lines the longer lies outside', () => {
    const [view] = paragraphViews(TEXT, [markOf(1, [spanOf('pont')]), markOf(2, [spanOf('👩 pont')])])
    const pieces = view ? piecesOf(TEXT, view, view.lines) : []
    const inner = pieces.find(({ text }) => text === 'pont')
    expect(inner?.around.map(({ number }) => number)).toEqual([2, 1])
    expect(inner?.ending.map(({ number }) => number)).toEqual([1, 2])
  })
})
