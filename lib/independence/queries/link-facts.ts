import type { Tx } from '@/lib/db'
import type { LinkedFacts } from '@/lib/independence/link-doubts'
import type { Prisma } from '@/prisma/generated/client'

const parts = {
  ...{ id: true, number: true, wording: true, category: true, checked: true, articleId: true },
  article: { select: { title: true, language: true } },
  figures: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  hints: { where: { hint: { startsWith: '#' } }, select: { hint: true }, orderBy: { hint: 'asc' } },
} satisfies Prisma.ClaimSelect

/** What tells a claim from others, and where it stands. */
export type ClaimFacts = LinkedFacts & {
  articleId: string
  articleTitle: string
  language: string | null
  eventIds: readonly string[]
}

/** What tells these claims from others, by id: two queries. */
export async function linkFacts(tx: Tx, projectId: string, ids: readonly string[]): Promise<Map<string, ClaimFacts>> {
  const rows = await tx.claim.findMany({ where: { projectId, id: { in: [...ids] }, deletedAt: null }, select: parts })
  return new Map(
    rows.map(({ article, hints, ...claim }) => [
      claim.id,
      {
        ...claim,
        figures: claim.figures.map((figure) => ({
          ...figure,
          group: figure.populationSourceId === null ? null : { id: figure.populationSourceId },
        })),
        articleTitle: article.title,
        language: article.language,
        numbers: hints.map(({ hint }) => hint.slice(1)),
        eventIds: claim.figures.flatMap(({ eventId }) => eventId ?? []),
      },
    ]),
  )
}
