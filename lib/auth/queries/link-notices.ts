import { type Ctx, personOf } from '@/lib/context'

const NAME = { select: { id: true, name: true } } as const

/** What one has not read yet about links that open one's account, or that of a member of one's projects: newest first. */
export async function listLinkNotices(ctx: Ctx, take = 20) {
  const me = personOf(ctx)
  const rows = await ctx.db.linkNotice.findMany({
    where: { userId: me, readAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      step: true,
      createdAt: true,
      link: {
        select: {
          kind: true,
          byMailOnly: true,
          reason: true,
          user: NAME,
          createdBy: NAME,
          project: { select: { name: true } },
        },
      },
    },
  })
  return rows.map(({ link, ...notice }) => ({
    ...notice,
    kind: link.kind,
    /** The person had it sent to their own address. */
    byMailOnly: link.byMailOnly,
    reason: link.reason,
    person: link.user?.name ?? '',
    maker: link.createdBy?.name ?? '',
    project: link.project?.name ?? '',
    isOwn: link.user?.id === me,
    madeByMe: link.createdBy?.id === me,
  }))
}
export type LinkNoticeView = Awaited<ReturnType<typeof listLinkNotices>>[number]
