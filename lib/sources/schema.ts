import { z } from 'zod'
import {
  calendarDay,
  optionalCalendarDate,
  optionalText,
  optionalUrl,
  requiredName,
  requiredText,
  seenVersion,
} from '@/lib/fields'
import { mergeId, reliabilityId, sourceId, sourcePartId } from '@/lib/ids'
import { ADDABLE_KINDS } from '@/lib/sources/kinds'
import { ReliabilityGrade, SourceKind } from '@/prisma/generated/enums'

export const MAX_ALIASES = 50
const sourceName = requiredName(300, 'source.nameMissing')
const aliases = z.array(requiredName(300)).max(MAX_ALIASES, 'source.tooManyAliases')
const optionalSource = sourceId.nullish().transform((id) => id ?? null)

/** For an unnamed voice the name is the text's own words for it: "un responsable du ministère", "on". */
export const addSourceInput = z.object({
  id: sourceId,
  kind: z.enum(ADDABLE_KINDS, 'source.kindMissing'),
  name: sourceName,
  aliases: aliases.default([]),
  role: optionalText(300),
  parentId: optionalSource,
  url: optionalUrl,
})

export type NewSource = z.output<typeof addSourceInput>

/** A Wikidata item: the letter Q and a number. */
const wikidataId = optionalText(20).pipe(
  z
    .string()
    .regex(/^Q[1-9]\d*$/i, 'source.wikidata')
    .toUpperCase()
    .nullable(),
)

/** `version` is the one that the person saw: another one now is a conflict. A confidential source keeps its kind. */
export const editSourceInput = z.object({
  id: sourceId,
  version: seenVersion,
  kind: z.enum(SourceKind, 'source.kindMissing'),
  name: sourceName,
  aliases,
  role: optionalText(300),
  parentId: optionalSource,
  url: optionalUrl,
  wikidataId,
  interests: optionalText(4000),
  /** Null: not said; then its name is asked. */
  isGovernment: z
    .boolean()
    .nullish()
    .transform((is) => is ?? null),
})

export type EditSource = z.output<typeof editSourceInput>

/** A judgement of a source's reliability as of a day; never edited, only followed by another. */
export const judgeSourceInput = z.object({
  id: reliabilityId,
  sourceId,
  grade: z.enum(ReliabilityGrade, 'source.gradeMissing'),
  reason: requiredText(2000, 'source.reasonMissing'),
  judgedOn: calendarDay('invalidDate'),
})

/** The versions are those that the preview showed. */
export const mergeSourcesInput = z.object({
  id: mergeId,
  keptId: sourceId,
  keptVersion: seenVersion,
  droppedId: sourceId,
  droppedVersion: seenVersion,
})

export const undoMergeInput = z.object({ id: mergeId })

/** An organisation that is part of another, between two dates where they are known. */
export const setPartInput = z
  .object({
    id: sourcePartId,
    sourceId,
    wholeId: z.uuid('source.wholeMissing').pipe(sourceId),
    since: optionalCalendarDate,
    until: optionalCalendarDate,
    reason: optionalText(2000),
  })
  .refine(({ since, until }) => !since || !until || since.earliest <= until.latest, {
    error: 'dateOrder',
    path: ['until'],
  })

export const removePartInput = z.object({ id: sourcePartId })

export type SetPart = z.output<typeof setPartInput>

/** Every column that refers to a source and that a merge moves. */
export const MERGED_COLUMNS = [
  { table: 'Hop', column: 'sourceId' },
  { table: 'Hop', column: 'affiliationId' },
  { table: 'Hop', column: 'onBehalfOfId' },
  { table: 'Evidence', column: 'sourceId' },
  { table: 'Warning', column: 'issuerId' },
  { table: 'Warning', column: 'onBehalfOfId' },
  { table: 'Article', column: 'outletId' },
  { table: 'Source', column: 'parentId' },
  { table: 'ReplyRequest', column: 'sourceId' },
  { table: 'SourcePart', column: 'sourceId' },
  { table: 'SourcePart', column: 'wholeId' },
  { table: 'Figure', column: 'populationSourceId' },
] as const

/** What `SourceMerge.moved` holds: the rows that were moved, column by column, and the aliases that the kept one got. */
export const mergeMoved = z.object({
  references: z.array(z.object({ table: z.string(), column: z.string(), ids: z.array(z.uuid()) })),
  aliases: z.array(z.string()),
})

export type MergeMoved = z.output<typeof mergeMoved>

/** What is told of a source that was made along with a chain, or went with it. */
export const passingSource = z.object({ id: z.uuid(), kind: z.enum(SourceKind), name: z.string() })
export type PassingSource = z.output<typeof passingSource>

/** The sources that came and went with a command, as its audit row keeps them. */
export const passingSources = z.object({
  madeSources: z.array(passingSource).default([]),
  discardedSources: z.array(passingSource).default([]),
})

export const searchSourcesInput = z.object({
  text: optionalText(300),
  kinds: z.array(z.enum(SourceKind)).max(10).default([]),
  limit: z.int().min(1).max(50).default(20),
})

/** A name that is about to be given, to look for those that may be meant. */
export const nearSourcesInput = z.object({
  name: optionalText(300),
  kind: z.enum(SourceKind),
  except: sourceId.nullish(),
})

/** Where a source stands in chains; `never` in none and in no evidence. */
export const CHAIN_PLACES = ['origin', 'relay', 'never'] as const
export const SOURCE_ORDERS = ['name', 'newest', 'claims'] as const
/** An article under check is a document too, and asked for apart. */
export const LISTED_KINDS = [...Object.values(SourceKind), 'ARTICLE'] as const
export const GRADES = [...Object.values(ReliabilityGrade), 'none'] as const

export const listSourcesInput = z.object({
  search: optionalText(200),
  kind: z.enum(LISTED_KINDS).nullish(),
  place: z.enum(CHAIN_PLACES).nullish(),
  grade: z.enum(GRADES).nullish(),
  order: z.enum(SOURCE_ORDERS).default('name'),
  page: z.int().min(1).max(10_000).default(1),
  /** The source after which the page begins, instead of a number. */
  after: sourceId.nullish(),
})

export type ListSources = z.output<typeof listSourcesInput>

/** A source of the desk that may be meant by a name, and what tells it apart from others of the name. */
export type SourceCandidate = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  parent: string | null
  /** What it is part of, an article in which it stands, and in how many claims; null: not looked up. */
  whole: string | null
  article: string | null
  claims: number | null
}

/** What a form knows of a source that the desk does not have yet. */
type FreshSource = {
  parent: SourceValue | null
  /** A person entered it; else a rule read it out of a text. */
  byHand: boolean
  /** Those of the desk that may be meant: a person is asked. */
  candidates: readonly SourceCandidate[]
  /** It is none of them: a person says so, with what tells it apart. Null: nobody has said. */
  other: string | null
}

/** A source as a form holds it; `fresh` where it is made when the form is saved. */
export type SourceValue = { id: string; name: string; kind: SourceKind; role: string | null; fresh?: FreshSource }
