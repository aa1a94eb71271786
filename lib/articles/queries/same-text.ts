import type { Tx } from '@/lib/db'

/** The project's article of which some version has this hash of its text, archived ones too, or null. */
export async function articleOfHash(tx: Tx, projectId: string, sha256: string) {
  const version = await tx.articleVersion.findFirst({
    where: { projectId, sha256 },
    orderBy: { createdAt: 'asc' },
    select: { number: true, article: { select: { id: true, title: true, archivedAt: true } } },
  })
  return version && { ...version.article, number: version.number }
}
