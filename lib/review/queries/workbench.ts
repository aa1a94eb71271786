import type { z } from 'zod'
import { getArticleTitle } from '@/lib/articles/queries'
import type { AuditAction } from '@/lib/audit/entries'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type ListedClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'
import { poolMembers } from '@/lib/independence/queries/claim-rows'
import { changesInput } from '@/lib/review/schema'
import { type ChangeCount, countChanges } from '@/lib/verdicts/attention'
import { attentionIn, type ClaimGraph, type JudgedGraph } from '@/lib/verdicts/claim-graph'
import { loadGraphs } from '@/lib/verdicts/queries/claim-graph'

/** A claim as the workbench shows it beside others. */
export type WorkbenchClaim = ListedClaim & {
  /** Who tells it, counted: appearances on the asserting side, and origins behind them. Null while nobody was asked. */
  origins: { appearances: number; origins: number } | null
  /** What its verdict rests on that is not what it was, counted by kind. */
  attention: ChangeCount[]
}

/** Claims, and the last entry of the project's history (digits) that they are sure to have taken in. */
export type WorkbenchClaims = { since: string; claims: WorkbenchClaim[] }

// Read before the claims: what is written meanwhile is asked for again.
async function lastEntry(ctx: Ctx): Promise<string> {
  const where = { projectId: projectOf(ctx) }
  const last = await ctx.db.auditEntry.findFirst({ where, orderBy: { sequence: 'desc' }, select: { sequence: true } })
  return String(last?.sequence ?? 0)
}

/** A claim of a list with what is told of it beside others. */
function besideOthers(claim: ListedClaim, graph: ClaimGraph | undefined): WorkbenchClaim {
  const side = graph?.origins.asserting
  return {
    ...claim,
    origins: side?.appearances ? { appearances: side.appearances, origins: side.origins } : null,
    attention: countChanges((graph && attentionIn(graph)?.changes) ?? []),
  }
}

async function claimsOf(ctx: Ctx, articleId: string, versionId: string, claimIds?: readonly string[]) {
  if (claimIds?.length === 0) return []
  const claims = await listClaimsOfArticle(ctx, articleId, versionId, claimIds)
  const ids = claims.map(({ id }) => id)
  const graphs = await loadGraphs(ctx.db, projectOf(ctx), ids, { isJudgedOnly: true })
  return claims.map((claim) => besideOthers(claim, graphs.get(claim.id)))
}

/** All claims of an article, in reading order of one version. Throws `not-found` for another project's article. */
export async function listWorkbenchClaims(ctx: Ctx, articleId: string, versionId: string): Promise<WorkbenchClaims> {
  authorise('project:read', ctx.actor)
  const since = await lastEntry(ctx)
  return { since, claims: await claimsOf(ctx, articleId, versionId) }
}

/**
 * One claim as it is now with everything that it rests on, null where it is not there or not any more, and the article's latest version,
 * in which it is placed.
 */
export type FoundClaim = {
  since: string
  versionId: string
  found: { claim: WorkbenchClaim; graph: JudgedGraph } | null
}

/** One claim of an article. Throws `not-found` for another project's article. */
export async function findWorkbenchClaim(ctx: Ctx, articleId: string, claimId: string): Promise<FoundClaim> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const since = await lastEntry(ctx)
  const latest = await ctx.db.articleVersion.findFirst({
    where: { articleId, projectId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const versionId = foundOr404(latest, 'article').id
  // Before anything else of it is read for a screen: see groundsKeyIn.
  const graph = (await loadGraphs(ctx.db, projectId, [claimId])).get(claimId)
  const [claim] = graph?.row ? await listClaimsOfArticle(ctx, articleId, versionId, [claimId]) : []
  const found = claim && graph?.row ? { claim: besideOthers(claim, graph), graph } : null
  return { since, versionId, found }
}

/** What has become of an article's claims. `isWhole`: more than can be told claim by claim, so that all is to be read again. */
export type WorkbenchChanges = WorkbenchClaims & { isWhole: boolean; goneIds: string[] }

// These change claims that they do not name: all that name the source, or share the sentence, or were counted together until then.
const WIDE: readonly AuditAction[] = [
  ...(['source:edit', 'source:merge', 'source:undoMerge', 'source:setPart', 'source:removePart'] as const),
  ...(['passage:decide', 'passage:takeBack', 'claim:unlink', 'event:remove'] as const),
]
const WIDE_IN_ARTICLE: readonly AuditAction[] = [
  ...(['article:edit', 'article:addVersion', 'article:archive', 'article:unarchive'] as const),
  ...(['article:finishMarking', 'article:resumeMarking', 'attribution:copy'] as const),
]
// What was given to many claims at once names none of them, also when it is undone.
const isOfMany = (action: string, claimId: string | null) => !claimId && /^claim:(undo|redo)$/.test(action)
// More than one sitting brings: the whole is cheaper.
const MOST = 200
// Entries take their numbers in one order and are seen in another: by so many, and so long, one may come late.
const LATE = { entries: 64, milliseconds: 30_000 }

type Entry = { sequence: bigint; action: string; articleId: string | null; claimId: string | null; eventIds: string[] }

/** What the project's history has after an entry, with those that may have come late; null: too much. */
async function entriesSince(ctx: Ctx, since: bigint): Promise<Entry[] | null> {
  const late = new Date(ctx.now.getTime() - LATE.milliseconds)
  const entries = await ctx.db.$queryRaw<Entry[]>`
    SELECT "sequence", "action", "articleId", "claimId",
      array_remove(ARRAY["before"->>'eventId', "after"->>'eventId'], NULL) AS "eventIds"
    FROM "AuditEvent"
    WHERE "projectId" = ${projectOf(ctx)}::uuid AND "sequence" > ${since - BigInt(LATE.entries)}
      AND ("sequence" > ${since} OR "at" > ${late})
    ORDER BY "sequence" DESC LIMIT ${MOST + 1}`
  return entries.length > MOST ? null : entries
}

/** The claims of an article that these entries are about, or whose counts and verdicts may rest on what they changed. */
async function touchedBy(ctx: Ctx, articleId: string, entries: readonly Entry[]): Promise<string[]> {
  const projectId = projectOf(ctx)
  const named = [...new Set(entries.flatMap(({ claimId }) => claimId ?? []))]
  const pools = await poolMembers(ctx.db, projectId, named)
  // Figures and warnings of one event stand in for each other: verdicts on them are looked at again.
  const eventIds = [...new Set(entries.flatMap((entry) => entry.eventIds))]
  const ofEvent = { some: { eventId: { in: eventIds } } }
  const beside = { verdicts: { some: {} }, OR: [{ figures: ofEvent }, { warning: { eventId: { in: eventIds } } }] }
  const pooled = { id: { in: [...new Set([...named, ...[...pools.values()].flat()])] } }
  const claims = await ctx.db.claim.findMany({
    where: { projectId, articleId, OR: eventIds.length > 0 ? [pooled, beside] : [pooled] },
    select: { id: true },
  })
  return claims.map(({ id }) => id)
}

/**
 * What has become of an article's claims since an entry of the project's history: those that changed, or may have, as they are
 * now, and those that are gone. Bounded by what was written meanwhile, not by the article. Throws `not-found`, `invalid`.
 */
export async function listWorkbenchChanges(ctx: Ctx, raw: z.input<typeof changesInput>): Promise<WorkbenchChanges> {
  authorise('project:read', ctx.actor)
  const { articleId, versionId, since } = parseInput(changesInput, raw)
  await getArticleTitle(ctx, articleId)
  const now = await lastEntry(ctx)
  const entries = await entriesSince(ctx, BigInt(since))
  const isWide = ({ sequence, action, articleId: of, claimId }: Entry) =>
    sequence > BigInt(since) &&
    (WIDE.some((each) => each === action) ||
      (of === articleId && (WIDE_IN_ARTICLE.some((each) => each === action) || isOfMany(action, claimId))))
  if (!entries || entries.some(isWide)) return { since: now, isWhole: true, claims: [], goneIds: [] }
  const touched = await touchedBy(ctx, articleId, entries)
  const claims = await claimsOf(ctx, articleId, versionId, touched)
  const found = new Set(claims.map(({ id }) => id))
  return { since: now, isWhole: false, claims, goneIds: touched.filter((id) => !found.has(id)) }
}
