import type { ParagraphOf } from '@/lib/articles/queries'
import { chainSide, inOrder } from '@/lib/attributions/chain'
import { isWithinDay } from '@/lib/dates/world-date'
import { foundOr404 } from '@/lib/errors'
import { dateToDay } from '@/lib/fields'
import { type Appearance, asCounted, questionOf } from '@/lib/independence/origins'
import type {
  CountedChainRow,
  CountedClaimRow,
  CountedEvidenceRow,
  CountedHopRow,
  WordsRow,
} from '@/lib/independence/queries/claim-rows'
import type { DaySpan, SourceNode } from '@/lib/independence/stands-for'
import type { Telling, ToldPassage } from '@/lib/independence/tellings'
import type { AppearanceView } from '@/lib/independence/view'
import { nameKey } from '@/lib/sources/name-key'
import { CheckedAspect, HowKnown, type Stance } from '@/prisma/generated/enums'

/** An appearance as it is counted, shown and compared with others. */
export type PooledAppearance = { appearance: Appearance; view: AppearanceView; telling: Telling }

type NodeOf = (id: string | null) => SourceNode | null

const SIDES = { asserts: 'asserts', denies: 'contradicts', neither: 'neither' } as const
const STANCE_SIDES: Record<Stance, Appearance['side']> = {
  SUPPORTS: 'asserts',
  REPEATS: 'asserts',
  CONTRADICTS: 'contradicts',
  QUALIFIES: 'neither',
  CONTEXT: 'neither',
  SEARCHED_NOTHING_FOUND: 'neither',
}
/** The side of the claim on which an evidence item of this stance stands. */
export const stanceSide = (stance: Stance): Appearance['side'] => STANCE_SIDES[stance]

const LEAST_WORDS = 30

/** The voice of a piece of evidence: the source that it names, else the article whose passage it is. */
export const evidenceVoice = (item: CountedEvidenceRow) => item.sourceId ?? item.span?.version.article.sourceId ?? null

// Few words stand in many texts: with those around them they tell where they come from.
const toldAt = ({ versionId, start, end, exact, prefix, suffix }: WordsRow): ToldPassage => ({
  ...{ in: versionId, start, end },
  words: exact.length < LEAST_WORDS ? `${prefix}${exact}${suffix}` : exact,
})

function daysBetween(first: Date | null | undefined, last: Date | null | undefined): DaySpan | null {
  const [earliest, latest] = [first ?? null, last ?? null].map(dateToDay)
  return earliest && latest ? { earliest, latest } : null
}

const publishedOf = (article: { publishedEarliest: Date | null; publishedLatest: Date | null } | undefined) =>
  daysBetween(article?.publishedEarliest, article?.publishedLatest)

/** The claim's passages that this chain tells: those in whose paragraph its words stand, or no chain's; without words, all. */
function passagesOfChain(
  chain: CountedChainRow,
  { attributions, spans }: CountedClaimRow,
  paragraphOf: ParagraphOf,
): ToldPassage[] {
  const standsIn = ({ hops }: CountedChainRow, span: WordsRow) => {
    const paragraph = paragraphOf(span)
    if (paragraph === null) return false
    const places = hops.flatMap((hop) => [hop.sourceSpan, hop.cueSpan])
    return places.some((at) => at?.versionId === span.versionId && paragraphOf(at) === paragraph)
  }
  const isAnchored = chain.hops.some(({ sourceSpan, cueSpan }) => sourceSpan ?? cueSpan)
  return spans.flatMap(({ span }) =>
    !isAnchored || standsIn(chain, span) || !attributions.some((each) => standsIn(each, span)) ? [toldAt(span)] : [],
  )
}

const hopsOf = (rows: readonly CountedHopRow[], node: NodeOf, published: DaySpan | null): Appearance['hops'] =>
  inOrder(rows).map((hop) => ({
    source: foundOr404(node(hop.sourceId), 'source'),
    affiliation: node(hop.affiliationId),
    onBehalfOf: node(hop.onBehalfOfId),
    // A time of day lies on a day.
    day: hop.saidEarliest && isWithinDay(hop.saidPrecision) ? dateToDay(hop.saidEarliest) : null,
    days: daysBetween(hop.saidEarliest, hop.saidLatest) ?? published,
  }))

type AppearancePlace = Pick<AppearanceView, 'number' | 'claimId'> & { articleId: string | null }

function pooled(
  appearance: Appearance,
  rows: readonly CountedHopRow[],
  named: AppearancePlace,
  told: Omit<Telling, 'appearanceId'>,
) {
  const { id, side, text, hops, kind, knows } = appearance
  const { articleId, ...view } = named
  const acts = inOrder(rows).map(({ speechAct }) => speechAct)
  const steps = hops.flatMap(({ source, affiliation, onBehalfOf }, at) => {
    const { id: sourceId, name, kind, role } = source
    const speechAct = acts[at]
    const names = { affiliation: affiliation?.name ?? null, onBehalfOf: onBehalfOf?.name ?? null }
    return speechAct ? [{ source: { id: sourceId, name, kind, role }, ...names, speechAct }] : []
  })
  return {
    appearance,
    view: {
      ...view,
      id,
      kind,
      side,
      knows,
      text: text && { sourceId: text.id, name: text.name, articleId },
      hops: steps,
      question: null,
    },
    telling: { ...told, appearanceId: id },
  }
}

function ofChain(
  chain: CountedChainRow,
  number: number,
  claim: CountedClaimRow,
  node: NodeOf,
  paragraphOf: ParagraphOf,
): PooledAppearance {
  const [text, published] = [node(claim.article.sourceId), publishedOf(claim.article)]
  const { id, knows } = chain
  const side = SIDES[chainSide(chain.hops)]
  const hops = hopsOf(chain.hops, node, published)
  const appearance = { id, side, hops, text, published, kind: 'chain' as const, knows, hasSpeaker: false }
  const { articleId } = claim
  return pooled(
    appearance,
    chain.hops,
    { number, claimId: claim.id, articleId },
    {
      textId: articleId,
      published,
      passages: passagesOfChain(chain, claim, paragraphOf),
    },
  )
}

/** Whether somebody speaks in an item's words whom it does not name as its source already. */
function speaksIn({ reading, source }: CountedEvidenceRow): boolean {
  const names = new Set([source?.name ?? '', ...(source?.aliases ?? [])].map(nameKey))
  const [only] = reading?.speakers.length === 1 ? reading.speakers : []
  return reading?.hasSpeaker === true && !(only && names.has(nameKey(only)))
}

function ofEvidence(item: CountedEvidenceRow, number: number, claimId: string, node: NodeOf): PooledAppearance {
  const rows = item.attribution?.hops ?? []
  const text = node(evidenceVoice(item))
  const article = item.span?.version.article
  const published = publishedOf(article)
  const appearance = {
    ...{ id: item.id, side: stanceSide(item.stance), hops: hopsOf(rows, node, published), text, published },
    kind: 'evidence' as const,
    ...{ knows: item.attribution?.knows ?? HowKnown.NOT_ANSWERED, hasSpeaker: speaksIn(item) },
  }
  const { quote, span } = item
  const own = quote ? [{ in: item.id, start: 0, end: Array.from(quote).length, words: quote }] : []
  return pooled(
    appearance,
    rows,
    { number, claimId, articleId: article?.id ?? null },
    { textId: article?.id ?? item.id, published, passages: span ? [toldAt(span)] : own },
  )
}

/** Evidence that is the very passage of a claim counted with it: that claim's chains tell it already. */
function isToldAlready({ stance, attribution, span }: CountedEvidenceRow, pool: readonly CountedClaimRow[]): boolean {
  if (stanceSide(stance) !== 'asserts' || attribution || !span) return false
  const isThere = (other: WordsRow) =>
    other.versionId === span.versionId && other.start < span.end && span.start < other.end
  return pool.some(({ attributions, spans }) => attributions.length > 0 && spans.some((each) => isThere(each.span)))
}

/** What is asked of the first claim of a pool, whatever is asked of those that say the same. */
export const checkedIn = ([root]: readonly CountedClaimRow[]): CheckedAspect => root?.checked ?? CheckedAspect.CONTENT

/** Every appearance of the claims of a pool. `paragraphOf`: for the places of claims with several chains. */
export function appearancesOf(
  pool: readonly CountedClaimRow[],
  node: NodeOf,
  paragraphOf: ParagraphOf,
): PooledAppearance[] {
  const all = pool.flatMap((claim) => [
    ...claim.attributions.map((chain, at) => ofChain(chain, at + 1, claim, node, paragraphOf)),
    ...claim.evidence.flatMap((item, at) =>
      isToldAlready(item, pool) ? [] : [ofEvidence(item, at + 1, claim.id, node)],
    ),
  ])
  const checked = checkedIn(pool)
  return all.map(({ appearance, view, telling }) => {
    // What counts on neither side is asked nothing.
    const question = appearance.side === 'neither' ? null : questionOf(asCounted(appearance, checked))
    return { appearance, telling, view: { ...view, question } }
  })
}
