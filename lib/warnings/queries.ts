import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { dateToDay, worldDateFrom } from '@/lib/fields'
import type { WarningFields } from '@/lib/warnings/schema'
import type { Prisma } from '@/prisma/generated/client'
import type { SourceKind } from '@/prisma/generated/enums'

type NamedSource = { id: string; kind: SourceKind; name: string; role: string | null }

export type WarningView = Omit<WarningFields, 'issuerId' | 'onBehalfOfId'> & {
  id: string
  claimId: string
  version: number
  issuer: NamedSource | null
  onBehalfOf: NamedSource | null
}

const source = { select: { id: true, kind: true, name: true, role: true } } satisfies Prisma.SourceDefaultArgs
const parts = { issuer: source, onBehalfOf: source } satisfies Prisma.WarningInclude
type Row = Prisma.WarningGetPayload<{ include: typeof parts }>

const viewOf = (row: Row): WarningView => ({
  id: row.id,
  claimId: row.claimId,
  version: row.version,
  issuer: row.issuer,
  onBehalfOf: row.onBehalfOf,
  audience: row.audience,
  sent: worldDateFrom(row.sentVerbatim, row.sentEarliest, row.sentLatest, row.sentPrecision),
  messageType: row.messageType,
  refersTo: row.refersTo,
  threatActor: row.threatActor,
  attackType: row.attackType,
  targets: row.targets,
  areas: row.areas,
  urgency: row.urgency,
  severity: row.severity,
  certainty: row.certainty,
  windowVerbatim: row.windowVerbatim,
  windowOnset: dateToDay(row.windowOnset),
  windowExpires: dateToDay(row.windowExpires),
  instruction: row.instruction,
  likelihood: row.likelihood,
  outcome: row.outcome,
})

/** The warning that a claim states, or null. */
export async function findWarning(ctx: Ctx, claimId: string): Promise<WarningView | null> {
  authorise('project:read', ctx.actor)
  const where = { claimId, projectId: projectOf(ctx), claim: { deletedAt: null } }
  const row = await ctx.db.warning.findFirst({ where, include: parts })
  return row && viewOf(row)
}

/** The warnings of all claims of an article, by claim. */
export async function listWarningsOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, WarningView>> {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } }
  const rows = await ctx.db.warning.findMany({ where, include: parts })
  return new Map(rows.map((row) => [row.claimId, viewOf(row)]))
}
