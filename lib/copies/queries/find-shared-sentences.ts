import { type Ctx, projectOf } from '@/lib/context'
import { concerns, type Ruling } from '@/lib/copies/concerns'
import { joinSentences } from '@/lib/copies/join-sentences'
import { type Sentence, sentencesOfVersions } from '@/lib/copies/queries/find-candidates'
import { findMatches, type SentenceMatch } from '@/lib/copies/queries/find-matches'
import { listRulings } from '@/lib/copies/queries/list-rulings'
import { loadSides, type SidePlace } from '@/lib/copies/queries/load-sides'
import type { Shown } from '@/lib/copies/schema'
import type { SharedSentence, SharedSide } from '@/lib/copies/shared-sentence'
import { byText } from '@/lib/lists/by-text'
import { groupBy } from '@/lib/lists/group-by'

const textOf = ({ versionId, evidenceId }: Sentence) => versionId ?? evidenceId ?? ''

const placeOf = ({ versionId, evidenceId, articleId }: Sentence, range: { start: number; end: number }): SidePlace => ({
  ...{ textId: articleId ?? evidenceId ?? '', versionId, evidenceId },
  ...{ start: range.start, end: range.end },
})

/** The version, or the evidence item whose quote it is. */
export const placeText = ({ versionId, evidenceId }: SidePlace) => versionId ?? evidenceId ?? ''
const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

function joined(matches: readonly SentenceMatch[]): SharedPlace[] {
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

function rulingOn(rulings: readonly Ruling[], one: SharedSide, other: SharedSide): SharedSentence['ruling'] {
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

/** Where two texts share a sentence, before what is known of them. */
export type SharedPlace = { one: SidePlace; other: SidePlace; similarity: number }

/** Sentences that begin at one place of a text: in the order of the other text's id, and of the place in it. */
const byPlace = (a: SharedPlace, b: SharedPlace): number =>
  a.one.start - b.one.start || byText(placeText(a.other), placeText(b.other)) || a.other.start - b.other.start

/**
 * Where these versions share sentences with other texts of the project: in the versions' order, and in each of them in that of
 * the places. What is known of the texts is for `describeSentences`: there may be thousands.
 */
export async function findPlaces(
  ctx: Ctx,
  versionIds: readonly string[],
  { olderOnly = false, where = () => true }: Choice = {},
): Promise<SharedPlace[]> {
  const projectId = projectOf(ctx)
  const mine = (await sentencesOfVersions(ctx.db, projectId, versionIds)).filter(where)
  const matches = await findMatches(ctx.db, projectId, mine)
  const order = new Map(versionIds.map((id, at) => [id, at]))
  const orderOf = ({ one }: SharedPlace) => order.get(one.versionId ?? '') ?? 0
  const found = joined(olderOnly ? matches.filter(isOlder) : matches)
  return found.sort((a, b) => orderOf(a) - orderOf(b) || byPlace(a, b))
}

/** These sentences with their words, claims, decisions and links. A fixed number of queries. */
export async function describeSentences(ctx: Ctx, found: readonly SharedPlace[]): Promise<SharedSentence[]> {
  if (found.length === 0) return []
  const places = found.flatMap(({ one, other }) => [one, other])
  const textIds = [...new Set(places.map(({ textId }) => textId))]
  const [sideOf, rulings] = await Promise.all([loadSides(ctx, places), listRulings(ctx.db, projectOf(ctx), textIds)])
  const byTexts = groupBy(rulings, ({ copy, original }) => pairOf(copy.textId, original.textId))
  const sentences = found.flatMap(({ similarity, ...pair }) => {
    const [one, other] = [sideOf(pair.one), sideOf(pair.other)]
    if (!one || !other) return []
    const key = [placeText(one), one.start, placeText(other), other.start].join(' ')
    const ruling = rulingOn(byTexts.get(pairOf(one.textId, other.textId)) ?? [], one, other)
    return [{ key, similarity, one, other, ruling, linked: [] }]
  })
  return withLinks(ctx, sentences)
}

/** Those of the sentences about which something is decided, or nothing. Only texts of which a person decided are read for it. */
export async function filterShown(ctx: Ctx, found: readonly SharedPlace[], show: Shown): Promise<SharedPlace[]> {
  if (show === 'all' || found.length === 0) return [...found]
  const textIds = [...new Set(found.flatMap(({ one, other }) => [one.textId, other.textId]))]
  const rulings = await listRulings(ctx.db, projectOf(ctx), textIds)
  const ruled = new Set(rulings.map(({ copy, original }) => pairOf(copy.textId, original.textId)))
  const isAsked = ({ one, other }: SharedPlace) => ruled.has(pairOf(one.textId, other.textId))
  const described = await describeSentences(ctx, found.filter(isAsked))
  const keys = new Set(described.flatMap(({ key, ruling }) => (ruling ? [key] : [])))
  const keyOf = ({ one, other }: SharedPlace) => [placeText(one), one.start, placeText(other), other.start].join(' ')
  return found.filter((each) => keys.has(keyOf(each)) === (show === 'decided'))
}

async function withLinks(ctx: Ctx, sentences: readonly SharedSentence[]): Promise<SharedSentence[]> {
  const claimIds = [
    ...new Set(sentences.flatMap(({ one, other }) => [...one.claims, ...other.claims]).map(({ id }) => id)),
  ]
  const links = await ctx.db.claimLink.findMany({
    where: { projectId: projectOf(ctx), removedAt: null, oneId: { in: claimIds }, otherId: { in: claimIds } },
    select: { oneId: true, otherId: true },
  })
  const linked = new Set(links.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]))
  return sentences.map((sentence) => ({
    ...sentence,
    linked: sentence.one.claims
      .flatMap((one) => sentence.other.claims.map((other) => `${one.id} ${other.id}`))
      .filter((pair) => linked.has(pair)),
  }))
}
