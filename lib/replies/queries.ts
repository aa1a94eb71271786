import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { dateToDay } from '@/lib/fields'
import { groupBy } from '@/lib/lists/group-by'
import type { Prisma } from '@/prisma/generated/client'

const parts = {
  source: { select: { id: true, kind: true, name: true, role: true } },
  createdBy: { select: { name: true } },
} satisfies Prisma.ReplyRequestInclude

const viewOf = ({ askedOn, answeredOn, ...row }: Prisma.ReplyRequestGetPayload<{ include: typeof parts }>) => {
  const { id, claimId, version, source, outcome, note, answer, createdBy } = row
  return {
    ...{ id, claimId, version, source, outcome, note, answer, createdBy },
    askedOn: dateToDay(askedOn),
    answeredOn: dateToDay(answeredOn),
  }
}
export type ReplyView = ReturnType<typeof viewOf>

async function listWhere(ctx: Ctx, claim: Prisma.ClaimWhereInput): Promise<ReplyView[]> {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.replyRequest.findMany({
    where: { projectId: projectOf(ctx), claim: { ...claim, deletedAt: null } },
    include: parts,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(viewOf)
}

/** Who was asked for a reply to a claim, in the order in which it was noted. */
export const listReplies = (ctx: Ctx, claimId: string): Promise<ReplyView[]> => listWhere(ctx, { id: claimId })

/** The same of all claims of an article, by claim. */
export async function listRepliesOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, ReplyView[]>> {
  return groupBy(await listWhere(ctx, { articleId }), ({ claimId }) => claimId)
}
