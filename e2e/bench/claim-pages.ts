// Each filter and each order of the list of all claims, one by one, as addresses: `npm run bench -- scale` asks them of both projects.

/** What of a made project is asked for by its id. */
export type ClaimPageFacts = {
  articleId: string
  eventId: string
  sourceId: string
  agencyId: string
  checkerId: string
}

const FILTERS: Record<string, (of: ClaimPageFacts) => Record<string, string>> = {
  newest: () => ({}),
  'newest, page 10': () => ({ page: '10' }),
  waiting: () => ({ order: 'waiting' }),
  due: () => ({ order: 'due' }),
  undone: () => ({ state: 'UNDONE' }),
  'undone, waiting': () => ({ state: 'UNDONE', order: 'waiting' }),
  'in review': () => ({ state: 'IN_REVIEW' }),
  dropped: () => ({ state: 'DROPPED' }),
  'a category': () => ({ category: 'OPERATION' }),
  'no such category': () => ({ category: 'PREDICTION' }),
  'a content checked': () => ({ checked: 'CONTENT' }),
  'no utterance checked': () => ({ checked: 'UTTERANCE' }),
  'a checker': ({ checkerId }) => ({ checker: checkerId }),
  'a checker, undone, due': ({ checkerId }) => ({ checker: checkerId, state: 'UNDONE', order: 'due' }),
  mine: () => ({ checker: 'me' }),
  'no checker': () => ({ checker: 'nobody' }),
  'reviewer me': () => ({ reviewer: 'me' }),
  'no reviewer': () => ({ reviewer: 'nobody' }),
  'a rating': () => ({ rating: 'r3' }),
  'no rating': () => ({ rating: 'none' }),
  'no such rating': () => ({ rating: 'absent' }),
  'no origin': () => ({ origins: 'none' }),
  'one origin': () => ({ origins: 'one' }),
  'several origins': () => ({ origins: 'several' }),
  'origins undetermined': () => ({ origins: 'undetermined' }),
  attention: () => ({ attention: '1' }),
  late: () => ({ due: 'late' }),
  'due this week': () => ({ due: 'week' }),
  'no date': () => ({ due: 'none' }),
  'in French': () => ({ language: 'fr' }),
  'in English': () => ({ language: 'en' }),
  'no such tag': () => ({ tag: 'absent' }),
  'a source': ({ sourceId }) => ({ source: sourceId }),
  'a source at an end': ({ sourceId }) => ({ source: sourceId, place: 'origin' }),
  'an agency': ({ agencyId }) => ({ source: agencyId }),
  'an agency as relay': ({ agencyId }) => ({ source: agencyId, place: 'relay' }),
  'an event': ({ eventId }) => ({ event: eventId }),
  'an article': ({ articleId }) => ({ article: articleId }),
  'a common word': () => ({ q: 'civils' }),
  'common words': () => ({ q: 'civils blessés confirme' }),
  'a phrase': () => ({ q: '"civils blessés"' }),
  'without a word': () => ({ q: '-civils' }),
  'a word that nobody says': () => ({ q: 'introuvable' }),
}

export const CLAIM_PAGES = Object.fromEntries(
  Object.entries(FILTERS).map(([name, of]) => [
    `claims, ${name}`,
    (facts: ClaimPageFacts) => `/claims?${new URLSearchParams(of(facts))}`,
  ]),
)
