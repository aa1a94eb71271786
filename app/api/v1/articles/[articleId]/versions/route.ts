import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { DomainError } from '@/lib/errors'
import { articleId as parseArticleId } from '@/lib/ids'
import { previewRequest } from '@/lib/import/schema'
import { addVersion } from '@/lib/versions/commands/add-version'
import { previewVersion } from '@/lib/versions/queries/preview-version'
import { versionRequest } from '@/lib/versions/schema'
import { readUpload } from '../../../import/upload'

/**
 * Gives an article a new text: multipart, the bytes as `file`, everything else as JSON in `details`. With `?preview` nothing is saved,
 * and the answer is what would be read, and where what stands in the article would stand in it.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ articleId: string }> },
): Promise<Response> {
  const { articleId } = await params
  let status: number | null = null
  const response = await runRoute(
    request,
    async (ctx) => {
      if (!parseArticleId.safeParse(articleId).success) return new Response(null, { status: 404 })
      const upload = await readUpload(ctx, request)
      if (upload === 'too-big') {
        status = 413
        throw new DomainError('invalid', [{ key: 'import.fileTooBig' }])
      }
      const { bytes, details } = upload
      if (new URL(request.url).searchParams.has('preview'))
        return previewVersion(ctx, { ...parseInput(previewRequest, details), articleId, bytes })
      return addVersion(ctx, { ...parseInput(versionRequest, details), articleId, bytes })
    },
    { cost: 1 },
  )
  return status ? new Response(response.body, { status, headers: response.headers }) : response
}
