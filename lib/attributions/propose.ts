import type { Cue } from '@/lib/attributions/cue'
import { contentWithin } from '@/lib/attributions/marked-content'
import { type Spoken, speak } from '@/lib/attributions/pointing-back'
import { speakerOfQuote } from '@/lib/attributions/quoted-speaker'
import { looksTranslated, quoteAround } from '@/lib/attributions/quotes'
import { type ToldText, toldText, wordsAt } from '@/lib/attributions/told-text'
import { readVoice, type Voice } from '@/lib/attributions/voice-words'
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

const SCOPE_ENDS = /(?:^|\s)(?:alors que|tandis que|while|whereas)\s/iu

const SIBLING = /(?:;|[\s,](?:and|but|et|mais|while|whereas|tandis que|alors que))\s*$/iu

/** Whether a cue begins another clause than what an earlier one introduces: "X said … and Y added that". */
function endsScopeOf(text: string, earlier: Cue, later: Cue): boolean {
  if (earlier.reach !== 'introduces' || later.place.start <= earlier.place.end) return false
  if (later.subject.start < earlier.place.start) return true
  const begins = Math.min(later.subject.start, later.place.start)
  return begins > earlier.place.end + 12 && SIBLING.test(text.slice(Math.max(earlier.place.end, begins - 20), begins))
}

/** Whether what a cue introduces, follows or frames is the passage. */
function reaches(text: string, cue: Cue, span: Utf16Range, sentence: Utf16Range): boolean {
  const outside = (place: Utf16Range) => place.end <= span.start || place.start >= span.end
  if (!outside(cue.place) || !outside(cue.subject)) return false
  if (cue.reach === 'around' || cue.reach === 'amid') return true
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

const FAR = 70
const isFar = (text: string, cue: Cue, span: Utf16Range) =>
  cue.reach === 'introduces' && text.slice(cue.place.end, span.start).length > FAR

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
    // What stands far behind a verb may be somebody else's by a verb that is not known.
    reading: inferred || (!inner && isFar(source.text, cue, scene.span)) ? HopReading.INFERRED : HopReading.CERTAIN,
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

/** The sentence in which a place stands, with its paragraph. */
function sentenceAt(source: ToldText, at: number) {
  const paragraph = source.paragraphs[source.paragraphAt(at)]
  if (!paragraph || paragraph.end <= at) return null
  const sentences = source.sentencesIn(paragraph)
  const sentence = sentences[lastBefore(sentences.length, (each) => (sentences[each]?.start ?? 0) <= at)]
  return sentence ? { paragraph, sentence } : null
}

/** The cues of a sentence that tell who says a passage of it, each clause with its own. */
function cuesOf(source: ToldText, span: Utf16Range, sentence: Utf16Range): Cue[] {
  const { text } = source
  const reaching = joined(text, source.cuesIn(sentence)).filter((cue) => reaches(text, cue, span, sentence))
  return reaching.filter((cue, at) => !reaching.slice(at + 1).some((later) => endsScopeOf(text, cue, later)))
}

/** What is said of a passage: itself, or, where the words for who says it are part of it, what these leave. */
function contentOf(source: ToldText, passage: Utf16Range): Utf16Range {
  const found = sentenceAt(source, passage.start)
  if (!found || cuesOf(source, passage, found.sentence).length > 0) return passage
  return contentWithin(source, passage, found.sentence)
}

function chainOf(telling: TextContext, passage: Utf16Range): ProposedChain | null {
  const { source } = telling
  const span = contentOf(source, passage)
  const found = sentenceAt(source, span.start)
  if (!found) return null
  const { paragraph, sentence } = found
  const quote = paragraph.quotes.find(({ start, end }) => start <= span.start && span.start < end) ?? null
  const mixed = !quote && paragraph.quotes.some(({ start, end }) => start < span.end && end > span.start)
  const scene: Scene = { ...telling, span, quote, mixed }
  const cues = cuesOf(source, span, sentence)
  const spoken = cues.map((cue) => speak(source, cue)).filter((each) => each !== null)
  const isOutside = ({ cue }: { cue: Cue }) => !quote || !quoteAround([quote], cue.place)
  // What frames or follows the whole sentence stands nearest to the article, then each introduces the next.
  const outermost = spoken.filter((each) => each.cue.reach !== 'introduces' && isOutside(each))
  const inwards = spoken.filter((each) => !outermost.includes(each))
  const framing = quote && !cues.some((cue) => isOutside({ cue })) ? speakerOfQuote(source, paragraph, quote) : null
  const ordered = [...(framing ? [framing] : []), ...outermost.reverse(), ...inwards]
  if (spoken.length < cues.length) return null
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
