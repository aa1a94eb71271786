import type { Cue } from '@/lib/attributions/cue'
import { nameAfter } from '@/lib/attributions/names-after'
import { isQuoteMark, type SentenceWord } from '@/lib/attributions/sentence-words'
import { isNoSource, isVoice } from '@/lib/attributions/voice-like'
import { readVoice } from '@/lib/attributions/voice-words'
import type { Utf16Range } from '@/lib/text/code-points'
import { Certainty, SourceKind, SpeechAct } from '@/prisma/generated/enums'

// What frames a sentence with who says it, by its words in small letters.
const FRAMES: readonly (readonly string[])[] = [
  ['selon'],
  ["d'", 'après'],
  ["d'après"],
  ['aux', 'dires', 'de'],
  ['aux', 'dires', 'du'],
  ['à', 'en', 'croire'],
  ['de', "l'", 'avis', 'de'],
  ['de', "l'", 'avis', 'du'],
  ['de', 'source'],
  ['de', 'sources'],
  ['according', 'to'],
  ['as', 'per'],
  ['quoted', 'by'],
  ['cited', 'by'],
  ['cité', 'par'],
  ['citée', 'par'],
  ['cités', 'par'],
  ['rapporté', 'par'],
]
// Words of a name, with what is set behind it.
const LONGEST = 60
const CITED = /^(?:quoted|cited|cité|citée|cités|rapporté)$/

const meaning = {
  certainty: Certainty.ASSERTED,
  goesOn: false,
  day: null,
  addressed: null,
  states: true,
  far: false,
} as const

function frameAt(words: readonly SentenceWord[], at: number): number {
  const frame = FRAMES.find((each) => each.every((low, step) => words[at + step]?.low === low))
  return frame?.length ?? 0
}

/** "Pour Ann Lee, …" at the beginning of a sentence. */
function isForVoice(words: readonly SentenceWord[], at: number, opens: boolean): boolean {
  const next = words[at + 1]
  return (
    words[at]?.low === 'pour' &&
    opens &&
    next !== undefined &&
    (next.isCapital || /^(?:lui|elle|eux|elles)$/.test(next.low))
  )
}

/** "selon", "according to", "quoted by", "(source : …)": who says it stands behind. */
export function accordingCues(text: string, words: readonly SentenceWord[]): Cue[] {
  const found: Cue[] = []
  const opening = words.findIndex(({ isWord }) => isWord)
  for (let at = 0; at < words.length; at++) {
    const isSource =
      /^sources?$/.test(words[at]?.low ?? '') && words[at + 1]?.low === ':' && /^[([]$/.test(words[at - 1]?.low ?? '(')
    const isFor = isForVoice(words, at, at === opening)
    const length = isSource ? 2 : isFor ? 1 : frameAt(words, at)
    if (length === 0) continue
    const isCited = CITED.test(words[at]?.low ?? '')
    let first = at + length
    while (first < words.length && isQuoteMark(words[first] as SentenceWord)) first++
    const isBareSource = /^sources?$/.test(words[at + 1]?.low ?? '') && words[at]?.low === 'de'
    const name = nameAfter(words, isBareSource ? at + 1 : first, Math.min(words.length, at + LONGEST), !isFor)
    if (!name) continue
    const [start, last] = [words[name.run.from], words[name.run.to - 1]]
    if (!start || !last) continue
    const subject = { start: start.start, end: last.end }
    const words_ = text.slice(subject.start, subject.end)
    // "une idée selon laquelle": what follows is no source.
    if (
      !isVoice(words_) ||
      isNoSource(words_) ||
      /^(?:laquelle|lequel|lesquels|lesquelles|which|whom|que|qu['’]|toute|moi|nous|vous|me|us|you)/iu.test(words_)
    )
      continue
    const opens = at === opening
    const isParted = opens || (words[at - 1] !== undefined && !words[at - 1]?.isWord)
    // "varie selon l’âge", "selon les termes du contrat": only who can speak is meant without a comma.
    if (!isParted && !isSpeaker(words_)) continue
    const place = { start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 }
    const apposition =
      name.apposition && isCited === false && !isSource
        ? { start: words[name.apposition.from]?.start ?? 0, end: words[name.apposition.to - 1]?.end ?? 0 }
        : null
    // At the beginning, what stands behind the comma is what is said.
    const own = isBareSource ? { start: place.start, end: place.start + 2 } : place
    found.push({
      ...meaning,
      ...{ act: isCited ? SpeechAct.QUOTED : SpeechAct.SAID, place: own, subject },
      apposition: opens ? closedApposition(words, name.apposition?.to ?? 0, apposition) : apposition,
      reach: 'around',
    })
  }
  return found
}

/** Whether words name somebody, or those who can speak. */
export function isSpeaker(words: string): boolean {
  const read = readVoice(words, null)
  if (!read) return false
  return read.refers !== null || read.voice.kind !== SourceKind.UNNAMED_IN_TEXT || read.voice.role !== null
}

const closedApposition = (words: readonly SentenceWord[], end: number, apposition: Utf16Range | null) =>
  apposition && words[end]?.low === ',' ? apposition : null

const ADDRESSING =
  /(?<![\p{L}])((?:s’adressant|s'adressant)\s(?:à|au|aux)|(?:speaking|talking)\s(?:to|with))\s([^,]{2,60}),/iu

/** "S’adressant à RT, …" in a sentence: whom somebody spoke to. */
export function addressingIn(text: string, { start, end }: Utf16Range): Cue['addressed'] {
  const match = ADDRESSING.exec(text.slice(start, end))
  if (!match?.[1] || !match[2]) return null
  const from = start + match.index
  const named = from + match[0].length - 1 - match[2].length
  return { cue: { start: from, end: from + match[1].length }, place: { start: named, end: named + match[2].length } }
}
