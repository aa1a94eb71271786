import type { SearchedClaim } from '@/lib/claims/queries/find-claims'
import { csvText } from '@/lib/reports/csv'
import type { CsvSeparator } from '@/lib/reports/csv-separator'

/** A claim as one flat line of a file. What the worker has yet to count is null. */
const lineOf = ({ article, assignee, reviewer, counted, verdict, ...claim }: SearchedClaim) => ({
  claim_id: claim.id,
  claim_number: claim.number,
  wording: claim.wording,
  category: claim.category,
  checked: claim.checked,
  review_state: claim.state,
  state_since: claim.stateSince.toISOString(),
  marked_at: claim.createdAt.toISOString(),
  tags: claim.tags,
  article_id: claim.articleId,
  article_title: article.title,
  article_outlet: article.outlet,
  article_language: article.language,
  checker: assignee?.name ?? null,
  reviewer: reviewer?.name ?? null,
  due_on: claim.dueOn,
  verdict: verdict?.rating.key ?? null,
  verdict_approved: verdict?.approved ?? null,
  asserting_origins: counted?.origins ?? null,
  asserting_undetermined: counted?.undetermined ?? null,
  needs_attention: counted?.needsAttention ?? null,
})
type ListedCells = ReturnType<typeof lineOf>

const COLUMNS: readonly (keyof ListedCells)[] = [
  ...([
    'claim_id',
    'claim_number',
    'wording',
    'category',
    'checked',
    'review_state',
    'state_since',
    'marked_at',
  ] as const),
  ...(['tags', 'article_id', 'article_title', 'article_outlet', 'article_language', 'checker', 'reviewer'] as const),
  ...([
    'due_on',
    'verdict',
    'verdict_approved',
    'asserting_origins',
    'asserting_undetermined',
    'needs_attention',
  ] as const),
]
const yesNo = (is: boolean | null) => (is === null ? null : is ? 'yes' : 'no')

/** Claims of a list as rows of a CSV file; `beginning`: with its head. */
export const claimListCsv = (claims: readonly SearchedClaim[], separator: CsvSeparator, beginning: boolean): string =>
  csvText(
    claims.map(lineOf).map((line) => ({
      ...line,
      tags: line.tags.join('\n'),
      verdict_approved: yesNo(line.verdict_approved),
      needs_attention: yesNo(line.needs_attention),
    })),
    COLUMNS,
    separator,
    { beginning },
  )

/** The same as JSON Lines: an object on each line. */
export const claimListJson = (claims: readonly SearchedClaim[]): string =>
  claims.map((claim) => `${JSON.stringify(lineOf(claim))}\n`).join('')
