import { expect, test } from 'vitest'
import type { FigureToLink } from '@/lib/independence/link-doubts'
import { type LinkCandidate, linkSuggestions, MOST_SUGGESTED } from '@/lib/independence/link-suggestions'

const figure = (best: number): FigureToLink => ({
  ...{ measure: 'KILLED', unit: null, population: 'NOT_STATED', nationality: null, includesAttackers: 'NOT_STATED' },
  ...{ place: null, verbatim: String(best), qualifier: 'EXACT', low: null, best, high: null },
})
const OWN = {
  ...({
    id: 'own',
    number: 1,
    wording: 'Treize soldats tués à Kaboul',
    category: 'CASUALTIES',
    checked: 'CONTENT',
  } as const),
  ...{ figures: [figure(13)], numbers: ['13'], eventIds: ['attack'], hints: 4, language: 'fr' },
}
const candidate = (id: string, more: Partial<LinkCandidate> = {}): LinkCandidate => ({
  ...{
    id,
    number: 1,
    wording: id,
    category: 'CASUALTIES',
    checked: 'CONTENT',
    articleTitle: 'Un autre',
    language: 'fr',
  },
  ...{ figures: [], numbers: [], eventIds: [], sharesWords: false, shared: [], hints: 4, ...more },
})
const reasons = (...candidates: LinkCandidate[]) =>
  linkSuggestions(OWN, candidates).map((each) => [each.id, each.reasons])

test('every reason is said: the sentence, the figure, the wording, numbers and names in another language', () => {
  expect(
    reasons(
      candidate('facts', { shared: ['#13', 'kbl'], hints: 5 }),
      candidate('wording', { shared: ['kbl', 'sldt', 'tus'], hints: 4 }),
      candidate('figure', { figures: [figure(13)], eventIds: ['attack'] }),
      candidate('words', { sharesWords: true }),
      candidate('all', { sharesWords: true, figures: [figure(13)], eventIds: ['attack'], shared: ['#13', 'kbl'] }),
    ),
  ).toEqual([
    ['all', ['words', 'figure', 'facts']],
    ['words', ['words']],
    ['figure', ['figure']],
    ['wording', ['wording']],
    ['facts', ['facts']],
  ])
})

test('what counts or numbers otherwise is not suggested, however alike', () => {
  expect(reasons(candidate('a', { sharesWords: true, figures: [figure(28)], eventIds: ['attack'] }))).toEqual([])
  expect(reasons(candidate('b', { shared: ['kbl', 'sldt', 'tus'], numbers: ['28'] }))).toEqual([])
})

test('one word in common, or a figure of another event, is no reason; a number alone neither', () => {
  expect(reasons(candidate('a', { shared: ['kbl'] }))).toEqual([])
  expect(reasons(candidate('b', { figures: [figure(13)], eventIds: ['other'] }))).toEqual([])
  expect(reasons(candidate('c', { shared: ['#13'] }))).toEqual([])
})

test('at most eight, however many', () => {
  const many = Array.from({ length: 60 }, (_, at) => candidate(`c${at}`, { sharesWords: true }))
  expect(linkSuggestions(OWN, many)).toHaveLength(MOST_SUGGESTED)
})

test('what is near in another language has facts in common, not its wording', () => {
  expect(reasons(candidate('a', { shared: ['kbl', 'sldt', 'tus'], language: 'en' }))).toEqual([['a', ['facts']]])
})
