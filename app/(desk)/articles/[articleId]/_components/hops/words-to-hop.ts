import { meaningOf } from '@/lib/attributions/cue-meaning'
import type { MatchedVoice } from '@/lib/attributions/match-voices'
import { type Voice, voiceIn, withoutArticle } from '@/lib/attributions/voice-words'
import { isGenericName } from '@/lib/sources/generic-names'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceHit } from '@/lib/sources/queries/search-sources'
import type { SourceValue } from '@/lib/sources/schema'
import type { HopWords } from '../workbench/workbench-context'
import { type HopDraft, sourceDraftOf, type WordsDraft } from './hop-draft'

const bare = (name: string) => nameKey(withoutArticle(name))

/** The found sources that words of the text name, by name or alias; with or without an article where nothing else fits. */
function sourcesNamed(names: readonly string[], hits: readonly SourceHit[]): SourceHit[] {
  const called = (fold: (name: string) => string) =>
    hits.filter((hit) => [hit.name, ...hit.aliases].some((each) => names.some((name) => fold(name) === fold(each))))
  const exact = called(nameKey)
  return [...new Map((exact.length > 0 ? exact : called(bare)).map((hit) => [hit.id, hit])).values()]
}

// "A report", "an official", "the army": the same words mean others elsewhere.
const saysWho = ({ kind, name, parent }: SourceHit) =>
  kind !== 'UNNAMED_IN_TEXT' &&
  (kind !== 'DOCUMENT' || parent !== null) &&
  !(kind === 'ORGANISATION' && isGenericName(name))

/** What a source that words seem to name becomes: the one that the desk has, or one of which a person is asked who it is. */
export function knownAs(source: SourceValue, names: readonly string[], hits: readonly SourceHit[]): SourceValue {
  const found = sourcesNamed(names, hits)
  const [only, another] = found
  if (!only || !source.fresh) return source
  if (!another && saysWho(only)) return { id: only.id, name: only.name, kind: only.kind, role: only.role }
  const candidates = found.map(({ id, kind, name, role, parent }) => ({
    ...{ id, kind, name, role, parent: parent?.name ?? null },
    ...{ whole: null, article: null, claims: null },
  }))
  return { ...source, fresh: { ...source.fresh, candidates } }
}

type Sources = Pick<HopDraft, 'source' | 'affiliation' | 'onBehalfOf'>

const unmatched = (voice: Voice): MatchedVoice => ({
  ...voice,
  ...{ id: null, candidates: [] },
  issuer: voice.issuer && unmatched(voice.issuer),
})
const draftOf = (voice: Voice | null) => voice && sourceDraftOf(unmatched(voice))

/** The source that words of the text seem to name, with whom it works or speaks for, as ones that would be made. */
function guessed(text: string, typed: string): Sources | null {
  const comma = typed.indexOf(',')
  const [words, apposition] = comma < 0 ? [typed, null] : [typed.slice(0, comma), typed.slice(comma + 1)]
  const read = voiceIn(text, words, apposition)
  if (!read || read.refers === 'pronoun') return null
  return { source: draftOf(read.voice), affiliation: draftOf(read.affiliation), onBehalfOf: draftOf(read.onBehalfOf) }
}

/** What words taken from the text change in a hop: the words themselves, and what follows from them where nothing was chosen. */
export function takenInto(hop: HopDraft, part: HopWords['kind'], words: WordsDraft, text: string): Partial<HopDraft> {
  if (part === 'source') {
    const read = !hop.source || (hop.source.fresh && !hop.source.fresh.byHand) ? guessed(text, words.typed) : null
    if (!read) return { sourceWords: words }
    const { source, affiliation, onBehalfOf } = read
    return {
      ...{ sourceWords: words, source },
      affiliation: hop.affiliation ?? affiliation,
      onBehalfOf: hop.onBehalfOf ?? onBehalfOf,
    }
  }
  const meaning = meaningOf(words.typed)
  return { cueWords: words, ...(meaning ? { speechAct: meaning.act, certainty: meaning.certainty } : {}) }
}
