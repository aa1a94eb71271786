import { z } from 'zod'
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
  HopBasis,
  HopReading,
  IncludesAttackers,
  ReviewState,
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
export const sha256 = z.hash('sha256')

export const reportDate = z
  .object({ verbatim: text, earliest: day, latest: day, precision: z.enum(DatePrecision) })
  .nullable()

/** A confidential source has neither id nor name nor institution here: its role is all that leaves the house. */
export const reportSource = z.object({
  id: z.uuid().nullable(),
  kind: z.enum(SourceKind),
  name: text,
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

/** Hops from the text outwards; none is the text's own voice. */
const chain = z.object({ id: z.uuid(), side: z.enum(['asserts', 'denies', 'neither']), hops: z.array(hop) })

const sideCount = z.object({ accounts: z.int(), origins: z.int(), undetermined: z.int() })

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
  nationality: text,
  includesAttackers: z.enum(IncludesAttackers),
  asOf: reportDate,
  reportedOn: reportDate,
  place: text,
  basis: z.enum(FigureBasis),
  rank: z.enum(FigureRank),
})

const warning = z.object({
  id: z.uuid(),
  issuer: reportSource.nullable(),
  onBehalfOf: reportSource.nullable(),
  audience: text,
  sent: reportDate,
  messageType: z.enum(WarningMessageType),
  refersTo: text,
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
  origins: z.object({ asserting: sideCount, contradicting: sideCount }),
  figures: z.array(figure),
  warning: warning.nullable(),
  evidence: z.array(evidence),
  /** All of them, the newest first. */
  verdicts: z.array(verdict),
  approval: z.object({ by: z.string(), at: moment, verdictId: z.uuid(), singleSourceReason: text }).nullable(),
})

export const droppedClaim = z.object({ ...claimFacts, passages, reason: text, by: text, at: moment })

export type ReportSource = z.output<typeof reportSource>
export type ReportHop = z.output<typeof hop>
export type ReportChain = z.output<typeof chain>
export type ReportFigure = z.output<typeof figure>
export type ReportWarning = z.output<typeof warning>
export type ReportEvidence = z.output<typeof evidence>
export type ReportVerdict = z.output<typeof verdict>
export type ReportPassage = z.output<typeof passages>[number]
export type ReportClaim = z.output<typeof reportClaim>
export type DroppedClaim = z.output<typeof droppedClaim>

/** The verdict that a reader is shown first: the approved one, else the newest, which is then only proposed. */
export const shownVerdict = (claim: Pick<ReportClaim, 'verdicts'>): ReportVerdict | null =>
  claim.verdicts.find(({ isApproved }) => isApproved) ?? claim.verdicts[0] ?? null
