import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { LOCKED_STATES } from '@/lib/claims/lock'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'
import { readForPreview } from '@/lib/import/queries'
import { anchorApart } from '@/lib/versions/queries/anchor-apart'
import { previewVersionInput } from '@/lib/versions/schema'

/** Of more things than these the preview shows the first, those to settle before others, and counts all. */
const MOST_SHOWN = 200

/**
 * What a text would be as an article's new one, before anything is saved: how it is read, and of all that stands in the article's texts
 * whether its words are there exactly, moved, in several places or nowhere. `isPresent`: it is the present text. Throws `not-found`,
 * and what cannot be read as `previewImport` does.
 */
export async function previewVersion(ctx: Ctx, raw: z.input<typeof previewVersionInput>) {
  authorise('article:addVersion', ctx.actor)
  const { articleId, ...input } = parseInput(previewVersionInput, raw)
  const projectId = projectOf(ctx)
  const present = foundOr404(
    await ctx.db.articleVersion.findFirst({
      where: { articleId, projectId },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, sha256: true },
    }),
    'article',
  )
  const { text, preview: read } = await readForPreview(ctx, input)
  const isPresent = read.sha256 === present.sha256
  const { places, wordsAdded, wordsGone, spans } = await anchorApart(ctx, articleId, text)
  const claims = await ctx.db.claim.findMany({
    where: { projectId, articleId, deletedAt: null },
    select: { id: true, number: true, wording: true },
  })
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const found = spans
    .filter(({ kind }) => kind !== 'EVIDENCE')
    .map(({ id, kind, claimId, exact, state }) => ({
      ...{ id, kind, exact, outcome: places.get(id)?.outcome ?? 'orphaned' },
      claim: claimOf.get(claimId) ?? null,
      isLocked: state !== null && LOCKED_STATES.includes(state),
    }))
  const count = (outcome: string) => found.filter((each) => each.outcome === outcome).length
  return {
    read: { ...read, existing: read.existing?.id === articleId ? null : read.existing },
    ...{ isPresent, seenVersionId: present.id, wordsAdded, wordsGone },
    counts: {
      ...{ exact: count('exact'), moved: count('moved'), ambiguous: count('ambiguous'), orphaned: count('orphaned') },
      locked: found.filter(({ isLocked }) => isLocked).length,
    },
    found: found.toSorted((a, b) => Number(a.outcome === 'exact') - Number(b.outcome === 'exact')).slice(0, MOST_SHOWN),
  }
}

export type VersionPreview = Awaited<ReturnType<typeof previewVersion>>
