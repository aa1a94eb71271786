import { z } from 'zod'

// Zod would try out `new Function` when the first schema is made, which the pages' security policy reports.
z.config({ jitless: true })

// Branded, so that a claim's id cannot be passed where an article's is asked for.
// In lower case, as the database answers them: so two ids that are one are equal to `===` too.
const idOf = <Name extends string>() => z.uuid('invalidId').toLowerCase().brand<Name>()

export const userId = idOf<'User'>()
export const sessionId = idOf<'Session'>()
export const projectId = idOf<'Project'>()
export const membershipId = idOf<'Membership'>()
export const linkId = idOf<'OneTimeLink'>()
export const linkNoticeId = idOf<'LinkNotice'>()
export const ratingId = idOf<'Rating'>()
export const sourceId = idOf<'Source'>()
export const articleId = idOf<'Article'>()
export const versionId = idOf<'ArticleVersion'>()
export const spanId = idOf<'Span'>()
export const claimId = idOf<'Claim'>()
export const assignmentId = idOf<'Assignment'>()
export const attributionId = idOf<'Attribution'>()
export const hopId = idOf<'Hop'>()
export const figureId = idOf<'Figure'>()
export const warningId = idOf<'Warning'>()
export const evidenceId = idOf<'Evidence'>()
export const verdictId = idOf<'Verdict'>()
export const commentId = idOf<'Comment'>()
export const noticeId = idOf<'Notice'>()
export const auditEntryId = idOf<'AuditEntry'>()
export const eventId = idOf<'Event'>()
export const replyId = idOf<'ReplyRequest'>()
export const reliabilityId = idOf<'SourceReliability'>()
export const mergeId = idOf<'SourceMerge'>()
export const sourcePartId = idOf<'SourcePart'>()
export const claimLinkId = idOf<'ClaimLink'>()
export const originDecisionId = idOf<'OriginDecision'>()
export const copyDecisionId = idOf<'PassageDecision'>()
/** An appearance: a chain of a claim, or an evidence item. */
export const appearanceId = idOf<'Appearance'>()
/** A span of an earlier text beside a later one. */
export const anchoringId = idOf<'Anchoring'>()
/** Files that came together, and one of them. */
export const importBatchId = idOf<'ImportBatch'>()
export const importFileId = idOf<'ImportFile'>()
export const fetchedPageId = idOf<'FetchedPage'>()
export const jobId = idOf<'Job'>()
export const commandId = idOf<'Command'>()

export type UserId = z.output<typeof userId>
export type SessionId = z.output<typeof sessionId>
export type ProjectId = z.output<typeof projectId>
export type SourceId = z.output<typeof sourceId>

export { newId } from '@/lib/new-id'
