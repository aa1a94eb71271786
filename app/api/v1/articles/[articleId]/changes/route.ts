import { runRoute } from '@/app/_server/route'
import { markViewOf } from '@/lib/review/mark-view'
import { listWorkbenchChanges } from '@/lib/review/queries/workbench'

/**
 * What has become of an article's claims since an entry of the project's history: `?version=` (the text's version that is shown) and
 * `&since=`. Answers the claims that changed and the ids of those that are gone; `isWhole`: all is to be read again.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/articles/[articleId]/changes'>) {
  return runRoute(request, async (ctx) => {
    const { searchParams: asked } = new URL(request.url)
    const [versionId, since] = [asked.get('version') ?? '', asked.get('since') ?? '']
    const changes = await listWorkbenchChanges(ctx, { articleId: (await params).articleId, versionId, since })
    return { ...changes, claims: changes.claims.map((claim) => markViewOf(claim, versionId)) }
  })
}
