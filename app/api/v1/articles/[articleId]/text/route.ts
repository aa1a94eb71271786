import { runRoute } from '@/app/_server/route'
import { getArticle } from '@/lib/articles/queries'
import { articleId as parseArticleId } from '@/lib/ids'

/** The latest text of an article, to choose a passage from; 404 for what is not this project's. */
export async function GET(request: Request, { params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params
  return runRoute(request, async (ctx) => {
    const { success } = parseArticleId.safeParse(articleId)
    if (!success) return new Response(null, { status: 404 })
    const { id, title, language, shown } = await getArticle(ctx, articleId)
    return { articleId: id, title, language, versionId: shown.id, text: shown.text }
  })
}
