import { withWords } from '@/lib/articles/seen-words'
import type { ChainView } from '@/lib/attributions/queries'
import type { EvidenceView } from '@/lib/evidence/queries'
import { newId } from '@/lib/new-id'
import type { SourceValue } from '@/lib/sources/schema'
import type { TextRange } from '@/lib/text/code-points'
import type { EvidenceDirectness, Stance } from '@/prisma/generated/enums'
import { draftOfHop, type HopDraft, hopInputOf, newSourcesOf } from '../hops/hop-draft'

/** The three ways to add evidence. */
export const WAYS = ['passage', 'source', 'search'] as const
export type Way = (typeof WAYS)[number]

export type PassageDraft = { id: string; articleId: string; versionId: string; place: TextRange; quote: string }

/** Evidence while somebody enters it: texts as typed. */
export type EvidenceDraft = {
  way: Way
  stance: Stance
  source: SourceValue | null
  passage: PassageDraft | null
  url: string
  quote: string
  locator: string
  note: string
  directness: EvidenceDirectness
  credibility: string
  /** As a `datetime-local` field holds it, in the reader's own zone. */
  capturedAt: string
  hops: HopDraft[]
}

const MINUTE = 60_000
const localMoment = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * MINUTE).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length)

const passageOf = ({ passage }: EvidenceView): PassageDraft | null =>
  passage && {
    id: passage.id,
    articleId: passage.articleId,
    versionId: passage.versionId,
    place: { start: passage.start, end: passage.end },
    quote: passage.exact,
  }

const wayOf = (item: EvidenceView): Way =>
  item.stance === 'SEARCHED_NOTHING_FOUND' ? 'search' : item.passage ? 'passage' : 'source'

/** What an empty form starts from: another article's passage is one more appearance until somebody finds more in it. */
export const newEvidence = (way: Way): EvidenceDraft => ({
  way,
  stance: STANCE_OF_WAY[way],
  source: null,
  passage: null,
  url: '',
  quote: '',
  locator: '',
  note: '',
  directness: 'NOT_STATED',
  credibility: '',
  capturedAt: '',
  hops: [],
})

export const STANCE_OF_WAY: Record<Way, Stance> = {
  passage: 'REPEATS',
  source: 'SUPPORTS',
  search: 'SEARCHED_NOTHING_FOUND',
}

export function draftOfEvidence(item: EvidenceView): EvidenceDraft {
  const { source } = item
  return {
    way: wayOf(item),
    stance: item.stance,
    source: source && { id: source.id, name: source.name, kind: source.kind, role: source.role },
    passage: passageOf(item),
    url: item.url ?? '',
    quote: item.quote ?? '',
    locator: item.locator ?? '',
    note: item.note ?? '',
    directness: item.directness,
    credibility: item.credibility === null ? '' : String(item.credibility),
    capturedAt: item.capturedAt ? localMoment(item.capturedAt) : '',
    hops: (item.attribution?.hops ?? []).map(draftOfHop),
  }
}

function chainOf(draft: EvidenceDraft, chain: ChainView | null, chainId: string) {
  // A chain without hops is an answer: it stays until somebody names who speaks, or answers anew.
  if (draft.hops.length === 0) return chain && chain.hops.length > 0 ? null : undefined
  const passage = draft.way === 'passage' ? draft.passage : null
  const hops = draft.hops.map(hopInputOf)
  // Words stand in the passage's text; without one there is nothing that they could be anchored in.
  const anchored = passage ? hops : hops.map((hop) => ({ ...hop, sourceWords: null, cueWords: null }))
  return { id: chainId, version: chain?.version ?? null, versionId: passage?.versionId ?? null, hops: anchored }
}

/** What is sent: only what belongs to the way that was chosen. */
export function evidenceInputOf(draft: EvidenceDraft, chain: ChainView | null, chainId: string) {
  const { way, passage, stance, locator, note, directness } = draft
  return {
    ...{ stance, locator, note, directness },
    sourceId: draft.source?.id ?? null,
    url: way === 'passage' ? null : draft.url,
    passage: way === 'passage' && passage ? { ...passage.place, exact: passage.quote, ...pick(passage) } : null,
    quote: draft.quote,
    credibility: draft.credibility === '' ? null : Number(draft.credibility),
    capturedAt: draft.capturedAt === '' ? null : new Date(draft.capturedAt).toISOString(),
    newSources: newSourcesOf(draft.hops),
    attribution: chainOf(draft, chain, chainId),
  }
}

const pick = ({ id, articleId, versionId }: PassageDraft) => ({ id, articleId, versionId })

/** A picked passage gets a new span: one that is stored never changes. */
export function passagePicked(article: { articleId: string; versionId: string; text: string }, place: TextRange) {
  const { articleId, versionId, text } = article
  return { id: newId(), articleId, versionId, place, quote: withWords(text, place).exact }
}
