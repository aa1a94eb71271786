import { meaningOf } from '@/lib/attributions/cues'
import type { MatchedVoice } from '@/lib/attributions/match-voices'
import { type Voice, voiceIn, withoutArticle } from '@/lib/attributions/voice-words'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceValue } from '@/lib/sources/schema'
import type { HopWords } from '../reading/reading-column'
import { type HopDraft, type SourceDraft, sourceDraftOf, type WordsDraft } from './hop-draft'

type SourceHit = SourceValue & { aliases: readonly string[] }

const bare = (name: string) => nameKey(withoutArticle(name))

/** The found source that words of the text name, by its name or an alias; with or without an article where nothing else fits. */
export function sourceNamed(names: readonly string[], hits: readonly SourceHit[]): SourceDraft | null {
  const namesOf = (hit: SourceHit) => [hit.name, ...hit.aliases]
  const exact = hits.find((hit) => namesOf(hit).some((each) => names.some((name) => nameKey(name) === nameKey(each))))
  const near = exact ?? hits.find((hit) => namesOf(hit).some((each) => names.some((name) => bare(name) === bare(each))))
  return near ? { id: near.id, name: near.name, kind: near.kind, role: near.role } : null
}

type Sources = Pick<HopDraft, 'source' | 'affiliation' | 'onBehalfOf'>

const unmatched = (voice: Voice): MatchedVoice => ({
  ...voice,
  id: null,
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
    const read = !hop.source || hop.source.fresh ? guessed(text, words.typed) : null
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
