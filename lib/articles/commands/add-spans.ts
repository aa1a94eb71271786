import type { SpanPlace } from '@/lib/articles/schema'
import { seenRefusals } from '@/lib/articles/seen-words'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { snapRange } from '@/lib/text/snap'
import { spanAt } from '@/lib/text/span'

/**
 * Anchors places of one version as spans, within the caller's command. Each is snapped to whole graphemes and sheds
 * outer white space first. Throws `not-found` for another project's version, `invalid` for a place outside the text, one
 * that is too long, or where other words stand than those that the person saw.
 */
export async function addSpans(ctx: TxCtx, versionId: string, places: readonly SpanPlace[]) {
  const projectId = projectOf(ctx)
  const version = foundOr404(
    await ctx.tx.articleVersion.findFirst({
      where: { id: versionId, projectId },
      // Not what was received: that can be ten times the text.
      select: { text: true, codePoints: true, articleId: true },
    }),
    'articleVersion',
  )
  const rows = places.map((place) => {
    refuseIf('invalid', seenRefusals(version.text, place))
    const snapped = snapRange(version.text, place.start, place.end)
    const anchored = snapped ? spanAt(version.text, snapped.start, snapped.end) : null
    if (!anchored?.ok) throw new DomainError('invalid', [{ key: 'span.blank' }])
    return { id: place.id, projectId, versionId, ...anchored.span }
  })
  await ctx.tx.span.createMany({ data: rows })
  return { articleId: version.articleId, spans: rows }
}
