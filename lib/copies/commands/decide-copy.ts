import { seenRefusals } from '@/lib/articles/seen-words'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { concerns, type WordsInText } from '@/lib/copies/concerns'
import { listRulings } from '@/lib/copies/queries/list-rulings'
import { decideCopyInput, type TextPlace, takeBackCopyDecisionInput } from '@/lib/copies/schema'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'

/** The text of a place, within the project, and the words there. Throws `not-found`, and `invalid` outside the text. */
async function loadPlace(ctx: TxCtx, { versionId, evidenceId, start, end, exact }: TextPlace) {
  const where = { projectId: projectOf(ctx) }
  const version =
    versionId &&
    foundOr404(
      await ctx.tx.articleVersion.findFirst({
        where: { ...where, id: versionId },
        select: { text: true, articleId: true },
      }),
      'articleVersion',
    )
  const item =
    evidenceId &&
    foundOr404(
      await ctx.tx.evidence.findFirst({
        where: { ...where, id: evidenceId, spanId: null, quote: { not: null }, claim: { deletedAt: null } },
        select: { quote: true, claim: { select: { articleId: true } } },
      }),
      'evidence',
    )
  const text = (version ? version.text : item ? item.quote : null) ?? ''
  refuseIf('invalid', seenRefusals(text, { start, end, exact }))
  const textId = version ? version.articleId : (evidenceId ?? '')
  const place: WordsInText = { textId, versionId, evidenceId, start, end, words: exact }
  return { place, articleId: version ? version.articleId : item ? item.claim.articleId : null }
}

// Two people who decide about the same two texts at once wait for each other: one decision is in force.
const lockTexts = (ctx: TxCtx, ids: readonly string[]) =>
  ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`passages ${[...ids].sort().join(' ')}`}, 0))`

async function takeBack(ctx: TxCtx, ids: readonly string[]) {
  return ctx.tx.copyDecision.updateManyAndReturn({
    where: { id: { in: [...ids] }, projectId: projectOf(ctx), takenBackAt: null },
    data: { takenBackAt: ctx.now, takenBackById: personOf(ctx) },
  })
}

/** Decides how two texts came to share a sentence. It takes the place of what was decided about that before. */
export const decideCopy = command('passage:decide', decideCopyInput, async (ctx, input) => {
  authorise('passage:decide', ctx.actor)
  const { id, kind, reason } = input
  const [copy, original] = [await loadPlace(ctx, input.copy), await loadPlace(ctx, input.original)]
  const textIds = [copy.place.textId, original.place.textId]
  refuseIf('invalid', textIds[0] === textIds[1] ? [{ key: 'copy.sameText' }] : [])
  await lockTexts(ctx, textIds)
  const rulings = await listRulings(ctx.tx, projectOf(ctx), textIds)
  const about = rulings.filter((ruling) => concerns(ruling, copy.place, original.place) !== null)
  const before = await takeBack(
    ctx,
    about.map((ruling) => ruling.id),
  )
  const after = await ctx.tx.copyDecision.create({
    data: {
      ...{ id, projectId: projectOf(ctx), kind, reason, createdById: personOf(ctx), createdAt: ctx.now },
      ...{ copyVersionId: input.copy.versionId, copyEvidenceId: input.copy.evidenceId },
      ...{ copyStart: input.copy.start, copyEnd: input.copy.end },
      ...{ originalVersionId: input.original.versionId, originalEvidenceId: input.original.evidenceId },
      ...{ originalStart: input.original.start, originalEnd: input.original.end },
    },
  })
  return {
    result: { id, replaced: before.length },
    entityId: id,
    articleId: copy.articleId,
    before: before.length > 0 ? before : null,
    after,
    reason,
  }
})

/** Takes a decision back: the sentence is undecided again. `conflict` when it was taken back already. */
export const takeBackCopyDecision = command(
  'passage:takeBack',
  takeBackCopyDecisionInput,
  async (ctx, { id, reason }) => {
    authorise('passage:takeBack', ctx.actor)
    const before = foundOr404(
      await ctx.tx.copyDecision.findFirst({
        where: { id, projectId: projectOf(ctx) },
        include: { copyVersion: { select: { articleId: true } } },
      }),
      'decision',
    )
    const [after] = await takeBack(ctx, [id])
    if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    return { result: { id }, entityId: id, articleId: before.copyVersion?.articleId ?? null, before, after, reason }
  },
)
