import type {
  ReportEvidence,
  ReportFigure,
  ReportHop,
  ReportPassage,
  ReportSource,
  ReportWarning,
} from '@/lib/reports/report-claim'
import { isoWorldDate } from '@/lib/text/world-date'

// Parts of a report as one line of plain text each, for a cell of a table: codes and the words as they were typed.

type Words = Pick<ReportPassage, 'version' | 'start' | 'end' | 'exact'>

const joined = (parts: readonly (string | false | null)[], by: string) => parts.filter(Boolean).join(by)

/** A source by name; a confidential one by its role alone. */
const sourceName = ({ name, role }: ReportSource) => name ?? (role ? `${role} (confidential)` : 'confidential source')

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

export function figureLine(figure: ReportFigure): string {
  const { measure, unit, qualifier, low, best, high, population, nationality, asOf, verbatim, rank } = figure
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
  ]
  return joined(facts, ', ')
}

export function warningLine(warning: ReportWarning): string {
  const { messageType, issuer, audience, sent, threatActor, attackType, targets, areas, likelihood, outcome } = warning
  const facts = [
    messageType,
    issuer && `issuer: ${sourceName(issuer)}`,
    audience && `audience: ${audience}`,
    sent && `sent: ${isoWorldDate(sent)}`,
    threatActor && `threat actor: ${threatActor}`,
    attackType && `attack: ${attackType}`,
    targets && `targets: ${targets}`,
    areas && `areas: ${areas}`,
    likelihood && `likelihood: "${likelihood}"`,
    `outcome: ${outcome}`,
  ]
  return joined(facts, '; ')
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
