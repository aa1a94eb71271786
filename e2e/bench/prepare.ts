import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId, projectId, userId } from '@/lib/ids'
import { sliceCodePoints } from '@/lib/text/code-points'
import type { ClaimCategory } from '@/prisma/generated/enums'
import { anArticle } from '@/seeds/builders'

const CATEGORIES: readonly ClaimCategory[] = ['CASUALTIES', 'THREAT_WARNING', 'STATEMENT', 'OPERATION', 'IDENTITY']
const SENTENCE =
  'Selon M. Mallick, les services de renseignement américains affirment que sept terroristes sont en fuite, a-t-il dit. '

/** An article of about so many code points, with so many overlapping claims, put straight into the database. */
export async function bigArticle(points: number, claims: number) {
  const db = getDb()
  const project = await db.project.findFirstOrThrow()
  const marker = await db.user.findFirstOrThrow({ where: { email: 'editor@recoupe.example' } })
  const paragraph = SENTENCE.repeat(6).trim()
  // A number in front: the same text twice is one article of a project.
  const raw = `${points} ${claims}\n\n${Array.from({ length: Math.ceil(points / paragraph.length) }, () => paragraph).join('\n\n')}`
  const { article, version } = await anArticle(db, project, raw, `Bench ${points} × ${claims}`)
  const step = Math.max(1, Math.floor((version.codePoints - 80) / Math.max(1, claims)))
  const spans = Array.from({ length: claims }, (_, index) => {
    const start = index * step
    const end = start + 30 + (index % 40)
    return {
      id: newId(),
      projectId: project.id,
      versionId: version.id,
      start,
      end,
      exact: sliceCodePoints(version.text, start, end),
      prefix: '',
      suffix: '',
    }
  })
  const rows = spans.map((span, index) => ({
    id: newId(),
    projectId: project.id,
    articleId: article.id,
    number: index + 1,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'OTHER',
    checked: 'CONTENT' as const,
    wording: span.exact.trim() || 'Espace',
    tags: [],
    markedById: marker.id,
  }))
  const started = performance.now()
  await db.span.createMany({ data: spans })
  const spanTime = performance.now() - started
  const places = rows.map((row, index) => ({ claimId: row.id, spanId: spans[index]?.id ?? '', position: 0 }))
  await db.$transaction(
    async (tx) => {
      await tx.claim.createMany({ data: rows })
      // The database takes passages of a claim only with a new revision.
      await tx.claim.updateMany({ where: { articleId: article.id }, data: { revision: { increment: 1 } } })
      await tx.claimSpan.createMany({ data: places })
    },
    { timeout: 120_000 },
  )
  const actor = {
    userId: userId.parse(marker.id),
    projectId: projectId.parse(project.id),
    role: 'EDITOR',
    isOwner: false,
  } as const
  const ctx: Ctx = { actor, db, now: new Date() }
  return { articleId: article.id, text: version.text, spans, ctx, spanTime }
}
