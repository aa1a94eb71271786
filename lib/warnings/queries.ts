import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { compareWorldDates } from '@/lib/dates/world-moments'
import { clockFrom, dateToDay, type WorldDate, worldDateFrom } from '@/lib/fields'
import { eventId as parseEventId } from '@/lib/ids'
import type { WarningFields } from '@/lib/warnings/schema'
import type { Prisma } from '@/prisma/generated/client'
import type { SourceKind } from '@/prisma/generated/enums'

type SourceWithRole = { id: string; kind: SourceKind; name: string; role: string | null }

/** The claim that states a warning, and where it stands. */
type WarningClaim = { id: string; number: number; wording: string; article: { id: string; title: string } }

/** A warning of the project as another one refers to it; `isGone` when its claim was deleted meanwhile. */
export type ReferredWarning = {
  id: string
  issuer: string | null
  sent: WorldDate | null
  claim: WarningClaim
  isGone: boolean
}

export type WarningView = Omit<WarningFields, 'issuerId' | 'onBehalfOfId' | 'eventId' | 'refersToId'> & {
  id: string
  claimId: string
  version: number
  issuer: SourceWithRole | null
  onBehalfOf: SourceWithRole | null
  event: { id: string; title: string } | null
  refersToWarning: ReferredWarning | null
}

/** A warning of an event, with the claim that states it. */
export type WarningOfEvent = WarningView & { claim: WarningClaim }

const source = { select: { id: true, kind: true, name: true, role: true } } satisfies Prisma.SourceDefaultArgs
const claim = {
  select: { id: true, number: true, wording: true, deletedAt: true, article: { select: { id: true, title: true } } },
} satisfies Prisma.ClaimDefaultArgs
const referred = { include: { issuer: source, claim } } satisfies Prisma.WarningDefaultArgs
const parts = {
  issuer: source,
  onBehalfOf: source,
  event: { select: { id: true, title: true } },
  refersToWarning: referred,
} satisfies Prisma.WarningInclude
type WarningWithParts = Prisma.WarningGetPayload<{ include: typeof parts }>
type Referred = Prisma.WarningGetPayload<typeof referred>

const claimOf = ({ deletedAt: _, ...shown }: Referred['claim']): WarningClaim => shown

const referredOf = (row: Referred): ReferredWarning => ({
  id: row.id,
  issuer: row.issuer?.name ?? null,
  sent: worldDateFrom(
    row.sentVerbatim,
    row.sentEarliest,
    row.sentLatest,
    row.sentPrecision,
    clockFrom(row.sentFrom, row.sentUntil, row.sentZone),
  ),
  claim: claimOf(row.claim),
  isGone: row.claim.deletedAt !== null,
})

const MOST_OF_EVENT = 200
const MOST_REFERABLE = 20

const viewOf = (row: WarningWithParts): WarningView => ({
  id: row.id,
  claimId: row.claimId,
  version: row.version,
  issuer: row.issuer,
  onBehalfOf: row.onBehalfOf,
  audience: row.audience,
  sent: worldDateFrom(
    row.sentVerbatim,
    row.sentEarliest,
    row.sentLatest,
    row.sentPrecision,
    clockFrom(row.sentFrom, row.sentUntil, row.sentZone),
  ),
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
  windowOnsetTime: row.windowOnsetTime,
  windowExpiresTime: row.windowExpiresTime,
  windowZone: row.windowZone,
  instruction: row.instruction,
  likelihood: row.likelihood,
  outcome: row.outcome,
  event: row.event,
  refersToWarning: row.refersToWarning && referredOf(row.refersToWarning),
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

/** The warnings of an event in the order in which they were sent, those of unknown date last. At most 200. */
export async function listWarningsOfEvent(ctx: Ctx, eventId: string): Promise<WarningOfEvent[]> {
  authorise('project:read', ctx.actor)
  const asked = parseEventId.safeParse(eventId).data
  if (!asked) return []
  const rows = await ctx.db.warning.findMany({
    where: { projectId: projectOf(ctx), eventId: asked, claim: { deletedAt: null } },
    include: { ...parts, claim },
    orderBy: [{ sentEarliest: { sort: 'asc', nulls: 'last' } }, { sentLatest: 'asc' }, { id: 'asc' }],
    take: MOST_OF_EVENT,
  })
  const warnings = rows.map((row) => ({ ...viewOf(row), claim: claimOf(row.claim) }))
  return warnings.sort((a, b) => compareWorldDates(a.sent, b.sent))
}

/**
 * The warnings that one of this claim may refer to, the last sent first: those of other claims of the project. `text` is
 * sought in the wording, the audience and the issuer's name.
 */
export async function listReferableWarnings(ctx: Ctx, claimId: string, text = ''): Promise<ReferredWarning[]> {
  authorise('project:read', ctx.actor)
  const words = text.trim().slice(0, 200)
  const holds = { contains: words, mode: 'insensitive' } as const
  const rows = await ctx.db.warning.findMany({
    where: {
      projectId: projectOf(ctx),
      claimId: { not: claimId },
      claim: { deletedAt: null },
      ...(words ? { OR: [{ claim: { wording: holds } }, { audience: holds }, { issuer: { name: holds } }] } : {}),
    },
    ...referred,
    orderBy: [{ sentEarliest: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: MOST_REFERABLE,
  })
  return rows.map(referredOf)
}
