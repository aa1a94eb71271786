import { addSpans } from '@/lib/articles/commands/add-spans'
import { removeQuoteSentences, writeQuoteSentences } from '@/lib/articles/commands/keep-reading'
import { clearChain, findChain, writeChain } from '@/lib/attributions/commands/write-chain'
import { chainParts } from '@/lib/attributions/queries'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import type { EvidenceInput } from '@/lib/evidence/schema'
import { requireLiveSources } from '@/lib/sources/commands/live-sources'

/** An evidence item of the actor's project with its passage and chain; null when there is none. */
export const findItem = (ctx: TxCtx, id: string) =>
  ctx.tx.evidence.findFirst({
    where: { id, projectId: projectOf(ctx) },
    include: { span: true, attribution: { include: chainParts } },
  })

export type EvidenceBefore = NonNullable<Awaited<ReturnType<typeof findItem>>>

/** The passage as it is anchored, its words, and whose words they are unless a person says otherwise. */
async function anchorPassage(
  ctx: TxCtx,
  passage: NonNullable<EvidenceInput['passage']>,
  before: EvidenceBefore | null,
) {
  const article = foundOr404(
    await ctx.tx.article.findFirst({ where: { id: passage.articleId, projectId: projectOf(ctx) } }),
    'article',
  )
  const sourceId = article.outletId ?? article.sourceId
  const kept = before?.span?.id === passage.id ? before.span : null
  const same = kept?.versionId === passage.versionId && kept.start === passage.start && kept.end === passage.end
  if (kept && !same) throw new DomainError('conflict', [{ key: 'duplicate' }])
  refuseIf('invalid', !kept || kept.exact === passage.exact ? [] : [{ key: 'span.otherWords', path: 'passage' }])
  if (kept) return { spanId: kept.id, quote: kept.exact, sourceId }
  const { articleId, spans } = await addSpans(ctx, passage.versionId, [passage])
  refuseIf('invalid', articleId === article.id ? [] : [{ key: 'span.otherArticle', path: 'passage' }])
  return { spanId: passage.id, quote: spans[0]?.exact ?? null, sourceId }
}

/** The item's own columns, as they are stored. */
export async function columnsOf(
  ctx: TxCtx,
  input: EvidenceInput,
  claim: { articleId: string },
  before: EvidenceBefore | null,
) {
  await requireLiveSources(ctx, [input.sourceId])
  const own = input.passage?.articleId === claim.articleId
  refuseIf('invalid', own ? [{ key: 'evidence.sameArticle', path: 'passage' }] : [])
  const passage = input.passage ? await anchorPassage(ctx, input.passage, before) : null
  const { stance, url, locator, note, directness, credibility, capturedAt } = input
  return {
    ...{ stance, url, locator, note, directness, credibility, capturedAt },
    sourceId: input.sourceId ?? passage?.sourceId ?? null,
    spanId: passage?.spanId ?? null,
    quote: passage ? passage.quote : input.quote,
  }
}

/** `articleId`: of the passage that the item is; its chain's words stand in that article alone. */
type ChainOfItem = Pick<EvidenceInput, 'id' | 'attribution'> & { articleId: string | null }

/** Writes, keeps (undefined) or takes away (null) the chain of an item that is stored already. */
export async function writeItemChain(ctx: TxCtx, input: ChainOfItem, before: EvidenceBefore | null) {
  if (input.attribution === undefined) return
  const chain = before?.attribution ?? null
  const replaced = chain && chain.id !== input.attribution?.id ? await findChain(ctx, chain.id) : null
  if (replaced) {
    await clearChain(ctx, replaced)
    await ctx.tx.attribution.delete({ where: { id: replaced.id } })
  }
  if (!input.attribution) return
  await writeChain(ctx, { claimId: null, evidenceId: input.id }, input.attribution, input.articleId)
}

type Quoted = { spanId: string | null; quote: string | null }
const ownQuote = (item: Quoted | null) => (item && !item.spanId ? item.quote : null)

/** Compares the quote with the project's texts; a passage of an article is compared as part of that. */
export async function writeQuote(ctx: TxCtx, evidenceId: string, item: Quoted, before: Quoted | null) {
  const [text, old] = [ownQuote(item), ownQuote(before)]
  if (text === old) return
  const projectId = projectOf(ctx)
  if (old !== null) await removeQuoteSentences(ctx.tx, projectId, [evidenceId])
  if (text !== null) await writeQuoteSentences(ctx.tx, projectId, evidenceId, text)
}
