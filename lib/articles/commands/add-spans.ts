import type { SpanPlace } from '@/lib/articles/schema'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { snapRange } from '@/lib/text/snap'
import { spanAt } from '@/lib/text/span'

/** The longest passage: what is quoted goes with every list of claims, and into the history. */
const MOST_CODE_POINTS = 20_000

/**
 * Anchors places of one version as spans, within the caller's command. Each is snapped to whole graphemes and sheds
 * outer white space first. Throws `not-found` for another project's version, `invalid` for a place outside the text or one
 * that is too long.
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
    if (place.end > version.codePoints) throw new DomainError('invalid', [{ key: 'span.outside' }])
    if (place.end - place.start > MOST_CODE_POINTS)
      throw new DomainError('invalid', [{ key: 'span.tooLong', values: { max: MOST_CODE_POINTS } }])
    const snapped = snapRange(version.text, place.start, place.end)
    const anchored = snapped ? spanAt(version.text, snapped.start, snapped.end) : null
    if (!anchored?.ok) throw new DomainError('invalid', [{ key: 'span.blank' }])
    return { id: place.id, projectId, versionId, ...anchored.span }
  })
  await ctx.tx.span.createMany({ data: rows })
  return { articleId: version.articleId, spans: rows }
}
