import { type Ctx, projectOf } from '@/lib/context'
import { concerns, type Ruling } from '@/lib/passages/concerns'
import { joinSentences } from '@/lib/passages/join-sentences'
import { type Sentence, sentencesOfVersions } from '@/lib/passages/queries/find-candidates'
import { findMatches, type SentenceMatch } from '@/lib/passages/queries/find-matches'
import { listRulings } from '@/lib/passages/queries/list-rulings'
import { loadSides, type Place } from '@/lib/passages/queries/load-sides'
import type { SharedPassage, SharedSide } from '@/lib/passages/shared-passage'
import { groupBy } from '@/lib/text/group-by'

const textOf = ({ versionId, evidenceId }: Sentence) => versionId ?? evidenceId ?? ''

const placeOf = ({ versionId, evidenceId, articleId }: Sentence, range: { start: number; end: number }): Place => ({
  ...{ textId: articleId ?? evidenceId ?? '', versionId, evidenceId },
  ...{ start: range.start, end: range.end },
})

function joined(matches: readonly SentenceMatch[]) {
  const pairs = groupBy(matches, ({ mine, other }) => `${textOf(mine)} ${textOf(other)}`)
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair
    if (!first) return []
    return joinSentences(pair.map(({ mine, other, similarity }) => ({ one: mine, other, similarity }))).map(
      (match) => ({
        one: placeOf(first.mine, match.one),
        other: placeOf(first.other, match.other),
        similarity: match.similarity,
      }),
    )
  })
}

function rulingOn(rulings: readonly Ruling[], one: SharedSide, other: SharedSide): SharedPassage['ruling'] {
  for (const ruling of rulings) {
    const how = concerns(ruling, one, other)
    const { id, kind, reason, by, at } = ruling
    if (how) return { id, kind, reason, by: by.name, at, isReversed: how === 'reversed' }
  }
  return null
}

type Choice = {
  /** Of pairs of articles only those whose other one came in before: so that each is found under one of them. */
  olderOnly?: boolean
  /** Only where this holds of the place in the given version. */
  where?: (place: { versionId: string | null; start: number; end: number }) => boolean
}

const isOlder = ({ mine, other }: SentenceMatch) => {
  if (!other.since || !mine.since) return true
  const gap = other.since.getTime() - mine.since.getTime()
  return gap < 0 || (gap === 0 && (other.articleId ?? '') < (mine.articleId ?? ''))
}

/** What these versions share with other texts of the project, in the order of the places. A fixed number of queries. */
export async function findPassages(
  ctx: Ctx,
  versionIds: readonly string[],
  { olderOnly = false, where = () => true }: Choice = {},
): Promise<SharedPassage[]> {
  const projectId = projectOf(ctx)
  const mine = (await sentencesOfVersions(ctx.db, projectId, versionIds)).filter(where)
  const matches = await findMatches(ctx.db, projectId, mine)
  const found = joined(olderOnly ? matches.filter(isOlder) : matches)
  if (found.length === 0) return []
  const places = found.flatMap(({ one, other }) => [one, other])
  const textIds = [...new Set(places.map(({ textId }) => textId))]
  const [sideOf, rulings] = await Promise.all([loadSides(ctx, places), listRulings(ctx.db, projectId, textIds)])
  const passages = found.flatMap(({ similarity, ...pair }) => {
    const [one, other] = [sideOf(pair.one), sideOf(pair.other)]
    if (!one || !other) return []
    const key = [textOfSide(one), one.start, textOfSide(other), other.start].join(' ')
    return [{ key, similarity, one, other, ruling: rulingOn(rulings, one, other), linked: [] }]
  })
  return withLinks(ctx, passages)
}

const textOfSide = ({ versionId, evidenceId }: SharedSide) => versionId ?? evidenceId

async function withLinks(ctx: Ctx, passages: readonly SharedPassage[]): Promise<SharedPassage[]> {
  const claimIds = [
    ...new Set(passages.flatMap(({ one, other }) => [...one.claims, ...other.claims]).map(({ id }) => id)),
  ]
  const links = await ctx.db.claimLink.findMany({
    where: { projectId: projectOf(ctx), removedAt: null, oneId: { in: claimIds }, otherId: { in: claimIds } },
    select: { oneId: true, otherId: true },
  })
  const linked = new Set(links.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]))
  return passages.map((passage) => ({
    ...passage,
    linked: passage.one.claims
      .flatMap((one) => passage.other.claims.map((other) => `${one.id} ${other.id}`))
      .filter((pair) => linked.has(pair)),
  }))
}
