import { describe, expect, test } from 'vitest'
import type { MarkView } from '@/lib/review/mark-view'
import { isSameView } from './paragraph'
import { paragraphViews } from './paragraph-view'
import { windowsOf } from './paragraph-windows'

const PARAGRAPH = 'Selon la mairie, trois ponts sont coupés et deux gares fermées. '.repeat(9).trim()
const TEXT = Array.from({ length: 170 }, () => PARAGRAPH).join('\n\n')
const [STEP, LENGTH] = [49, 30]

const claim = (at: number, start: number, more: Partial<MarkView> = {}): MarkView => ({
  ...{ id: `claim ${at}`, number: at + 1, version: 1, category: 'OTHER', checked: 'CONTENT', wording: 'Trois ponts' },
  ...{ state: 'OPEN', assignee: null, verdict: null, origins: null, needsAttention: false },
  spans: [{ id: `span ${at}`, start, end: start + LENGTH }],
  ...more,
})
const claims = Array.from({ length: 2000 }, (_, at) => claim(at, at * STEP))

const redrawn = (after: readonly MarkView[]) => {
  const before = paragraphViews(TEXT, claims)
  return paragraphViews(TEXT, after).filter((view, at) => !isSameView(view, before[at])).length
}

describe('what is drawn anew of a text with 2,000 marks', () => {
  test('one more mark, one less, or one that changed: its paragraph, or the two that it touches', () => {
    expect(redrawn(claims.toSpliced(700, 0, claim(2000, 700 * STEP + 2)))).toBeLessThanOrEqual(2)
    expect(redrawn(claims.toSpliced(700, 1))).toBeLessThanOrEqual(2)
    expect(redrawn(claims.with(700, claim(700, 700 * STEP, { state: 'DROPPED' })))).toBeLessThanOrEqual(2)
    expect(redrawn(claims.with(700, claim(700, 700 * STEP, { state: 'DROPPED' })))).toBeGreaterThan(0)
  })

  test('claims that are read again and are as they were: nothing', () => {
    expect(redrawn(structuredClone(claims))).toBe(0)
  })

  test('it lies in one of many windows', () => {
    const views = paragraphViews(TEXT, claims)
    const windows = windowsOf(TEXT, views) ?? []
    expect(windows.length).toBeGreaterThan(10)
    expect(windows.flatMap(({ paragraphs }) => paragraphs)).toEqual(views)
  })
})
