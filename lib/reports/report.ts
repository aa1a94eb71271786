import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/articles/progress'
import { droppedClaim, moment, reportClaim, reportDate, reportSource, sha256 } from '@/lib/reports/report-claim'
import { ProjectKind } from '@/prisma/generated/enums'

/** Raised whenever a reader of the old form would misread the new one. */
export const REPORT_FORMAT = { name: 'recoupe.verdict-report', version: 1 } as const

/** Data, not a text of the screen: it goes with the numbers wherever they go. */
export const OFFSETS_ARE =
  'start and end count Unicode code points of the text of the version (not UTF-16 units, not bytes), from 0; start is included, end is not. sha256 is taken of that text in UTF-8, receivedSha256 of the bytes as they were received.'

const version = z.object({
  number: z.int(),
  sha256,
  receivedSha256: sha256,
  codePoints: z.int(),
  encoding: z.string(),
  createdAt: moment,
})

/**
 * The verdict report of an article as it stands: plain JSON, all that the page shows and the files hold. Frozen, it is
 * a snapshot; parsing it puts its keys in order again and lets nothing through that is not named here.
 */
export const verdictReport = z.object({
  format: z.object({ name: z.literal(REPORT_FORMAT.name), version: z.literal(REPORT_FORMAT.version) }),
  generatedAt: moment,
  project: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(ProjectKind) }),
  /** True until marking is finished and every claim that was not dropped is approved. */
  draft: z.boolean(),
  progress: z.object({
    state: z.enum(ARTICLE_STATES),
    total: z.int(),
    approved: z.int(),
    inReview: z.int(),
    underWay: z.int(),
    open: z.int(),
    dropped: z.int(),
  }),
  article: z.object({
    id: z.uuid(),
    title: z.string(),
    outlet: reportSource.nullable(),
    language: z.string().nullable(),
    published: reportDate,
    originUrl: z.string().nullable(),
    markingFinishedAt: moment.nullable(),
    versions: z.array(version),
  }),
  offsets: z.string(),
  /** In reading order of the latest version. */
  claims: z.array(reportClaim),
  dropped: z.array(droppedClaim),
})

export type VerdictReport = z.output<typeof verdictReport>
