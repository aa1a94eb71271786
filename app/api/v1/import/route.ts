import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { DomainError } from '@/lib/errors'
import { importArticle } from '@/lib/import/commands/import-article'
import { previewImport } from '@/lib/import/queries'
import { importRequest, previewRequest } from '@/lib/import/schema'
import { readUpload } from './upload'

/**
 * Takes in a text: multipart, the bytes as `file`, everything else as JSON in `details`. With `?preview` nothing is
 * saved, and the answer is what would be read.
 */
export async function POST(request: Request): Promise<Response> {
  let status: number | null = null
  const response = await runRoute(
    request,
    async (ctx) => {
      const upload = await readUpload(ctx, request)
      if (upload === 'too-big') {
        status = 413
        throw new DomainError('invalid', [{ key: 'import.fileTooBig' }])
      }
      const { bytes, details } = upload
      if (new URL(request.url).searchParams.has('preview'))
        return previewImport(ctx, { ...parseInput(previewRequest, details), bytes })
      return importArticle(ctx, { ...parseInput(importRequest, details), bytes })
    },
    { cost: 1 },
  )
  return status ? new Response(response.body, { status, headers: response.headers }) : response
}
