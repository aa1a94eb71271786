import { z } from 'zod'
import { optionalText, optionalWorldDate, requiredText, seenVersion } from '@/lib/fields'
import { COUNTRIES } from '@/lib/figures/demonyms'
import { quantityReasons } from '@/lib/figures/quantity'
import { attributionId, claimId, eventId, figureId, sourceId } from '@/lib/ids'
import {
  FigureBasis,
  FigureMeasure,
  FigurePopulation,
  FigureQualifier,
  FigureRank,
  FigureRelation,
  IncludesAttackers,
  type SourceKind,
} from '@/prisma/generated/enums'

// Beyond this a double no longer tells neighbouring whole numbers apart.
const number = z
  .number('figure.notANumber')
  .min(-Number.MAX_SAFE_INTEGER, 'figure.notANumber')
  .max(Number.MAX_SAFE_INTEGER, 'figure.notANumber')
  .nullish()
  .transform((given) => given ?? null)

const otherFigure = figureId.nullish().transform((id) => id ?? null)

/** A figure whole. `version` is the one that the person saw; null makes a new one. */
export const saveFigureInput = z
  .object({
    id: figureId,
    claimId,
    version: seenVersion.nullable(),
    measure: z.enum(FigureMeasure, 'figure.measureMissing'),
    unit: optionalText(100),
    verbatim: requiredText(500, 'figure.verbatimMissing'),
    qualifier: z.enum(FigureQualifier, 'figure.qualifierMissing'),
    low: number,
    best: number,
    high: number,
    population: z.enum(FigurePopulation).default(FigurePopulation.NOT_STATED),
    populationSourceId: sourceId.nullish().transform((id) => id ?? null),
    country: z
      .string()
      .nullish()
      .transform((code) => code || null)
      .refine((code) => code === null || COUNTRIES.includes(code), 'figure.countryUnknown'),
    nationality: optionalText(200),
    includesAttackers: z.enum(IncludesAttackers).default(IncludesAttackers.NOT_STATED),
    asOf: optionalWorldDate,
    reportedOn: optionalWorldDate,
    place: optionalText(300),
    basis: z.enum(FigureBasis).default(FigureBasis.NOT_STATED),
    rank: z.enum(FigureRank).default(FigureRank.NORMAL),
    eventId: eventId.nullish().transform((id) => id ?? null),
    relation: z
      .enum(FigureRelation)
      .nullish()
      .transform((relation) => relation ?? null),
    relatedToId: otherFigure,
    supersedesId: otherFigure,
    supersedesReason: optionalText(1000),
    /** The chains of the claim that state it; left out: those that did. None: nobody says so. */
    statedBy: z
      .array(attributionId)
      .max(50)
      .transform((ids) => [...new Set(ids)])
      .optional(),
  })
  .superRefine((figure, issues) => {
    const refuse = (message: string, path: string) => issues.addIssue({ code: 'custom', message, path: [path] })
    for (const { key, path } of quantityReasons(figure)) refuse(key, path)
    if (figure.populationSourceId && figure.population !== FigurePopulation.ARMED_GROUP)
      refuse('figure.groupOfNone', 'populationSourceId')
    if (figure.relation && !figure.relatedToId) refuse('figure.relatedToMissing', 'relatedToId')
    if (figure.relatedToId && !figure.relation) refuse('figure.relationMissing', 'relation')
    if (figure.supersedesId && !figure.supersedesReason) refuse('figure.supersedesReasonMissing', 'supersedesReason')
  })

export const removeFigureInput = z.object({ id: figureId, claimId, version: seenVersion })

export type FigureInput = z.output<typeof saveFigureInput>
export type FigureFields = Omit<FigureInput, 'id' | 'claimId' | 'version'>
export type SeenFigure = z.output<typeof removeFigureInput>

/** What a figure says by itself, without the event and the other figures that it is put to. */
export type FigureFacts = Omit<
  FigureFields,
  ('eventId' | 'relation' | 'relatedToId' | 'supersedesId' | 'supersedesReason') | ('statedBy' | 'populationSourceId')
> & {
  /** The armed group that is counted. */
  group: { id: string; name: string; kind: SourceKind; role: string | null } | null
}

// In the order in which the screens offer them.
export const FIGURE_MEASURES = Object.values(FigureMeasure)
export const FIGURE_QUALIFIERS = Object.values(FigureQualifier)
export const FIGURE_POPULATIONS = [
  FigurePopulation.NOT_STATED,
  ...Object.values(FigurePopulation).filter((each) => each !== FigurePopulation.NOT_STATED),
]
export const INCLUDES_ATTACKERS = [IncludesAttackers.NOT_STATED, IncludesAttackers.YES, IncludesAttackers.NO] as const
export const FIGURE_BASES = [
  FigureBasis.NOT_STATED,
  ...Object.values(FigureBasis).filter((each) => each !== FigureBasis.NOT_STATED),
]
export const FIGURE_RANKS = [FigureRank.NORMAL, FigureRank.PREFERRED, FigureRank.DEPRECATED] as const
export const FIGURE_RELATIONS = Object.values(FigureRelation)
