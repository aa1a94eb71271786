import { withNewSources } from '@/lib/attributions/commands/new-sources'
import { discardDropped, toldOf } from '@/lib/attributions/commands/passing-sources'
import { deleteChain } from '@/lib/attributions/commands/remove-attribution'
import { type Chain, findChain, writeChain } from '@/lib/attributions/commands/write-chain'
import {
  chainInputFrom,
  chainsIn,
  isSameChain,
  type KeptChain,
  keptChain,
  missingWords,
} from '@/lib/attributions/kept-chain'
import { loadClaimToChange, raiseRevision } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'
import { asKept, notKept, refuseUnlessAsLeft } from '@/lib/steps/commands/as-left'
import type { AuditEntry } from '@/prisma/generated/client'

function read(kept: unknown): KeptChain {
  const chain = keptChain.safeParse(kept)
  if (!chain.success) throw notKept()
  return chain.data
}

/** Words that would be anchored again stand in the present text: in an earlier one they would be left behind. */
async function textFor(ctx: TxCtx, articleId: string, to: KeptChain, now: KeptChain | null) {
  const missing = missingWords(to, now)
  if (missing.length === 0) return null
  const latest = await ctx.tx.articleVersion.findFirst({
    where: { articleId, projectId: projectOf(ctx) },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const isElsewhere = missing.some(({ versionId }) => versionId !== latest?.id)
  refuseIf('refused', isElsewhere ? [{ key: 'claim.newTextSince' }] : [])
  return latest?.id ?? null
}

async function putBack(ctx: TxCtx, claim: { id: string; articleId: string }, to: KeptChain, now: KeptChain | null) {
  const text = await textFor(ctx, claim.articleId, to, now)
  const asked = chainInputFrom(to, now?.version ?? null, text)
  if (!asked) throw notKept()
  const { hops } = await withNewSources(ctx, { newSources: [], hops: asked.hops })
  const owner = { claimId: claim.id, evidenceId: null }
  const former = { position: to.position, version: to.version + 1 }
  const { before, after } = await writeChain(ctx, owner, { ...asked, hops }, claim.articleId, former)
  return { before, after, discarded: await discardDropped(ctx, before, after) }
}

async function takeOff(ctx: TxCtx, chain: Chain) {
  return { before: chain, after: null, discarded: await deleteChain(ctx, chain, chain.version) }
}

type ChainSides = { before: KeptChain | null; after: KeptChain | null }

/** Puts one chain from what the step left to what was before it. */
async function takeChainBack(ctx: TxCtx, step: AuditEntry, { before: to, after: from }: ChainSides) {
  const some = from ?? to
  if (!some) throw notKept()
  const { claim } = await loadClaimToChange(ctx, some.claimId, to ? 'attribution:save' : 'attribution:remove')
  const chain = await findChain(ctx, some.id)
  const now = chain && read(asKept(chain))
  await refuseUnlessAsLeft(ctx, step, some.id, isSameChain(now, from))
  await raiseRevision(ctx, claim)
  return { claim, ...(to ? await putBack(ctx, claim, to, now) : await takeOff(ctx, foundOr404(chain, 'attribution'))) }
}

/** Takes back what a row did to a chain, or to those that were given to several claims at once. */
export async function takeChainsBack(ctx: TxCtx, step: AuditEntry) {
  const [was, is] = [chainsIn(step.before).map(read), chainsIn(step.after).map(read)]
  const ids = [...new Set([...was, ...is].map(({ id }) => id))]
  const sideOf = (id: string): ChainSides => ({
    before: was.find((chain) => chain.id === id) ?? null,
    after: is.find((chain) => chain.id === id) ?? null,
  })
  const done = []
  for (const id of ids) done.push(await takeChainBack(ctx, step, sideOf(id)))
  const [first] = done
  if (!first) throw notKept()
  const about = { entityId: step.entityId, articleId: first.claim.articleId }
  if (done.length > 1) {
    const [before, after] = [done.flatMap((each) => each.before ?? []), done.flatMap((each) => each.after ?? [])]
    return { ...about, claimId: null, before, after }
  }
  const told = toldOf([], first.discarded)
  const after = first.after ? { ...first.after, ...told } : first.discarded.length > 0 ? told : null
  // Of one that was given, its own row tells from here on.
  return {
    ...about,
    entityId: (first.after ?? first.before)?.id ?? step.entityId,
    claimId: first.claim.id,
    before: first.before,
    after,
  }
}
