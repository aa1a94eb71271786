import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { reportFileName } from '@/lib/reports/file-name'
import { getVerdictReport } from '@/lib/reports/queries'
import type { VerdictReport } from '@/lib/reports/report'
import { reportCsv } from '@/lib/reports/report-csv'
import { reportJson } from '@/lib/reports/report-json'
import { type REPORT_FILES, reportRequest } from '@/lib/reports/schema'

const FILES = {
  csv: { write: reportCsv, type: 'text/csv; charset=utf-8; header=present' },
  json: { write: reportJson, type: 'application/json; charset=utf-8' },
} as const satisfies Record<(typeof REPORT_FILES)[number], { write: (report: VerdictReport) => string; type: string }>

/** The verdict report of an article as a file: `?format=csv` or `?format=json`. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/articles/[articleId]/report'>) {
  return runRoute(
    request,
    async (ctx) => {
      const { format } = parseInput(reportRequest, { format: new URL(request.url).searchParams.get('format') })
      const report = await getVerdictReport(ctx, (await params).articleId)
      const { write, type } = FILES[format]
      const { full, ascii } = reportFileName(report, format)
      return new Response(write(report), {
        headers: {
          'Content-Type': type,
          'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`,
          'Cache-Control': 'no-store',
        },
      })
    },
    { cost: 10 },
  )
}
