import type { ListedVerdict } from '@/lib/claims/queries'
import type { WorkbenchClaim } from '@/lib/review/queries/workbench'
import type { CheckedAspect, ClaimCategory, ReviewState } from '@/prisma/generated/enums'

/** A claim as text and list show it; its passages in the shown version, in code points. */
export interface MarkView {
  id: string
  number: number
  version: number
  category: ClaimCategory
  checked: CheckedAspect
  wording: string
  state: ReviewState
  assignee: string | null
  verdict: ListedVerdict | null
  /** Who tells it, counted: appearances on the asserting side, and origins behind them. Null while nobody was asked. */
  origins: { appearances: number; origins: number } | null
  /** Something that its verdict rests on is not what it was. */
  needsAttention: boolean
  spans: { id: string; start: number; end: number }[]
}

/** What of a listed claim goes to the browser, for one version of the text. */
export const markViewOf = (claim: WorkbenchClaim, versionId: string): MarkView => ({
  id: claim.id,
  number: claim.number,
  version: claim.version,
  category: claim.category,
  checked: claim.checked,
  wording: claim.wording,
  state: claim.state,
  assignee: claim.assignment?.assignee.name ?? null,
  verdict: claim.verdict,
  origins: claim.origins,
  needsAttention: claim.attention.length > 0,
  spans: claim.spans.filter((span) => span.versionId === versionId).map(({ id, start, end }) => ({ id, start, end })),
})
