import type {
  ReportEvidence,
  ReportFigure,
  ReportHop,
  ReportPassage,
  ReportReply,
  ReportSource,
  ReportWarning,
} from '@/lib/reports/report-claim'
import { isoWorldDate } from '@/lib/text/world-date'

// Parts of a report as one line of plain text each, for a cell of a table: codes and the words as they were typed.

type Words = Pick<ReportPassage, 'version' | 'start' | 'end' | 'exact'>

const joined = (parts: readonly (string | false | null)[], by: string) => parts.filter(Boolean).join(by)

/** A source by name; a confidential one by its pseudonym, said to be one. */
const sourceName = ({ kind, name, role }: ReportSource) =>
  kind === 'CONFIDENTIAL' ? `${name} (${joined(['confidential source', role], ', ')})` : name

/** `"the words" [12-34]`, with the version where the claim stands in several. */
export function passageLine(words: Words, all: readonly Words[] = [words]): string {
  const version = all.some((other) => other.version !== words.version) ? `v${words.version} ` : ''
  return `"${words.exact}" [${version}${words.start}-${words.end}]`
}

/** `article ← Anas Mallick (WION) [REPORTED] ← …`; `article` alone is its own voice. */
export function chainLine(hops: readonly ReportHop[], from = 'article'): string {
  const hopLine = ({ source, affiliation, onBehalfOf, speechAct }: ReportHop) =>
    joined(
      [
        sourceName(source),
        affiliation && `(${sourceName(affiliation)})`,
        onBehalfOf && `on behalf of ${sourceName(onBehalfOf)}`,
        `[${speechAct}]`,
      ],
      ' ',
    )
  return [from, ...hops.map(hopLine)].join(' ← ')
}

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
  const { measure, unit, qualifier, low, best, high, population, nationality, asOf, verbatim, rank } = figure
  const { event, relation, relatedTo, supersedes, supersedesReason, supersededBy } = figure
  const numbers = Object.entries({ low, best, high }).flatMap(([bound, value]) =>
    value === null ? [] : [`${bound}=${value}`],
  )
  const facts = [
    joined([measure, unit && `(${unit})`, qualifier], ' '),
    ...numbers,
    population,
    nationality,
    asOf && `as of ${isoWorldDate(asOf)}`,
    rank !== 'NORMAL' && rank,
    `"${verbatim}"`,
    originOfFigure(figure.stated),
    event && `event: ${event}`,
    relatedTo && `${relation} "${relatedTo.verbatim}"`,
    supersedes && `supersedes "${supersedes.verbatim}" (${supersedesReason})`,
    ...supersededBy.map((other) => `superseded by "${other.verbatim}"`),
  ]
  return joined(facts, ', ')
}

export function warningLine(warning: ReportWarning): string {
  const { messageType, issuer, audience, sent, threatActor, attackType, targets, areas, likelihood, outcome } = warning
  const { refersToClaim, refersTo, event } = warning
  const facts = [
    messageType,
    issuer && `issuer: ${sourceName(issuer)}`,
    audience && `audience: ${audience}`,
    sent && `sent: ${isoWorldDate(sent)}`,
    refersToClaim && `refers to: "${refersToClaim.wording}" (${refersToClaim.articleTitle})`,
    refersTo && `refers to: "${refersTo}"`,
    event && `event: ${event}`,
    threatActor && `threat actor: ${threatActor}`,
    attackType && `attack: ${attackType}`,
    targets && `targets: ${targets}`,
    areas && `areas: ${areas}`,
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

/** `1. REPEATS: source, "quote" [12-34] in "article", address`, and whether it was withdrawn. */
export function evidenceLine(item: ReportEvidence): string {
  const { number, stance, source, passage, quote, url, locator, note, attribution, withdrawnAt } = item
  const where = [
    source && (attribution?.hops.length ? chainLine(attribution.hops, sourceName(source)) : sourceName(source)),
    passage && `${passageLine(passage)} in "${passage.articleTitle}"`,
    quote && quote !== passage?.exact && `"${quote}"`,
    locator,
    url,
    note,
  ]
  const line = `${number}. ${stance}: ${joined(where, ', ')}`
  return withdrawnAt ? `${line} (withdrawn ${withdrawnAt.slice(0, 10)})` : line
}
