import { isAnswered } from '@/lib/attributions/how-known'
import { clockFrom, dateToDay, saidOn, worldDateFrom } from '@/lib/fields'
import { countryOfFigure } from '@/lib/figures/country'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import type {
  GraphChainRow,
  GraphEvidenceRow,
  GraphHopRow,
  GraphRow,
  SourceRow,
} from '@/lib/verdicts/queries/graph-rows'
import {
  GROUND_KINDS,
  type Ground,
  type GroundGroup,
  type GroundKind,
  type Grounds,
  type IdAndName,
} from '@/lib/verdicts/schema'
import { HowKnown } from '@/prisma/generated/enums'

type GraphPart<Key extends keyof GraphRow> = NonNullable<GraphRow[Key]>
type GraphPartItem<Key extends keyof GraphRow> = GraphRow[Key] extends (infer Item)[] ? Item : never

const nameOf = ({ id, name }: IdAndName): IdAndName => ({ id, name })
const calledBy = (words: { id: string; verbatim: string } | null): IdAndName | null =>
  words && { id: words.id, name: words.verbatim }

/** The words of a claim on the newest text on which it stands: what is on earlier ones is where they stood before. */
function passagesOf({ spans }: GraphRow): string[] {
  const newest = Math.max(0, ...spans.map(({ span }) => span.version.number))
  return spans.flatMap(({ span }) => (span.version.number === newest ? [span.exact] : []))
}

const claimEntry = (claim: GraphRow): Ground => ({
  ...{ kind: 'claim', id: claim.id, version: claim.version },
  state: {
    wording: claim.wording,
    category: claim.category,
    checked: claim.checked,
    passages: passagesOf(claim),
  },
})

/** The chains that a figure is said to be stated by, each called by its origin; those that are gone keep their place. */
const statedBy = ({ attributions, article }: GraphRow, ids: readonly string[]): IdAndName[] =>
  [...ids].sort().map((id) => {
    const chain = attributions.find((each) => each.id === id)
    return { id, name: chain ? (chain.hops.at(-1)?.source.name ?? article.title) : '' }
  })

const figureEntry = (figure: GraphPartItem<'figures'>, claim: GraphRow): Ground => ({
  ...{ kind: 'figure', id: figure.id, version: figure.version },
  state: {
    ...{ verbatim: figure.verbatim, measure: figure.measure, unit: figure.unit, qualifier: figure.qualifier },
    ...{ low: figure.low, best: figure.best, high: figure.high, population: figure.population },
    ...{ group: figure.populationSource, country: countryOfFigure(figure) },
    ...{ nationality: figure.nationality, includesAttackers: figure.includesAttackers },
    asOf: worldDateFrom(
      figure.asOfVerbatim,
      figure.asOfEarliest,
      figure.asOfLatest,
      figure.asOfPrecision,
      clockFrom(figure.asOfFrom, figure.asOfUntil, figure.asOfZone),
    ),
    reportedOn: worldDateFrom(
      figure.reportedVerbatim,
      figure.reportedEarliest,
      figure.reportedLatest,
      figure.reportedPrecision,
      clockFrom(figure.reportedFrom, figure.reportedUntil, figure.reportedZone),
    ),
    ...{ place: figure.place, basis: figure.basis, rank: figure.rank },
    event: figure.event && { id: figure.event.id, name: figure.event.title },
    relation: figure.relation,
    relatedTo: calledBy(figure.relatedTo),
    supersedes: calledBy(figure.supersedes),
    statedBy: statedBy(claim, figure.statedBy),
    supersededBy: figure.supersededBy.map(({ id, verbatim, supersedesReason, claim }) => ({
      ...{ id, name: verbatim, reason: supersedesReason, claimId: claim.id, articleId: claim.articleId },
    })),
  },
})

const warningEntry = (warning: GraphPart<'warning'>): Ground => ({
  ...{ kind: 'warning', id: warning.id, version: warning.version },
  state: {
    ...{ issuer: warning.issuer, onBehalfOf: warning.onBehalfOf, audience: warning.audience },
    sent: worldDateFrom(
      warning.sentVerbatim,
      warning.sentEarliest,
      warning.sentLatest,
      warning.sentPrecision,
      clockFrom(warning.sentFrom, warning.sentUntil, warning.sentZone),
    ),
    ...{ messageType: warning.messageType, refersTo: warning.refersTo, threatActor: warning.threatActor },
    ...{ attackType: warning.attackType, targets: warning.targets, areas: warning.areas, urgency: warning.urgency },
    ...{ severity: warning.severity, certainty: warning.certainty, windowVerbatim: warning.windowVerbatim },
    ...{ windowOnset: dateToDay(warning.windowOnset), windowExpires: dateToDay(warning.windowExpires) },
    ...{ windowOnsetTime: warning.windowOnsetTime, windowExpiresTime: warning.windowExpiresTime },
    windowZone: warning.windowZone,
    ...{ instruction: warning.instruction, likelihood: warning.likelihood, outcome: warning.outcome },
  },
})

const hopState = (hop: GraphHopRow) => ({
  ...{ source: hop.source, affiliation: hop.affiliation, onBehalfOf: hop.onBehalfOf, speechAct: hop.speechAct },
  ...{ certainty: hop.certainty, form: hop.form, basis: hop.basis, reading: hop.reading },
  said: saidOn(hop),
  ...{ sourceWords: hop.sourceSpan?.exact ?? null, cueWords: hop.cueSpan?.exact ?? null },
})

// What an old chain meant is no answer: nobody has said anything yet.
const answerState = ({
  knows,
  knowsReason,
  knowsSpan,
}: Pick<GraphChainRow, 'knows' | 'knowsReason' | 'knowsSpan'>) => ({
  ...{ knows: isAnswered(knows) ? knows : null, knowsReason, knowsWords: knowsSpan?.exact ?? null },
})

const evidenceEntry = (item: GraphEvidenceRow): Ground => ({
  ...{ kind: 'evidence', id: item.id, version: item.version },
  state: {
    ...{
      stance: item.stance,
      source: item.source && nameOf(item.source),
      url: item.url,
      quote: item.quote ?? item.span?.exact ?? null,
    },
    ...{ locator: item.locator, note: item.note, directness: item.directness, credibility: item.credibility },
    hops: item.attribution?.hops.map(hopState) ?? null,
    ...answerState(item.attribution ?? { knows: HowKnown.NOT_ANSWERED, knowsReason: null, knowsSpan: null }),
  },
})

const sourceEntry = ({ id, version, name, mergedInto, reliability }: SourceRow): Ground => {
  const target = mergedInto?.mergedInto?.mergedInto ?? mergedInto?.mergedInto ?? mergedInto
  return {
    ...{ kind: 'source', id, version },
    state: {
      name,
      reliability: reliability[0]?.grade ?? null,
      reliabilityReason: reliability[0]?.reason ?? null,
      mergedInto: target && { id: target.id, name: target.name },
    },
  }
}

function originsEntry(claimId: string, counts: OriginSummary): Ground {
  const groups = (['asserting', 'contradicting'] as const).flatMap((side) =>
    counts[side].groups.map(
      ({ standing, origin, appearanceIds }): GroundGroup => ({
        ...{ side, standing, origin: origin?.name ?? null },
        accounts: appearanceIds.map((id) => ({ id, kind: 'chain', number: 0, ...counts.labels[id] })),
      }),
    ),
  )
  return { kind: 'origins', id: claimId, version: 1, state: { groups } }
}

/**
 * The articles that the claim's passages and its evidence stand in: which text is theirs, which is the newest, and whether all their
 * words are in it, as they were or as somebody has said.
 */
function articleEntries({ article, spans, evidence, anchorings }: GraphRow): Ground[] {
  const places = [
    ...spans.map(({ span }) => span.version),
    ...evidence.flatMap(({ span }) => span?.version ?? []),
    // A claim without a passage still belongs to its article.
    { number: null, article },
  ]
  const articles = new Map(places.map((place) => [place.article.id, place.article]))
  return [...articles.values()].map(({ id, title, versions }) => {
    const numbers = places.flatMap(({ number, article: of }) => (of.id === id && number !== null ? [number] : []))
    const latest = versions[0]?.number ?? 0
    const standsIn = [...new Set(numbers)].sort((a, b) => a - b)
    const sought = anchorings.filter(({ articleId, version }) => articleId === id && version.number === latest)
    const isFound = sought.every(({ outcome, state }) => state === 'TAKEN' || (state === 'OPEN' && outcome === 'EXACT'))
    const isStanding = sought.length > 0 ? isFound : standsIn.includes(latest)
    return {
      ...{ kind: 'articleVersion', id, version: latest },
      state: { article: { id, name: title }, latest, standsIn, isStanding },
    }
  })
}

const linkEntries = ({ linksAsOne, linksAsOther }: GraphRow): Ground[] =>
  [
    ...linksAsOne.map(({ id, other }) => ({ id, to: other })),
    ...linksAsOther.map(({ id, one }) => ({ id, to: one })),
  ].flatMap(({ id, to: { id: claimId, wording, articleId, deletedAt } }) =>
    deletedAt
      ? []
      : [{ kind: 'link', id, version: 1, state: { claim: { id: claimId, name: wording }, articleId } } as const],
  )

const replyEntry = (reply: GraphPartItem<'replyRequests'>): Ground => ({
  ...{ kind: 'reply', id: reply.id, version: reply.version },
  state: {
    ...{ source: reply.source, outcome: reply.outcome, askedOn: dateToDay(reply.askedOn), note: reply.note },
    ...{ answeredOn: dateToDay(reply.answeredOn), answer: reply.answer },
  },
})

const hopsOf = ({ attributions, evidence }: GraphRow) => [
  ...attributions.flatMap((chain) => chain.hops),
  ...evidence.flatMap((item) => item.attribution?.hops ?? []),
]

function namedSources(claim: GraphRow): string[] {
  const all = [
    ...hopsOf(claim).flatMap(({ source, affiliation, onBehalfOf }) => [source, affiliation, onBehalfOf]),
    ...claim.evidence.map(({ source }) => source),
    ...[claim.warning?.issuer, claim.warning?.onBehalfOf],
  ]
  return [...new Set(all.flatMap((source) => source?.id ?? []))].sort()
}

/** The sources that a claim names, and those that an earlier verdict on it names, which may have been merged away since. */
export const sourcesUnder = (claim: GraphRow, earlier: Grounds = []): string[] => [
  ...new Set([...namedSources(claim), ...earlier.flatMap(({ kind, id }) => (kind === 'source' ? [id] : []))]),
]

/** A claim with its origins, and the sources that it names or that a verdict on it named. */
export type LoadedGraph = { row: GraphRow; origins: OriginSummary; sources: ReadonlyMap<string, SourceRow> }

/** How what a verdict rests on is read, kind by kind, each thing in its present version and state. `earlier`: one that it is compared with. */
const READ: Record<GroundKind, (of: LoadedGraph, earlier: Grounds) => Ground[]> = {
  claim: ({ row }) => [claimEntry(row)],
  figure: ({ row }) => row.figures.map((figure) => figureEntry(figure, row)),
  warning: ({ row }) => (row.warning ? [warningEntry(row.warning)] : []),
  attribution: ({ row }) =>
    row.attributions.map((chain) => ({
      ...{ kind: 'attribution' as const, id: chain.id, version: chain.version },
      state: { hops: chain.hops.map(hopState), ...answerState(chain) },
    })),
  evidence: ({ row }) => row.evidence.map(evidenceEntry),
  source: ({ row, sources }, earlier) =>
    sourcesUnder(row, earlier).flatMap((id) => {
      const source = sources.get(id)
      return source ? [sourceEntry(source)] : []
    }),
  origins: ({ row, origins }) => [originsEntry(row.id, origins)],
  link: ({ row }) => linkEntries(row),
  articleVersion: ({ row }) => articleEntries(row),
  reply: ({ row }) => row.replyRequests.map(replyEntry),
}

/** What a verdict on the claim would rest on now. */
export const currentGrounds = (of: LoadedGraph, earlier: Grounds = []): Grounds =>
  GROUND_KINDS.flatMap((kind) => READ[kind](of, earlier))
