import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'

type Asked = { sourceId?: string | null; eventId?: string | null; articleId?: string | null }

/** How the things that a list of claims is kept to are called; null where there is no such thing in the project. */
export async function nameFilters(ctx: Ctx, { sourceId, eventId, articleId }: Asked) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const [source, event, article] = await Promise.all([
    sourceId ? ctx.db.source.findFirst({ where: { projectId, id: sourceId }, select: { name: true } }) : null,
    eventId ? ctx.db.event.findFirst({ where: { projectId, id: eventId }, select: { title: true } }) : null,
    articleId ? ctx.db.article.findFirst({ where: { projectId, id: articleId }, select: { title: true } }) : null,
  ])
  return { source: source?.name ?? null, event: event?.title ?? null, article: article?.title ?? null }
}
