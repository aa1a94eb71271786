import { isAnswered } from '@/lib/attributions/how-known'
import { isoWorldDate } from '@/lib/dates/world-date'
import type {
  ReportChain,
  ReportChange,
  ReportEvidence,
  ReportFigure,
  ReportHop,
  ReportPassage,
  ReportReply,
  ReportSource,
  ReportVerdict,
  ReportWarning,
} from '@/lib/reports/report-claim'

// Parts of a report as one line of plain text each, for a cell of a table: codes and the words as they were typed.

type Words = Pick<ReportPassage, 'version' | 'start' | 'end' | 'exact'>
type LinePiece = string | false | null

const joined = (parts: readonly LinePiece[], by: string) => parts.filter(Boolean).join(by)
const within = (parts: readonly LinePiece[], by = ', ') => (parts.some(Boolean) ? `(${joined(parts, by)})` : null)

// An offset is said by the date itself.
const zoneWords = (zone: string | null) => zone && !/^[+-]/.test(zone) && `[${zone}]`

/** `2021-08-26 ("hier")`: the date, and the words of the text for it. */
const dateLine = (date: ReportFigure['asOf']): string | null =>
  date &&
  joined([isoWorldDate(date), zoneWords(date.clock?.zone ?? null), date.verbatim && `("${date.verbatim}")`], ' ')

/** A source by name, with its role and where it belongs; a confidential one by its pseudonym, said to be one. */
const sourceName = ({ kind, name, role, parent }: ReportSource) =>
  joined([name, within([kind === 'CONFIDENTIAL' && 'confidential source', role, parent])], ' ')

/** `"the words" [12-34]`, with the version where the claim stands in several. */
export function passageLine(words: Words, all: readonly Words[] = [words]): string {
  const version = all.some((other) => other.version !== words.version) ? `v${words.version} ` : ''
  return `"${words.exact}" [${version}${words.start}-${words.end}]`
}

const placed = (words: ReportHop['sourceWords']) =>
  words && `"${words.exact}" [v${words.version} ${words.start}-${words.end}]`

function hopLine(hop: ReportHop): string {
  const { source, affiliation, onBehalfOf, speechAct, certainty, form, basis, reading, said } = hop
  const [sourceWords, cueWords] = [placed(hop.sourceWords), placed(hop.cueWords)]
  const how = [
    ...[speechAct, form, certainty, basis !== 'NOT_STATED' && basis, reading],
    said && `said: ${dateLine(said)}`,
    sourceWords && `source words: ${sourceWords}`,
    cueWords && `cue words: ${cueWords}`,
  ]
  return joined(
    [
      sourceName(source),
      affiliation && `(${sourceName(affiliation)})`,
      onBehalfOf && `on behalf of ${sourceName(onBehalfOf)}`,
      `[${joined(how, '; ')}]`,
    ],
    ' ',
  )
}

/** `[WITNESSED; "the words" [v1 12-34]; why]`: how a text knows that names nobody, or only an outlet. */
function knowsLine({ knows, knowsReason, knowsWords, hops }: ReportChain): LinePiece {
  if (!isAnswered(knows) && hops.length > 0) return null
  return `[${joined([knows, placed(knowsWords), knowsReason], '; ')}]`
}

/** `article ← Anas Mallick (WION) [REPORTED; INDIRECT; …] ← …`; `article [WITNESSED; …]` names nobody. */
export const chainLine = (chain: ReportChain, from = 'article'): string =>
  joined([[from, ...chain.hops.map(hopLine)].join(' ← '), knowsLine(chain)], ' ')

const otherFigure = ({ verbatim, wording }: NonNullable<ReportFigure['relatedTo']>) => `"${verbatim}" in "${wording}"`
/** `origin: AFP + undetermined (an official)`; where no chain is known to state it, that. */
function originOfFigure({ how, origins }: ReportFigure['stated']): string {
  if (origins.length === 0) return `origin: undetermined (${how === 'none' ? 'no chain' : 'several chains'})`
  const names = origins.map(({ standing, origin }) => {
    const name = origin?.name ?? 'no source'
    return standing === 'origin' ? name : `${standing} (${name})`
  })
  return `origin: ${names.join(' + ')}`
}

export function figureLine(figure: ReportFigure): string {
  const { measure, unit, qualifier, low, best, high, population, group, country, nationality, includesAttackers } =
    figure
  const { asOf, reportedOn, place, basis, verbatim, rank } = figure
  const { event, relation, relatedTo, supersedes, supersedesReason, supersededBy } = figure
  const numbers = Object.entries({ low, best, high }).flatMap(([bound, value]) =>
    value === null ? [] : [`${bound}=${value}`],
  )
  const facts = [
    joined([measure, unit && `(${unit})`, qualifier], ' '),
    ...numbers,
    population,
    group && sourceName(group),
    country && `country: ${country}`,
    nationality && `nationality: "${nationality}"`,
    includesAttackers !== 'NOT_STATED' && `includes attackers: ${includesAttackers}`,
    asOf && `as of ${dateLine(asOf)}`,
    reportedOn && `reported on ${dateLine(reportedOn)}`,
    place && `place: ${place}`,
    basis !== 'NOT_STATED' && `basis: ${basis}`,
    rank !== 'NORMAL' && rank,
    `"${verbatim}"`,
    originOfFigure(figure.stated),
    event && `event: ${event}`,
    relatedTo && `${relation} ${otherFigure(relatedTo)}`,
    supersedes && `supersedes ${otherFigure(supersedes)} (${supersedesReason})`,
    ...supersededBy.map((other) => `superseded by ${otherFigure(other)}`),
  ]
  return joined(facts, ', ')
}

/** `2021-08-28T16:30-04:00`; `..` for an end that is open. */
const windowEnd = (day: string | null, time: string | null, zone: string | null) =>
  day === null
    ? '..'
    : isoWorldDate({
        ...{ earliest: day, latest: day, precision: time ? 'MINUTE' : 'DAY' },
        clock: time ? { from: time, until: time, zone } : null,
      })

export function warningLine(warning: ReportWarning): string {
  const { messageType, issuer, onBehalfOf, audience, sent, threatActor, attackType, targets, areas } = warning
  const { refersToClaim, refersTo, event, urgency, severity, certainty, instruction, likelihood, outcome } = warning
  const { windowVerbatim, windowOnset, windowExpires, windowOnsetTime, windowExpiresTime, windowZone } = warning
  const facts = [
    messageType,
    issuer && `issuer: ${sourceName(issuer)}`,
    onBehalfOf && `on behalf of: ${sourceName(onBehalfOf)}`,
    audience && `audience: ${audience}`,
    sent && `sent: ${dateLine(sent)}`,
    refersToClaim &&
      `refers to: "${refersToClaim.wording}" (${refersToClaim.articleTitle}, claim ${refersToClaim.number})`,
    refersTo && `refers to: "${refersTo}"`,
    event && `event: ${event}`,
    threatActor && `threat actor: ${threatActor}`,
    attackType && `attack: ${attackType}`,
    targets && `targets: ${targets}`,
    areas && `areas: ${areas}`,
    (windowOnset || windowExpires) &&
      `window: ${windowEnd(windowOnset, windowOnsetTime, windowZone)}/${windowEnd(windowExpires, windowExpiresTime, windowZone)}`,
    windowZone && `window zone: ${windowZone}`,
    windowVerbatim && `window in its words: "${windowVerbatim}"`,
    instruction && `instruction: ${instruction}`,
    urgency !== 'UNKNOWN' && `urgency: ${urgency}`,
    severity !== 'UNKNOWN' && `severity: ${severity}`,
    certainty !== 'UNKNOWN' && `certainty: ${certainty}`,
    likelihood && `likelihood: "${likelihood}"`,
    `outcome: ${outcome}`,
  ]
  return joined(facts, '; ')
}

/** `ANSWERED: source, asked 2021-08-26, by e-mail, answered 2021-08-27, "words"`. */
export function replyLine({ source, outcome, askedOn, note, answeredOn, answer }: ReportReply): string {
  const facts = [
    sourceName(source),
    askedOn && `asked ${askedOn}`,
    note,
    answeredOn && `answered ${answeredOn}`,
    answer && `"${answer}"`,
  ]
  return `${outcome}: ${joined(facts, ', ')}`
}

/** `1. REPEATS: source, PRIMARY, "quote" [12-34] in "article" ¶ 2, address`, and whether it was withdrawn. */
export function evidenceLine(item: ReportEvidence): string {
  const { number, stance, source, passage, quote, url, locator, note, directness, credibility, attribution } = item
  const { capturedAt, capturedSha256, addedBy, addedAt, withdrawnAt } = item
  const facts = [
    source && sourceName(source),
    directness !== 'NOT_STATED' && directness,
    credibility !== null && `credibility ${credibility}`,
    passage && `${passageLine(passage)} in "${passage.articleTitle}" ¶ ${passage.paragraph}`,
    quote && quote !== passage?.exact && `"${quote}"`,
    locator,
    url,
    note,
    attribution && `told by: ${chainLine(attribution, 'item')}`,
    capturedAt && `captured ${capturedAt}`,
    capturedSha256 && `sha256 of the capture ${capturedSha256}`,
    `added by ${addedBy} ${addedAt.slice(0, 10)}`,
    withdrawnAt && `withdrawn ${withdrawnAt.slice(0, 10)}`,
  ]
  return `${number}. ${stance}: ${joined(facts, ', ')}`
}

/** `figure superseded: "95"; fields: supersededBy`: what a verdict rests on and is not what it was. */
export const changeLine = ({ kind, what, name, fields }: ReportChange): string =>
  joined(
    [joined([kind, what], ' ') + (name ? `: "${name}"` : ''), fields.length > 0 && `fields: ${fields.join(', ')}`],
    '; ',
  )

/** `Ada, 2021-08-27, as of 2021-08-26: mostly_true (Plutôt exact / Mostly true): why`. */
export const verdictLine = ({ author, recordedAt, asOf, rating, rationale, method }: ReportVerdict): string =>
  joined(
    [
      `${author}, ${recordedAt.slice(0, 10)}, as of ${asOf}: ${rating.key} (${rating.labelFr} / ${rating.labelEn}): ${rationale}`,
      method && `method: ${method}`,
    ],
    '; ',
  )
