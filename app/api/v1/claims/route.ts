import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { askedOf } from '@/lib/claims/claim-address'
import { eachFoundClaim } from '@/lib/claims/queries/find-claims'
import { personOf } from '@/lib/context'
import { claimListCsv, claimListJson } from '@/lib/reports/claim-list'
import { claimListRequest } from '@/lib/reports/schema'

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' }

/**
 * The claims that the screen of all claims shows for the same address, all pages of it, as a file that is written while it is read:
 * `?format=csv` (with `&separator=comma`, `semicolon` or `tab`) or `?format=jsonl`.
 */
export async function GET(request: Request) {
  return runRoute(
    request,
    async (ctx) => {
      const asked = Object.fromEntries(new URL(request.url).searchParams)
      const { format, separator } = parseInput(claimListRequest, {
        format: asked.format,
        separator: asked.separator,
      })
      const { page: _, after: __, ...wanted } = askedOf(asked, personOf(ctx))
      const batches = eachFoundClaim(ctx, wanted)
      // What is refused is refused before anything of the file is sent.
      let batch = await batches.next()
      let isFirst = true
      const encoder = new TextEncoder()
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const claims = batch.done ? [] : batch.value
          const text = format === 'csv' ? claimListCsv(claims, separator, isFirst) : claimListJson(claims)
          if (text) controller.enqueue(encoder.encode(text))
          isFirst = false
          if (batch.done) controller.close()
          else batch = await batches.next()
        },
        async cancel() {
          await batches.return(undefined)
        },
      })
      return new Response(body, {
        headers: {
          'Content-Type': TYPES[format],
          'Content-Disposition': `attachment; filename="claims-${ctx.now.toISOString().slice(0, 10)}.${format}"`,
          'Cache-Control': 'no-store',
        },
      })
    },
    { cost: 10 },
  )
}
