import { runRoute } from '@/app/_server/route'
import { parseInput } from '@/lib/audit/record'
import { reportFileName } from '@/lib/reports/file-name'
import { getVerdictReport } from '@/lib/reports/queries'
import type { VerdictReport } from '@/lib/reports/report'
import { reportCsv } from '@/lib/reports/report-csv'
import { reportJson } from '@/lib/reports/report-json'
import { type ReportRequest, reportRequest } from '@/lib/reports/schema'

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

type File = { text: string; kind: keyof typeof TYPES }

function fileOf(report: VerdictReport, { format, separator }: ReportRequest): File {
  if (format === 'json') return { text: reportJson(report), kind: format }
  return { text: reportCsv(report, separator), kind: separator === 'tab' ? 'tsv' : format }
}

/** The verdict report of an article as a file: `?format=csv` (with `&separator=comma`, `semicolon` or `tab`) or `?format=json`. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/articles/[articleId]/report'>) {
  return runRoute(
    request,
    async (ctx) => {
      const { searchParams: asked } = new URL(request.url)
      const wanted = parseInput(reportRequest, { format: asked.get('format'), separator: asked.get('separator') })
      const report = await getVerdictReport(ctx, (await params).articleId)
      const { text, kind } = fileOf(report, wanted)
      const { full, ascii } = reportFileName(report, kind)
      return new Response(text, {
        headers: {
          'Content-Type': TYPES[kind],
          'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`,
          'Cache-Control': 'no-store',
        },
      })
    },
    { cost: 10 },
  )
}
