import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { optionalText } from '@/lib/fields'
import { claimId as parseClaimId } from '@/lib/ids'
import type { PooledClaim } from '@/lib/independence/view'

const MOST = 8
const MOST_WORDS = 8
// What nobody types in a field of a search is not read. In UTF-16 units.
const MOST_TYPED = 300

// Prisma passes `contains` to LIKE as it is.
const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** Claims of the project's other articles whose wording holds every one of these words, the newest first; at most 8. */
export async function searchClaimsToLink(ctx: Ctx, claimId: string, words: string): Promise<PooledClaim[]> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const { data: id } = parseClaimId.safeParse(claimId)
  const asked = optionalText(MOST_TYPED).safeParse(words.slice(0, MOST_TYPED)).data ?? ''
  const wanted = asked.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const own = id ? await ctx.db.claim.findFirst({ where: { id, projectId }, select: { articleId: true } }) : null
  if (!own || wanted.length === 0) return []
  const claims = await ctx.db.claim.findMany({
    where: {
      projectId,
      deletedAt: null,
      articleId: { not: own.articleId },
      linksAsOne: { none: { removedAt: null, otherId: id } },
      linksAsOther: { none: { removedAt: null, oneId: id } },
      AND: wanted.map((word) => ({ wording: { contains: literally(word), mode: 'insensitive' } })),
    },
    orderBy: { id: 'desc' },
    take: MOST,
    select: { id: true, number: true, wording: true, articleId: true, article: { select: { title: true } } },
  })
  return claims.map(({ article, ...claim }) => ({ ...claim, articleTitle: article.title }))
}
