import { isoWorldDate } from '@/lib/dates/world-date'
import { csvText } from '@/lib/reports/csv'
import type { CsvSeparator } from '@/lib/reports/csv-separator'
import { decisionLine, linkedLine, linkLine, originLine } from '@/lib/reports/origin-lines'
import type { VerdictReport } from '@/lib/reports/report'
import { type DroppedClaim, type ReportClaim, type ReportPassage, shownVerdict } from '@/lib/reports/report-claim'
import {
  chainLine,
  changeLine,
  evidenceLine,
  figureLine,
  passageLine,
  replyLine,
  verdictLine,
  warningLine,
} from '@/lib/reports/report-lines'
import type { ReportOrigins } from '@/lib/reports/report-origins'

const yesNo = (is: boolean) => (is ? 'yes' : 'no')
const lines = (of: readonly string[]) => of.join('\n')
const distinct = (values: readonly (string | number)[]) => lines([...new Set(values.map(String))])

const versionLine = (version: VerdictReport['article']['versions'][number]) =>
  `v${version.number}: ${version.codePoints} code points, sha256 ${version.sha256}; received as ${version.encoding}, ` +
  `sha256 ${version.receivedSha256}, ${version.createdAt}`
const progressLine = ({ state, ...counts }: VerdictReport['progress']) =>
  [state, ...Object.entries(counts).map(([name, count]) => `${name}=${count}`)].join(', ')

const reportCells = ({ format, generatedAt, project, article, draft, progress }: VerdictReport) => ({
  format: `${format.name}/${format.version}`,
  generated_at: generatedAt,
  project: project.name,
  project_kind: project.kind,
  article_id: article.id,
  article_title: article.title,
  article_outlet: article.outlet?.name ?? '',
  article_outlet_facts: article.outlet ? [article.outlet.role, article.outlet.parent].filter(Boolean).join(', ') : '',
  article_language: article.language ?? '',
  article_published: article.published ? isoWorldDate(article.published) : '',
  article_published_words: article.published?.verbatim ?? '',
  article_versions: lines(article.versions.map(versionLine)),
  article_marking_finished_at: article.markingFinishedAt ?? '',
  report_draft: yesNo(draft),
  report_progress: progressLine(progress),
  article_url: article.originUrl ?? '',
})

const passageCells = (passages: readonly ReportPassage[]) => ({
  version_number: distinct(passages.map(({ version }) => version)),
  version_sha256: distinct(passages.map(({ versionSha256 }) => versionSha256)),
  passages: lines(passages.map((passage) => passageLine(passage, passages))),
})

const originLines = ({ asserting, contradicting, linkedClaims }: ReportOrigins) => [
  ...asserting.groups.map((group) => originLine(group, linkedClaims)),
  ...contradicting.groups.map((group) => `against: ${originLine(group, linkedClaims)}`),
]
const evidenceNumber = ({ evidence }: ReportClaim, id: string) =>
  evidence.flatMap((item) => (item.id === id ? [item.number] : []))

function claimCells(claim: ReportClaim) {
  const { asserting, contradicting } = claim.origins
  const verdict = shownVerdict(claim)
  return {
    claim_id: claim.id,
    claim_number: claim.number,
    wording: claim.wording,
    category: claim.category,
    checked: claim.checked,
    review_state: claim.state,
    draft: yesNo(claim.isDraft),
    ...passageCells(claim.passages),
    chains: lines(claim.attributions.map((chain) => chainLine(chain))),
    asserting_accounts: asserting.accounts,
    asserting_origins: asserting.origins,
    asserting_undetermined: asserting.undetermined,
    contradicting_accounts: contradicting.accounts,
    contradicting_origins: contradicting.origins,
    contradicting_undetermined: contradicting.undetermined,
    contradicting_by_concerned: contradicting.byConcerned,
    asserting_circles: asserting.circles,
    asserting_round_ups: asserting.roundUps,
    contradicting_circles: contradicting.circles,
    contradicting_round_ups: contradicting.roundUps,
    origin_groups: lines(originLines(claim.origins)),
    origin_decisions: lines(claim.origins.decisions.map(decisionLine)),
    linked_claims: lines(claim.origins.linkedClaims.map(linkedLine)),
    claim_links: lines(claim.origins.links.map((link) => linkLine(link, [claim, ...claim.origins.linkedClaims]))),
    figures: lines(claim.figures.map(figureLine)),
    warning: claim.warning ? warningLine(claim.warning) : '',
    evidence: lines(claim.evidence.map(evidenceLine)),
    replies: lines(claim.replies.map(replyLine)),
    verdict_status: verdict ? (verdict.isApproved ? 'APPROVED' : 'PROPOSED') : 'NONE',
    verdict_rating: verdict?.rating.key ?? '',
    verdict_value: verdict?.rating.value ?? '',
    verdict_label_fr: verdict?.rating.labelFr ?? '',
    verdict_label_en: verdict?.rating.labelEn ?? '',
    verdict_outdated: verdict ? yesNo(!verdict.isPresent) : '',
    verdict_needs_attention: verdict ? yesNo(verdict.needsAttention.length > 0) : '',
    verdict_changes: lines((verdict?.needsAttention ?? []).map(changeLine)),
    verdict_relies_on: (verdict?.reliesOn ?? []).flatMap((id) => evidenceNumber(claim, id)).join(', '),
    verdict_claim_revision: verdict?.claimRevision ?? '',
    verdict_rationale: verdict?.rationale ?? '',
    verdict_method: verdict?.method ?? '',
    verdict_as_of: verdict?.asOf ?? '',
    verdict_author: verdict?.author ?? '',
    verdict_recorded_at: verdict?.recordedAt ?? '',
    verdict_count: claim.verdicts.length,
    verdict_others: lines(claim.verdicts.filter((each) => each !== verdict).map(verdictLine)),
    tags: lines(claim.tags),
    state_since: claim.stateSince,
    claim_revision: claim.revision,
    approved_by: claim.approval?.by ?? '',
    approved_at: claim.approval?.at ?? '',
    single_source_kind: claim.approval?.singleSourceKind ?? '',
    single_source_reason: claim.approval?.singleSourceReason ?? '',
  }
}

type Cells = ReturnType<typeof reportCells> &
  ReturnType<typeof claimCells> & {
    drop_reason: string
    dropped_by: string
    dropped_at: string
  }

const droppedCells = (claim: DroppedClaim): Partial<Cells> => ({
  claim_id: claim.id,
  claim_number: claim.number,
  wording: claim.wording,
  category: claim.category,
  checked: claim.checked,
  review_state: 'DROPPED',
  draft: 'yes',
  ...passageCells(claim.passages),
  verdict_status: 'NONE',
  drop_reason: claim.reason ?? '',
  dropped_by: claim.by ?? '',
  dropped_at: claim.at,
})

// The order of the columns: stable, new ones at the end.
const COLUMNS = [
  ...['format', 'generated_at', 'project', 'project_kind'],
  ...['article_id', 'article_title', 'article_outlet', 'article_language', 'article_published', 'article_url'],
  ...['claim_id', 'claim_number', 'wording', 'category', 'checked', 'review_state', 'draft'],
  ...['version_number', 'version_sha256', 'passages', 'chains'],
  ...['asserting_accounts', 'asserting_origins', 'asserting_undetermined'],
  ...['contradicting_accounts', 'contradicting_origins', 'contradicting_undetermined'],
  ...['figures', 'warning', 'evidence'],
  ...['verdict_status', 'verdict_rating', 'verdict_value', 'verdict_label_fr', 'verdict_label_en', 'verdict_outdated'],
  ...['verdict_rationale', 'verdict_method', 'verdict_as_of', 'verdict_author', 'verdict_recorded_at', 'verdict_count'],
  ...['approved_by', 'approved_at', 'single_source_reason', 'drop_reason'],
  ...['verdict_needs_attention', 'verdict_changes'],
  ...['asserting_circles', 'asserting_round_ups', 'contradicting_circles', 'contradicting_round_ups'],
  ...['origin_groups', 'origin_decisions', 'linked_claims'],
  'replies',
  ...['verdict_relies_on', 'verdict_claim_revision', 'verdict_others', 'tags', 'state_since', 'claim_revision'],
  ...['dropped_by', 'dropped_at', 'article_outlet_facts', 'article_published_words', 'article_versions'],
  ...['article_marking_finished_at', 'report_draft', 'report_progress', 'claim_links'],
  ...['single_source_kind', 'contradicting_by_concerned'],
]

/**
 * A report as CSV (RFC 4180, UTF-8 with a byte order mark): one row per claim, the dropped ones last; codes, not words
 * of a language; several of a kind on lines of their own within the cell. What a spreadsheet would run is neutralised,
 * whichever separator it is set to.
 */
export function reportCsv(report: VerdictReport, separator: CsvSeparator = 'comma'): string {
  const shared = reportCells(report)
  const rows: Partial<Cells>[] = [
    ...report.claims.map((claim) => ({ ...shared, ...claimCells(claim) })),
    ...report.dropped.map((claim) => ({ ...shared, ...droppedCells(claim) })),
  ]
  return csvText(rows, COLUMNS, separator, { beginning: true })
}
