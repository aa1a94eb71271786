import { command } from '@/lib/audit/record'
import { authorise, type Permission } from '@/lib/auth/permissions'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { type ReplyFields, removeReplyInput, saveReplyInput } from '@/lib/replies/schema'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'

const MAX_REPLIES = 50

const columnsOf = ({ askedOn, answeredOn, ...reply }: ReplyFields) => ({
  ...reply,
  askedOn: dayToDate(askedOn),
  answeredOn: dayToDate(answeredOn),
})

/** An answer may come while a claim is under review, and after: so its state is no hindrance, an archived article is. */
async function loadClaimToReply(ctx: TxCtx, claimId: string, permission: Permission) {
  const { claim, facts } = await loadClaim(ctx, claimId)
  authorise(permission, facts)
  refuseIf('refused', claim.article.archivedAt ? [{ key: 'article.archived' }] : [])
  return claim
}

const replyOf = async (ctx: TxCtx, id: string, claimId: string) =>
  foundOr404(await ctx.tx.replyRequest.findFirst({ where: { id, claimId, projectId: projectOf(ctx) } }), 'reply')

const changedMeanwhile = () => new DomainError('conflict', [{ key: 'changedMeanwhile' }])

async function addReply(ctx: TxCtx, id: string, claimId: string, fields: ReplyFields) {
  const count = await ctx.tx.replyRequest.count({ where: { claimId } })
  refuseIf('refused', count < MAX_REPLIES ? [] : [{ key: 'reply.tooMany', values: { max: MAX_REPLIES } }])
  const made = { projectId: projectOf(ctx), createdById: personOf(ctx), createdAt: ctx.now }
  return ctx.tx.replyRequest.create({ data: { id, claimId, ...made, ...columnsOf(fields) } })
}

async function replaceReply(ctx: TxCtx, id: string, claimId: string, version: number, fields: ReplyFields) {
  const [reply] = await ctx.tx.replyRequest.updateManyAndReturn({
    where: { id, claimId, projectId: projectOf(ctx), version },
    data: { ...columnsOf(fields), version: { increment: 1 } },
  })
  if (!reply) throw changedMeanwhile()
  return reply
}

/** Says whether somebody was asked for a reply and what came back, anew or changed. A removed one comes back by its id. */
export const saveReply = command('reply:save', saveReplyInput, async (ctx, input) => {
  const claim = await loadClaimToReply(ctx, input.claimId, 'reply:save')
  const { id, claimId, version, ...fields } = input
  await requireLiveSources(ctx, [fields.sourceId])
  const before = version === null ? null : await replyOf(ctx, id, claimId)
  const reply =
    version === null ? await addReply(ctx, id, claimId, fields) : await replaceReply(ctx, id, claimId, version, fields)
  return {
    result: { id, version: reply.version },
    entityId: id,
    articleId: claim.articleId,
    claimId,
    before,
    after: reply,
  }
})

/** Takes a request off a claim; the audit row keeps it whole. */
export const removeReply = command('reply:remove', removeReplyInput, async (ctx, { id, claimId, version }) => {
  const claim = await loadClaimToReply(ctx, claimId, 'reply:remove')
  const before = await replyOf(ctx, id, claimId)
  const removed = await ctx.tx.replyRequest.deleteMany({ where: { id, claimId, version } })
  if (removed.count === 0) throw changedMeanwhile()
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId, before, after: null }
})
