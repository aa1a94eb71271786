import { withWords } from '@/lib/articles/seen-words'
import type { MatchedChain, MatchedVoice } from '@/lib/attributions/match-voices'
import { nearestOccurrence } from '@/lib/attributions/occurrence'
import { paragraphAt } from '@/lib/attributions/paragraph'
import type { AnchoredWords, HopView } from '@/lib/attributions/queries'
import { draftOf, type WorldDateDraft, worldDateOf } from '@/lib/dates/world-date'
import { newId } from '@/lib/new-id'
import { ADDABLE_KINDS, HAS_PARENT, HAS_ROLE } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import type { QuotedRange, TextRange } from '@/lib/text/code-points'
import { namedApart } from './named-apart'

/** The text in which words are looked for: nearest to `near`. `readSelection` answers what a person selected in it. */
export type WordsText = { text: string; near: TextRange; readSelection?: () => TextRange | null }

/** Words as typed, and where they were found; `place` null: nowhere, or nothing typed. */
export type WordsDraft = { id: string; typed: string; place: QuotedRange | null; paragraph: number | null }

type HopChoiceField = 'speechAct' | 'certainty' | 'form' | 'basis' | 'reading'

/** A hop while somebody enters it. */
export type HopDraft = Pick<HopView, HopChoiceField> & {
  id: string
  source: SourceValue | null
  affiliation: SourceValue | null
  onBehalfOf: SourceValue | null
  said: WorldDateDraft
  sourceWords: WordsDraft
  cueWords: WordsDraft
}

export const noWords = (): WordsDraft => ({ id: newId(), typed: '', place: null, paragraph: null })

/** New words get a new span: one that is stored never changes. */
export function wordsTyped(typed: string, { text, near }: WordsText): WordsDraft {
  const place = nearestOccurrence(text, typed, near.start, near.end)
  return {
    ...{ id: newId(), typed },
    place: place && withWords(text, place),
    paragraph: place && paragraphAt(text, place.start),
  }
}

export function wordsSelected(range: TextRange, { text }: Pick<WordsText, 'text'>): WordsDraft {
  const place = withWords(text, range)
  return { id: newId(), typed: place.exact, place, paragraph: paragraphAt(text, place.start) }
}

/** Words that were read in a text which is not at hand here. */
const wordsRead = (place: QuotedRange | null): WordsDraft =>
  place ? { id: newId(), typed: place.exact, place, paragraph: null } : noWords()

export const wordsStored = (words: AnchoredWords | null): WordsDraft =>
  words
    ? {
        id: words.id,
        typed: words.exact,
        place: { start: words.start, end: words.end, exact: words.exact },
        paragraph: words.paragraph,
      }
    : noWords()

export const newHop = (): HopDraft => ({
  id: newId(),
  source: null,
  affiliation: null,
  onBehalfOf: null,
  speechAct: 'SAID',
  certainty: 'ASSERTED',
  form: 'INDIRECT',
  basis: 'NOT_STATED',
  reading: 'CERTAIN',
  said: draftOf(null),
  sourceWords: noWords(),
  cueWords: noWords(),
})

const sourceValue = (source: HopView['source'] | null): SourceValue | null =>
  source && { id: source.id, name: source.name, kind: source.kind, role: source.role }

export function draftOfHop(hop: HopView): HopDraft {
  const { id, speechAct, certainty, form, basis, reading } = hop
  return {
    ...{ id, speechAct, certainty, form, basis, reading },
    source: sourceValue(hop.source),
    affiliation: sourceValue(hop.affiliation),
    onBehalfOf: sourceValue(hop.onBehalfOf),
    said: draftOf(hop.said),
    sourceWords: wordsStored(hop.sourceWords),
    cueWords: wordsStored(hop.cueWords),
  }
}

/** A source that was read out of the text: the desk's own, or a new one with its issuer. */
export function sourceDraftOf(voice: MatchedVoice): SourceValue {
  const { kind, name, role, candidates } = voice
  if (voice.id) return { id: voice.id, kind, name, role }
  const parent = voice.issuer && sourceDraftOf(voice.issuer)
  return { id: newId(), kind, name, role, fresh: { parent, byHand: false, candidates, other: null } }
}

/**
 * A proposal as the form holds a chain; one source that stands in several places is made once. Its words are those of the text that is
 * shown; without it (null) as they were read.
 */
export function draftOfProposal({ hops }: MatchedChain, shown: Pick<WordsText, 'text'> | null): HopDraft[] {
  const wordsAt = (place: QuotedRange | null) => (shown && place ? wordsSelected(place, shown) : wordsRead(place))
  const drafts = new Map<string, SourceValue>()
  const draftOnce = (voice: MatchedVoice | null): SourceValue | null => {
    if (!voice) return null
    const key = `${voice.kind} ${voice.name}`
    const draft = drafts.get(key) ?? sourceDraftOf(voice)
    drafts.set(key, draft)
    if (draft.fresh && voice.issuer) draft.fresh.parent = draftOnce(voice.issuer)
    return draft
  }
  return hops.map(({ speechAct, certainty, form, basis, reading, said, ...hop }) => ({
    ...newHop(),
    ...{ speechAct, certainty, form, basis, reading },
    source: draftOnce(hop.source),
    affiliation: draftOnce(hop.affiliation),
    onBehalfOf: draftOnce(hop.onBehalfOf),
    said: draftOf(said),
    sourceWords: wordsAt(hop.sourceWords),
    cueWords: wordsAt(hop.cueWords),
  }))
}

// What was entered for another kind stays in the form, and is not sent.
const parentOf = ({ kind, fresh }: SourceValue) => (HAS_PARENT.some((each) => each === kind) && fresh?.parent) || null

/** The sources that are made together with a chain, each once, after the one that it names as its parent. */
export function newSourcesOf(hops: readonly HopDraft[]) {
  const made = new Map<string, SourceValue>()
  const add = (source: SourceValue | null) => {
    if (!source?.fresh || made.has(source.id)) return
    add(parentOf(source))
    made.set(source.id, source)
  }
  for (const hop of hops) for (const source of [hop.affiliation, hop.onBehalfOf, hop.source]) add(source)
  return [...made.values()].map((source) => {
    const { id, role } = source
    // A confidential source is never made from words of a text.
    const kind = ADDABLE_KINDS.find((each) => each === source.kind) ?? 'UNNAMED_IN_TEXT'
    const named = { ...namedApart(source), role: HAS_ROLE.includes(kind) ? role : null }
    return { id, kind, ...named, parentId: parentOf(source)?.id ?? null }
  })
}

export const placed = ({ id, place }: WordsDraft) => place && { id, ...place }

/** What is sent of a hop. A source that is missing goes as an empty text, for the server to name it. */
export function hopInputOf(hop: HopDraft) {
  const { id, speechAct, certainty, form, basis, reading } = hop
  return {
    ...{ id, speechAct, certainty, form, basis, reading },
    sourceId: hop.source?.id ?? '',
    affiliationId: hop.affiliation?.id ?? null,
    onBehalfOfId: hop.onBehalfOf?.id ?? null,
    said: worldDateOf(hop.said),
    sourceWords: placed(hop.sourceWords),
    cueWords: placed(hop.cueWords),
  }
}

export const isLost = ({ typed, place }: WordsDraft) => typed.trim() !== '' && !place

/** Words that stand nowhere in the text: they are put right before anything is sent. */
export const lostWords = (hops: readonly HopDraft[]) =>
  hops.flatMap((hop) => [hop.sourceWords, hop.cueWords]).filter(isLost)
