import { z } from 'zod'
import { deniedByConcerned } from '@/lib/independence/concerned'
import type { OriginGroup, SideCount } from '@/lib/independence/count-origins'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import { ORIGIN_RULES } from '@/lib/independence/origins'
import { STANDINGS } from '@/lib/independence/placed'
import type { DecisionView } from '@/lib/independence/view'
import { OriginDecisionKind, SourceKind } from '@/prisma/generated/enums'

/** A chain or an evidence item, counted from 1 within its claim: this one, or one that says the same. */
const appearance = z.object({ id: z.uuid(), kind: z.enum(['chain', 'evidence']), number: z.int(), claimId: z.uuid() })

/** An origin as a report names it; a confidential one without its id. */
export const reportOrigin = z.object({
  ...{ id: z.uuid().nullable(), kind: z.enum(SourceKind), name: z.string(), role: z.string().nullable() },
})

/** Appearances of one origin, with the rules and the decisions that put them together. */
const group = z.object({
  standing: z.enum(STANDINGS),
  origin: reportOrigin.nullable(),
  accounts: z.array(appearance),
  rules: z.array(z.enum(ORIGIN_RULES)),
  decisionIds: z.array(z.uuid()),
})

const side = z.object({
  accounts: z.int(),
  origins: z.int(),
  undetermined: z.int(),
  circles: z.int(),
  roundUps: z.int(),
  groups: z.array(group),
})

/** What a person decided, above the rules; `otherId` null: an origin of its own. */
const decision = z.object({
  id: z.uuid(),
  kind: z.enum(OriginDecisionKind),
  accountId: z.uuid(),
  otherId: z.uuid().nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** The sources that it told apart were merged since: it has no effect. */
  isDropped: z.boolean(),
})

/** Who said that two of the claims that are counted together say the same, and why. */
const link = z.object({
  id: z.uuid(),
  oneId: z.uuid(),
  otherId: z.uuid(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})

export const reportOrigins = z.object({
  asserting: side,
  /** `byConcerned`: of these origins, denials by those concerned. */
  contradicting: side.extend({ byConcerned: z.int() }),
  /** Claims of other articles that say the same: their appearances are counted too. */
  linkedClaims: z.array(
    z.object({
      ...{ id: z.uuid(), number: z.int(), wording: z.string(), articleId: z.uuid(), articleTitle: z.string() },
    }),
  ),
  links: z.array(link),
  decisions: z.array(decision),
})

export type ReportOrigins = z.output<typeof reportOrigins>
export type ReportLink = z.output<typeof link>
export type ReportOriginGroup = z.output<typeof group>

/** A confidential origin keeps its pseudonym and its role, nothing that leads further. */
export const originPart = (origin: OriginGroup['origin']): z.output<typeof reportOrigin> | null =>
  origin && { ...origin, id: origin.kind === SourceKind.CONFIDENTIAL ? null : origin.id }

function groupPart(found: OriginGroup, labels: OriginSummary['labels'], claimId: string): ReportOriginGroup {
  const { standing, origin, appearanceIds, rules, decisionIds } = found
  const accounts = appearanceIds.flatMap((id) => {
    const label = labels[id]
    return label ? [{ id, kind: label.kind, number: label.number, claimId: label.linked?.id ?? claimId }] : []
  })
  return { standing, origin: originPart(origin), accounts, rules, decisionIds }
}

const decisionPart = ({ by, at, appearanceId, ...made }: DecisionView) => ({
  ...made,
  accountId: appearanceId,
  by: by.name,
  at: at.toISOString(),
})

/** A claim's origins as a report gives them: counts, groups with their rules, and what people decided. */
export function originsPart(
  claimId: string,
  summary: OriginSummary | undefined,
  links: readonly ReportLink[],
): ReportOrigins {
  const counted = new Set([claimId, ...(summary?.linked ?? []).map(({ id }) => id)])
  const sidePart = (counted: SideCount | undefined): ReportOrigins['asserting'] => ({
    accounts: counted?.appearances ?? 0,
    origins: counted?.origins ?? 0,
    undetermined: counted?.undetermined ?? 0,
    circles: counted?.circles ?? 0,
    roundUps: counted?.roundUps ?? 0,
    groups: (counted?.groups ?? []).map((found) => groupPart(found, summary?.labels ?? {}, claimId)),
  })
  return {
    asserting: sidePart(summary?.asserting),
    contradicting: {
      ...sidePart(summary?.contradicting),
      byConcerned: deniedByConcerned(summary?.contradicting.groups ?? [], summary?.decisions ?? []),
    },
    linkedClaims: summary?.linked ?? [],
    links: links.filter(({ oneId, otherId }) => counted.has(oneId) && counted.has(otherId)),
    decisions: (summary?.decisions ?? []).map(decisionPart),
  }
}
