import { draftOf, type WorldDateDraft } from '@/lib/dates/world-date'
import type { EventValue } from '@/lib/events/schema'
import { countryName, countryOf } from '@/lib/figures/country'
import type { FigureView } from '@/lib/figures/queries'
import type { SourceValue } from '@/lib/sources/schema'
import type { FigureRelation } from '@/prisma/generated/enums'

type FigureChoiceField = 'measure' | 'qualifier' | 'population' | 'includesAttackers' | 'basis' | 'rank'
type FigureTextField = 'verbatim' | 'unit' | 'low' | 'best' | 'high' | 'nationality' | 'place'

/** A figure while somebody enters it: texts as typed; a figure that is not chosen is ''. */
export type FigureDraft = Pick<FigureView, FigureChoiceField> &
  Record<FigureTextField, string> &
  Record<'asOf' | 'reportedOn', WorldDateDraft> & {
    group: SourceValue | null
    event: EventValue | null
    relation: FigureRelation | ''
    relatedToId: string
    supersedesId: string
    supersedesReason: string
    /** The chains that state it; null: nobody has chosen any, and what the paragraph tells stands. */
    statedBy: string[] | null
  }

const text = (value: string | number | null | undefined) => (value == null ? '' : String(value))

// What a text says once for all the figures of a sentence.
const KEPT = ['event', 'asOf', 'reportedOn', 'nationality', 'basis', 'place'] as const
/** What a new figure starts from: the event, date and basis of the one that was entered before it. */
export type FigureStart = Partial<Pick<FigureDraft, (typeof KEPT)[number]>>

/** What the next figure keeps of one that has been entered. */
export const keptOf = (draft: FigureDraft): FigureStart =>
  Object.fromEntries(KEPT.map((field) => [field, draft[field]]))

/** What the form starts from: the figure, or a new one quoted from the claim's own words. */
export function draftOfFigure(
  figure: FigureView | undefined,
  passage: string,
  locale: string,
  start: FigureStart = {},
): FigureDraft {
  return {
    verbatim: figure?.verbatim ?? passage.slice(0, 500),
    measure: figure?.measure ?? 'KILLED',
    unit: text(figure?.unit),
    qualifier: figure?.qualifier ?? 'EXACT',
    low: text(figure?.low),
    best: text(figure?.best),
    high: text(figure?.high),
    population: figure?.population ?? 'NOT_STATED',
    // One field: a country goes by its name.
    nationality: figure?.country ? countryName(figure.country, locale) : text(figure?.nationality),
    group: figure?.group ?? null,
    includesAttackers: figure?.includesAttackers ?? 'NOT_STATED',
    asOf: draftOf(figure?.asOf ?? null),
    reportedOn: draftOf(figure?.reportedOn ?? null),
    place: text(figure?.place),
    basis: figure?.basis ?? 'NOT_STATED',
    rank: figure?.givenRank ?? 'NORMAL',
    event: figure?.event ?? null,
    relation: figure?.relation ?? '',
    relatedToId: text(figure?.relatedTo?.id),
    supersedesId: text(figure?.supersedes?.id),
    supersedesReason: text(figure?.supersedesReason),
    statedBy: figure && figure.statedBy.length > 0 ? figure.statedBy : null,
    ...(figure ? {} : start),
  }
}

/** What is sent of whom a figure counts: a country where one is read in what was typed, else the words. */
export const countedOf = ({ population, group, nationality }: FigureDraft) => {
  const country = countryOf(nationality)
  return {
    populationSourceId: population === 'ARMED_GROUP' ? (group?.id ?? null) : null,
    country,
    nationality: country ? null : nationality,
  }
}

/** The value of a list that a select element holds, or what it was. */
export function chosen<Value extends string>(values: readonly Value[], value: string, before: Value): Value {
  return values.find((each) => each === value) ?? before
}
