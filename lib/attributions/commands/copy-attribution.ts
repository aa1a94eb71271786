import { type Chain, findChain, writeChain } from '@/lib/attributions/commands/write-chain'
import { type ChainInput, type CopyInput, copyAttributionInput } from '@/lib/attributions/schema'
import { command } from '@/lib/audit/record'
import { permissionRefusals } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import { holdClaims, raiseRevision } from '@/lib/claims/commands/claim-access'
import { lockRefusals } from '@/lib/claims/lock'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, type Reason, refuseIf } from '@/lib/errors'
import { saidOn } from '@/lib/fields'
import { attributionId, hopId, newId, sourceId, spanId, versionId } from '@/lib/ids'
import { HowKnown } from '@/prisma/generated/enums'

/** The claims that get the chain, in the order asked for. Refuses with every one that cannot have it, by its name. */
async function loadTargets(ctx: TxCtx, input: CopyInput) {
  const ids = input.targets.map((target) => target.claimId)
  await holdClaims(ctx, ids)
  const claims = await ctx.tx.claim.findMany({
    where: { id: { in: ids }, projectId: projectOf(ctx), deletedAt: null },
    include: {
      article: { select: { archivedAt: true } },
      assignments: { where: { endedAt: null }, take: 1 },
    },
  })
  const reasons = claims.flatMap((claim): Reason[] => {
    const facts = claimFacts(ctx.actor, claim, claim.assignments[0] ?? null)
    const refusals = [
      ...permissionRefusals('attribution:copy', facts).map((reason) => ({ reason, key: 'attribution.copyNotYours' })),
      ...lockRefusals(claim.state, claim.article.archivedAt).map((reason) => ({
        reason,
        key: 'attribution.copyLocked',
      })),
    ]
    const values = { number: claim.number, wording: claim.wording.slice(0, 120) }
    return refusals.slice(0, 1).map(({ key }) => ({ key, values }))
  })
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  if (reasons.length > 0) {
    const forbidden = reasons.every(({ key }) => key === 'attribution.copyNotYours')
    throw new DomainError(forbidden ? 'forbidden' : 'refused', reasons)
  }
  return input.targets.map((target) => ({ target, claim: foundOr404(byId.get(target.claimId), 'claim') }))
}

type Target = CopyInput['targets'][number]

/** Where the copy goes: `text` is the version that its words stand in, null elsewhere. */
type Into = { text: string | null; isSameArticle: boolean; reading: CopyInput['reading'] }

/** The chain as the target gets it: its own ids, and the words where the text is the same. */
function copyOf(chain: Chain, target: Target, { text, isSameArticle, reading }: Into): ChainInput {
  const words = (span: Chain['hops'][number]['sourceSpan']) =>
    span && span.versionId === text
      ? { id: spanId.parse(newId()), start: span.start, end: span.end, exact: span.exact }
      : null
  const optional = (id: string | null) => (id ? sourceId.parse(id) : null)
  return {
    id: attributionId.parse(target.id),
    version: null,
    versionId: text ? versionId.parse(text) : null,
    // How one text knows says nothing of another: that one is asked by itself.
    ...(isSameArticle
      ? { knows: chain.knows, knowsReason: chain.knowsReason, knowsWords: words(chain.knowsSpan) }
      : { knows: HowKnown.NOT_ANSWERED, knowsReason: null, knowsWords: null }),
    hops: chain.hops.map((hop, at) => ({
      id: hopId.parse(target.hopIds[at]),
      sourceId: sourceId.parse(hop.sourceId),
      affiliationId: optional(hop.affiliationId),
      onBehalfOfId: optional(hop.onBehalfOfId),
      speechAct: hop.speechAct,
      certainty: hop.certainty,
      form: hop.form,
      basis: hop.basis,
      reading: reading ?? hop.reading,
      said: saidOn(hop),
      sourceWords: words(hop.sourceSpan),
      cueWords: words(hop.cueSpan),
    })),
  }
}

/** Where the chain's words stand, and in which article: the version of its first words. */
async function textOf(ctx: TxCtx, chain: Chain) {
  const words = [...chain.hops.map((hop) => hop.sourceSpan ?? hop.cueSpan), chain.knowsSpan]
  const id = words.find((span) => span !== null)?.versionId
  if (!id) return null
  return ctx.tx.articleVersion.findFirst({
    where: { id, projectId: projectOf(ctx) },
    select: { id: true, articleId: true },
  })
}

/** The article whose chain it is, or whose passage the evidence is that it belongs to. */
async function articleOf(ctx: TxCtx, { id }: Chain): Promise<string | null> {
  const owner = await ctx.tx.attribution.findFirst({
    where: { id, projectId: projectOf(ctx) },
    select: {
      claim: { select: { articleId: true } },
      evidence: { select: { span: { select: { version: { select: { articleId: true } } } } } },
    },
  })
  return owner?.claim?.articleId ?? owner?.evidence?.span?.version.articleId ?? null
}

/**
 * Gives one chain to other claims: all of them or none. In another article it goes without its words. Throws `refused` or
 * `forbidden` naming each claim that cannot have it, `conflict` when the chain has other hops by now.
 */
export const copyAttribution = command('attribution:copy', copyAttributionInput, async (ctx, input) => {
  const chain = foundOr404(await findChain(ctx, input.id), 'attribution')
  const targets = await loadTargets(ctx, input)
  const isSame = input.targets.every(({ hopIds }) => hopIds.length === chain.hops.length)
  refuseIf('conflict', isSame ? [] : [{ key: 'changedMeanwhile' }])
  const text = await textOf(ctx, chain)
  const articleId = await articleOf(ctx, chain)
  const copies = []
  for (const { target, claim } of targets) {
    await raiseRevision(ctx, claim)
    const into = {
      text: text?.articleId === claim.articleId ? text.id : null,
      isSameArticle: articleId === claim.articleId,
      reading: input.reading,
    }
    const owner = { claimId: claim.id, evidenceId: null }
    const { after } = await writeChain(ctx, owner, copyOf(chain, target, into), claim.articleId)
    copies.push({ id: after.id, version: after.version, claimId: claim.id, chain: after })
  }
  const [only] = targets.length === 1 ? targets : []
  return {
    result: { copies: copies.map(({ id, version, claimId }) => ({ id, version, claimId })) },
    entityId: chain.id,
    articleId: targets[0]?.claim.articleId ?? null,
    claimId: only?.claim.id ?? null,
    after: only ? copies[0]?.chain : copies,
  }
})
