import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { projectOf } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { importBatchId } from '@/lib/ids'
import { receiveFiles } from '@/lib/import/commands/receive-files'
import { receiveFilesRequest } from '@/lib/import/schema'
import { readForm } from '../../upload'

/**
 * Takes some of many files in: multipart, the bytes of each as `file-` and its position, everything else as JSON in `details`. They are
 * kept as they came, and read in the background.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/v1/import/batches/[batchId]'>,
): Promise<Response> {
  const { batchId } = await params
  let status: number | null = null
  const response = await runRoute(
    request,
    async (ctx) => {
      if (!importBatchId.safeParse(batchId).success) return new Response(null, { status: 404 })
      // Whoever is a member of nothing is told nothing, not even what is wrong with their files.
      projectOf(ctx)
      const upload = await readForm(request)
      if (upload === 'too-big') {
        status = 413
        throw new DomainError('invalid', [{ key: 'import.fileTooBig' }])
      }
      const { files, ...details } = parseInput(receiveFilesRequest, upload.details)
      const received = files.map(async (file) => {
        const sent = upload.form.get(`file-${file.position}`)
        return { ...file, bytes: sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : null }
      })
      return receiveFiles(ctx, { ...details, id: batchId, files: await Promise.all(received) })
    },
    { cost: 1 },
  )
  return status ? new Response(response.body, { status, headers: response.headers }) : response
}
