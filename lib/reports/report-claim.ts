import { z } from 'zod'
import { STATED_HOW } from '@/lib/figures/figure-chains'
import { STANDINGS } from '@/lib/independence/placed'
import { reportOrigin, reportOrigins } from '@/lib/reports/report-origins'
import { CHANGES } from '@/lib/verdicts/attention'
import { GROUND_KINDS } from '@/lib/verdicts/schema'
import {
  Certainty,
  CheckedAspect,
  ClaimCategory,
  DatePrecision,
  EvidenceDirectness,
  FigureBasis,
  FigureMeasure,
  FigurePopulation,
  FigureQualifier,
  FigureRank,
  FigureRelation,
  HopBasis,
  HopReading,
  HowKnown,
  IncludesAttackers,
  ReplyOutcome,
  ReviewState,
  SingleSourceKind,
  SourceKind,
  SpeechAct,
  SpeechForm,
  Stance,
  WarningCertainty,
  WarningMessageType,
  WarningOutcome,
  WarningSeverity,
  WarningUrgency,
} from '@/prisma/generated/enums'

// The parts of a verdict report, in the order in which its JSON writes them.

const text = z.string().nullable()
const number = z.number().nullable()
export const moment = z.iso.datetime()
const day = z.iso.date()
const time = z.iso.time({ precision: -1 })
export const sha256 = z.hash('sha256')

export const reportDate = z
  .object({
    ...{ verbatim: text, earliest: day, latest: day, precision: z.enum(DatePrecision) },
    /** Where times are known: `HH:MM` on those days; `zone`: an IANA name, an offset, "local", or null where nobody said. */
    clock: z.object({ from: time, until: time, zone: text }).optional(),
  })
  .nullable()

/** A confidential source has neither id nor institution here: its name is a pseudonym, made to leave the house. */
export const reportSource = z.object({
  id: z.uuid().nullable(),
  kind: z.enum(SourceKind),
  name: z.string(),
  role: text,
  /** Issuer of a document, owner of an outlet, institution of a voice. */
  parent: text,
})

/** Words at their place in a text: code points, `start` included, `end` not; paragraphs count from 1. */
const place = {
  version: z.int(),
  versionSha256: sha256,
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
}
const words = z.object(place)

const hop = z.object({
  source: reportSource,
  affiliation: reportSource.nullable(),
  onBehalfOf: reportSource.nullable(),
  speechAct: z.enum(SpeechAct),
  certainty: z.enum(Certainty),
  form: z.enum(SpeechForm),
  basis: z.enum(HopBasis),
  reading: z.enum(HopReading),
  said: reportDate,
  sourceWords: words.nullable(),
  cueWords: words.nullable(),
})

/** Hops from the text outwards; with none the text names nobody. */
const chain = z.object({
  id: z.uuid(),
  side: z.enum(['asserts', 'denies', 'neither']),
  /** Of a chain without hops, and of one that ends at an outlet: how the text knows, and by which words or for what reason. */
  knows: z.enum(HowKnown),
  knowsReason: text,
  knowsWords: words.nullable(),
  hops: z.array(hop),
})

/** Another figure, of this claim or of another one. */
const linkedFigure = z.object({ id: z.uuid(), claimId: z.uuid(), wording: z.string(), verbatim: z.string() })

const figure = z.object({
  id: z.uuid(),
  measure: z.enum(FigureMeasure),
  unit: text,
  verbatim: z.string(),
  qualifier: z.enum(FigureQualifier),
  low: number,
  best: number,
  high: number,
  population: z.enum(FigurePopulation),
  /** The armed group that is counted. */
  group: reportSource.nullable(),
  /** ISO 3166-1 alpha-2. */
  country: text,
  /** In free words. */
  nationality: text,
  includesAttackers: z.enum(IncludesAttackers),
  asOf: reportDate,
  reportedOn: reportDate,
  place: text,
  basis: z.enum(FigureBasis),
  rank: z.enum(FigureRank),
  event: text,
  /** What it is to `relatedTo`. */
  relation: z.enum(FigureRelation).nullable(),
  relatedTo: linkedFigure.nullable(),
  /** The figure whose place it takes, and why. */
  supersedes: linkedFigure.nullable(),
  supersedesReason: text,
  /** Those that took its place: it is not what holds any more. */
  supersededBy: z.array(linkedFigure),
  /** Whose it is: the chains of the claim that state it, how that is known, and their origins. */
  stated: z.object({
    how: z.enum(STATED_HOW),
    chainIds: z.array(z.uuid()),
    origins: z.array(z.object({ standing: z.enum(STANDINGS), origin: reportOrigin.nullable() })),
  }),
})

const warning = z.object({
  id: z.uuid(),
  issuer: reportSource.nullable(),
  onBehalfOf: reportSource.nullable(),
  audience: text,
  sent: reportDate,
  messageType: z.enum(WarningMessageType),
  /** The claim that states the warning which this one updates or cancels; `refersTo` says it in words. */
  refersToClaim: z
    .object({ id: z.uuid(), number: z.int(), wording: z.string(), articleId: z.uuid(), articleTitle: z.string() })
    .nullable(),
  refersTo: text,
  event: text,
  threatActor: text,
  attackType: text,
  targets: text,
  areas: text,
  urgency: z.enum(WarningUrgency),
  severity: z.enum(WarningSeverity),
  certainty: z.enum(WarningCertainty),
  windowVerbatim: text,
  windowOnset: day.nullable(),
  windowExpires: day.nullable(),
  /** `HH:MM` on those days. */
  windowOnsetTime: time.nullable(),
  windowExpiresTime: time.nullable(),
  windowZone: text,
  instruction: text,
  likelihood: text,
  outcome: z.enum(WarningOutcome),
})

const evidence = z.object({
  id: z.uuid(),
  /** Within its claim, from 1: what a verdict's reader is pointed to. */
  number: z.int(),
  stance: z.enum(Stance),
  source: reportSource.nullable(),
  url: text,
  /** A passage of another article of the project. */
  passage: z.object({ articleId: z.uuid(), articleTitle: z.string(), ...place }).nullable(),
  quote: text,
  locator: text,
  note: text,
  directness: z.enum(EvidenceDirectness),
  credibility: z.int().nullable(),
  capturedAt: moment.nullable(),
  capturedSha256: text,
  attribution: chain.nullable(),
  addedBy: z.string(),
  addedAt: moment,
  withdrawnAt: moment.nullable(),
})

/** What has changed; the fields by name alone, as what they hold may be for the desk only. */
const attention = z.object({
  kind: z.enum(GROUND_KINDS),
  what: z.enum(CHANGES),
  /** Null of a confidential source. */
  id: z.uuid().nullable(),
  /** What a reader calls it: a figure's words, a source's name. */
  name: text,
  fields: z.array(z.string()),
})

/** Whether somebody whom the claim is about was asked for a reply, by which way, and what came back. */
const reply = z.object({
  id: z.uuid(),
  source: reportSource,
  outcome: z.enum(ReplyOutcome),
  askedOn: day.nullable(),
  note: text,
  answeredOn: day.nullable(),
  answer: text,
})

const verdict = z.object({
  id: z.uuid(),
  rating: z.object({
    key: z.string(),
    labelFr: z.string(),
    labelEn: z.string(),
    value: z.int().nullable(),
    colour: z.string(),
  }),
  rationale: z.string(),
  method: text,
  asOf: day,
  author: z.string(),
  recordedAt: moment,
  claimRevision: z.int(),
  /** False: what it judged has changed since. */
  isPresent: z.boolean(),
  isApproved: z.boolean(),
  reliesOn: z.array(z.uuid()),
  /** What this verdict rests on and is not what it was; of the shown verdict only. Empty: it needs no attention. */
  needsAttention: z.array(attention),
})

const claimFacts = {
  id: z.uuid(),
  number: z.int(),
  wording: z.string(),
  category: z.enum(ClaimCategory),
  checked: z.enum(CheckedAspect),
}
const passages = z.array(z.object({ ...place, prefix: z.string(), suffix: z.string() }))

export const reportClaim = z.object({
  ...claimFacts,
  tags: z.array(z.string()),
  state: z.enum(ReviewState),
  stateSince: moment,
  isDraft: z.boolean(),
  revision: z.int(),
  passages,
  attributions: z.array(chain),
  origins: reportOrigins,
  figures: z.array(figure),
  warning: warning.nullable(),
  replies: z.array(reply),
  evidence: z.array(evidence),
  /** All of them, the newest first. */
  verdicts: z.array(verdict),
  approval: z
    .object({
      ...{ by: z.string(), at: moment, verdictId: z.uuid() },
      /** Where the origins did not suffice: why. The kind is null where the reason was given before kinds existed. */
      singleSourceKind: z.enum(SingleSourceKind).nullable(),
      singleSourceReason: text,
    })
    .nullable(),
})

export const droppedClaim = z.object({ ...claimFacts, passages, reason: text, by: text, at: moment })

export type ReportSource = z.output<typeof reportSource>
export type ReportHop = z.output<typeof hop>
export type ReportChain = z.output<typeof chain>
export type ReportFigure = z.output<typeof figure>
export type ReportWarning = z.output<typeof warning>
export type ReportEvidence = z.output<typeof evidence>
export type ReportReply = z.output<typeof reply>
export type ReportVerdict = z.output<typeof verdict>
export type ReportChange = z.output<typeof attention>
export type ReportPassage = z.output<typeof passages>[number]
export type ReportClaim = z.output<typeof reportClaim>
export type DroppedClaim = z.output<typeof droppedClaim>

/** The verdict that a reader is shown first: the approved one, else the newest, which is then only proposed. */
export const shownVerdict = (claim: Pick<ReportClaim, 'verdicts'>): ReportVerdict | null =>
  claim.verdicts.find(({ isApproved }) => isApproved) ?? claim.verdicts[0] ?? null
