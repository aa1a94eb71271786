import type { Appearance, AppearanceHop } from '@/lib/independence/origins'
import type { SourceNode } from '@/lib/independence/stands-for'
import type { SourceKind } from '@/prisma/generated/enums'

// Appearances without a database, for the tests of what counts them.

export const aNode = (id: string, kind: SourceKind = 'PERSON', part: Partial<SourceNode> = {}): SourceNode => ({
  id,
  kind,
  name: id,
  role: null,
  parent: null,
  outlet: null,
  isArticle: false,
  isGovernment: false,
  partOf: [],
  mergedAt: null,
  ...part,
})

export const aHop = (source: SourceNode, part: Partial<AppearanceHop> = {}): AppearanceHop => ({
  source,
  affiliation: null,
  onBehalfOf: null,
  day: null,
  days: null,
  ...part,
})

/** An appearance that asserts, with a text of its own that nobody cites, and that nobody has asked how it knows. */
export const anAppearance = (id: string, hops: AppearanceHop[], part: Partial<Appearance> = {}): Appearance => ({
  id,
  side: 'asserts',
  hops,
  text: aNode(`text of ${id}`, 'DOCUMENT', { isArticle: true }),
  published: null,
  kind: 'chain',
  knows: 'NOT_ANSWERED',
  hasSpeaker: false,
  ...part,
})
