import type { Cue } from '@/lib/attributions/cues'
import { looksTranslated, quoteAround } from '@/lib/attributions/quotes'
import { type ToldText, toldText, wordsAt } from '@/lib/attributions/told-text'
import { type ReadVoice, readVoice, type Voice } from '@/lib/attributions/voice-words'
import { type DateReading, readDate } from '@/lib/dates/read-date'
import { lastBefore } from '@/lib/lists/last-before'
import { indexText, type QuotedRange, type TextRange, type Utf16Range } from '@/lib/text/code-points'
import { type Certainty, HopBasis, HopReading, SourceKind, SpeechAct, SpeechForm } from '@/prisma/generated/enums'

/** One hop as the text suggests it, with the places of its words. */
export type ProposedHop = {
  voice: Voice
  affiliation: Voice | null
  onBehalfOf: Voice | null
  speechAct: SpeechAct
  certainty: Certainty
  form: SpeechForm
  basis: HopBasis
  reading: HopReading
  /** The day on which it was said, as the words beside the verb tell. */
  said: DateReading | null
  sourceWords: QuotedRange | null
  cueWords: QuotedRange | null
}

/** A chain from the article outwards; without a hop nobody is made out who told it. */
export type ProposedChain = { hops: ProposedHop[] }

/** A cue with who speaks in it, once that is known. */
type Spoken = { cue: Cue; read: ReadVoice; inferred: boolean }
/** A sentence before a place, with its paragraph. */
type Earlier = { sentence: Utf16Range; paragraph: number }

// How far back somebody who speaks on, or a pronoun, is looked for: no reader would look further. In UTF-16 units.
const [PARAGRAPHS_BACK, FURTHEST_BACK] = [8, 10_000]
const SCOPE_ENDS = /(?:^|\s)(?:alors que|tandis que|while|whereas)\s/iu

/** The sentences before a place, the last first, as far back as voices are looked for. */
function* sentencesBefore(source: ToldText, before: number): Generator<Earlier> {
  const last = source.paragraphAt(before)
  for (let paragraph = last; paragraph >= Math.max(0, last - PARAGRAPHS_BACK); paragraph--) {
    const place = source.paragraphs[paragraph]
    const sentences = place ? source.sentencesIn(place) : []
    for (let at = lastBefore(sentences.length, (each) => (sentences[each]?.start ?? 0) < before); at >= 0; at--) {
      const sentence = sentences[at]
      if (!sentence || before - sentence.end > FURTHEST_BACK) return
      yield { sentence, paragraph }
    }
  }
}

/** The person or body that spoke last before a place, for a pronoun or a role that points back. */
function lastVoice(source: ToldText, before: number, wanted: 'pronoun' | 'role', words: string): ReadVoice | null {
  const several = /^(?:ils|elles|they)$/iu.test(words)
  for (const { sentence, paragraph } of sentencesBefore(source, before)) {
    const quotes = source.paragraphs[paragraph]?.quotes ?? []
    for (const cue of source.cuesIn(sentence)) {
      if (cue.place.end > before || cue.subject.start >= before || quoteAround(quotes, cue.place)) continue
      const read = source.readCue(cue)
      if (!read || read.refers) continue
      const isOne = read.voice.kind === SourceKind.PERSON
      if (wanted === 'role' ? isOne : several !== isOne) return read
    }
  }
  return null
}

/** A cue with its voice, whom a pronoun or "the former official" points back at looked up; null where nobody is found. */
function speak(source: ToldText, cue: Cue): Spoken | null {
  const read = source.readCue(cue)
  if (!read) return null
  if (!read.refers || (read.refers === 'role' && !cue.goesOn)) return { cue, read, inferred: false }
  const found = lastVoice(source, cue.subject.start, read.refers, wordsAt(source.text, cue.subject) ?? '')
  if (found) return { cue, read: found, inferred: true }
  return read.refers === 'role' ? { cue, read, inferred: false } : null
}

/** Whether what a cue introduces, follows or frames is the passage. */
function reaches(text: string, cue: Cue, span: Utf16Range, sentence: Utf16Range): boolean {
  const outside = cue.place.end <= span.start || cue.place.start >= span.end
  if (!outside) return false
  if (cue.reach === 'around') return true
  if (cue.reach === 'follows') return span.end <= cue.place.start
  if (cue.place.end > span.start || cue.subject.start >= span.start) return false
  return span.start >= sentence.end || !SCOPE_ENDS.test(text.slice(cue.place.end, span.start))
}

/** "said that it believed": the second verb only tells how sure the first speaker is. */
function joined(text: string, cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = []
  for (const cue of cues) {
    const before = kept.at(-1)
    const own = before && /^(?:il|elle|ils|elles|he|she|it|they)$/iu.test(wordsAt(text, cue.subject) ?? '')
    const near = before && cue.subject.start - before.place.end < 8
    if (before && own && near && cue.reach === 'introduces')
      kept[kept.length - 1] = {
        ...cue,
        subject: before.subject,
        apposition: before.apposition,
        addressed: before.addressed,
        day: before.day ?? cue.day,
      }
    else kept.push(cue)
  }
  return kept
}

type PublicationDays = { earliest: string; latest: string } | null
/** A text's own facts, for all of its passages. */
type TextContext = { source: ToldText; translated: boolean; published: PublicationDays }
type Scene = TextContext & { span: Utf16Range; quote: Utf16Range | null; mixed: boolean }

function hopOf(scene: Scene, { cue, read, inferred }: Spoken, inner: boolean): ProposedHop {
  const { source, quote, translated } = scene
  const index = indexText(source.text)
  const seen = ({ start, end }: Utf16Range): QuotedRange => ({
    ...{ start: index.toCodePoint(start), end: index.toCodePoint(end) },
    exact: source.text.slice(start, end),
  })
  const isDocument = read.voice.kind === SourceKind.DOCUMENT
  const around = cue.reach === 'around'
  const outsideQuote = quote !== null && (cue.place.end <= quote.start || cue.place.start >= quote.end)
  const quoted = translated ? SpeechForm.TRANSLATED_QUOTE : SpeechForm.DIRECT_QUOTE
  const words = cue.apposition ? { start: cue.subject.start, end: cue.apposition.end } : cue.subject
  const pointsBack = readVoice(wordsAt(source.text, cue.subject) ?? '', null)?.refers === 'pronoun'
  return {
    voice: read.voice,
    affiliation: read.affiliation,
    onBehalfOf: read.onBehalfOf,
    speechAct: around && (isDocument || inner) ? SpeechAct.REPORTED : cue.act,
    certainty: cue.certainty,
    form: outsideQuote ? quoted : scene.mixed ? SpeechForm.MIXED : SpeechForm.INDIRECT,
    basis: isDocument ? HopBasis.DOCUMENT : inner ? HopBasis.TOLD : HopBasis.NOT_STATED,
    reading: inferred ? HopReading.INFERRED : HopReading.CERTAIN,
    said: cue.day && readDate(source.text.slice(cue.day.start, cue.day.end), scene.published),
    sourceWords: pointsBack ? null : seen(words),
    // "Il a déclaré": the pronoun belongs to the cue, as it names nobody.
    cueWords: seen(
      pointsBack && cue.subject.end <= cue.place.start ? { start: cue.subject.start, end: cue.place.end } : cue.place,
    ),
  }
}

/** "S’adressant à RT, X a déclaré": the article has it from RT. */
function relayOf(scene: Scene, cue: Cue): ProposedHop | null {
  const read = cue.addressed && readVoice(wordsAt(scene.source.text, cue.addressed.place) ?? '', null)
  if (!cue.addressed || read?.voice.kind !== SourceKind.OUTLET) return null
  const relay = {
    ...cue,
    act: SpeechAct.QUOTED,
    place: cue.addressed.cue,
    subject: cue.addressed.place,
    apposition: null,
    day: null,
  }
  const spoken = { cue: relay, read, inferred: true }
  return { ...hopOf({ ...scene, quote: null, mixed: false }, spoken, false), basis: HopBasis.TOLD }
}

/** Who speaks in a quotation that its own sentence introduces nobody for: the last cue before it, outside of quotations. */
function speakerBefore(source: ToldText, span: Utf16Range, sentence: Utf16Range): Spoken | null {
  const own = source.paragraphAt(span.start)
  for (const { sentence: earlier, paragraph } of sentencesBefore(source, sentence.start)) {
    const quotes = source.paragraphs[paragraph]?.quotes ?? []
    const cue = source.cuesIn(earlier).findLast(({ place }) => !quoteAround(quotes, place))
    const spoken = cue && speak(source, cue)
    if (spoken) return { ...spoken, inferred: spoken.inferred || paragraph !== own }
  }
  return null
}

function chainOf(telling: TextContext, span: Utf16Range): ProposedChain | null {
  const { source } = telling
  const { text } = source
  const paragraph = source.paragraphs[source.paragraphAt(span.start)]
  if (!paragraph || paragraph.end <= span.start) return null
  const sentences = source.sentencesIn(paragraph)
  const sentence = sentences[lastBefore(sentences.length, (at) => (sentences[at]?.start ?? 0) <= span.start)]
  if (!sentence) return null
  const quote = paragraph.quotes.find(({ start, end }) => start <= span.start && span.start < end) ?? null
  const mixed = !quote && paragraph.quotes.some(({ start, end }) => start < span.end && end > span.start)
  const scene: Scene = { ...telling, span, quote, mixed }
  const cues = joined(text, source.cuesIn(sentence)).filter((cue) => reaches(text, cue, span, sentence))
  const spoken = cues.map((cue) => speak(source, cue)).filter((each) => each !== null)
  const isOutside = ({ cue }: Spoken) => !quote || !quoteAround([quote], cue.place)
  // What frames or follows the whole sentence stands nearest to the article, then each introduces the next.
  const outermost = spoken.filter((each) => each.cue.reach !== 'introduces' && isOutside(each))
  const inwards = spoken.filter((each) => !outermost.includes(each))
  const framing = quote && !spoken.some(isOutside) ? speakerBefore(source, span, sentence) : null
  const ordered = [...(framing ? [framing] : []), ...outermost.reverse(), ...inwards]
  if (ordered.length < cues.length) return null
  if (quote && ordered.length === 0) return null
  const hops = ordered.flatMap((each, at) => {
    const relay = relayOf(scene, each.cue)
    const hop = hopOf(scene, each, at < ordered.length - 1)
    return relay ? [relay, hop] : [hop]
  })
  const isRow = hops.every((hop, at) => hop.voice.name !== hops[at - 1]?.voice.name)
  return { hops: isRow ? hops : hops.slice(0, 1) }
}

const keyOf = ({ hops }: ProposedChain) =>
  JSON.stringify(hops.map(({ sourceWords, cueWords }) => [sourceWords, cueWords]))

/**
 * The chains that a text itself suggests for the passages of a claim (code points of the text), one per way in which it
 * attributes them, in the passages' order. French and English. Nothing where nobody can be made out. Days are counted from when the
 * text was `published`.
 */
export function proposeChains(
  text: string,
  language: string | null,
  spans: readonly TextRange[],
  published: PublicationDays = null,
): ProposedChain[] {
  const index = indexText(text)
  const telling = { source: toldText(text, language), translated: looksTranslated(text, language), published }
  const found = new Map<string, ProposedChain>()
  for (const { start, end } of spans) {
    if (start < 0 || start >= end || end > index.length) continue
    const chain = chainOf(telling, { start: index.toUtf16(start), end: index.toUtf16(end) })
    if (chain && !found.has(keyOf(chain))) found.set(keyOf(chain), chain)
  }
  const chains = [...found.values()]
  // Where somebody is cited for one passage, nobody's words at another propose nothing.
  return chains.some(({ hops }) => hops.length > 0) ? chains.filter(({ hops }) => hops.length > 0) : chains
}
