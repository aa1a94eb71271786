import { runRoute } from '@/app/_server/route'
import { listArticles } from '@/lib/articles/queries'

/** The newest articles whose title holds `?search=`, to choose one from. */
export function GET(request: Request) {
  return runRoute(request, async (ctx) => {
    const search = new URL(request.url).searchParams.get('search')
    const { articles } = await listArticles(ctx, { search })
    return articles.map(({ id, title }) => ({ id, title }))
  })
}
