import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Reason } from '@/lib/errors'
import { figureDoubts } from '@/lib/independence/link-doubts'
import { linkFacts } from '@/lib/independence/queries/link-facts'

/** Where a claim's figures contradict those of claims that are counted with it: what linking them would ask about today. */
export async function listFigureDoubts(ctx: Ctx, claimId: string, countedWith: readonly string[]): Promise<Reason[]> {
  authorise('project:read', ctx.actor)
  const others = countedWith.filter((id) => id !== claimId)
  if (others.length === 0) return []
  const facts = await linkFacts(ctx.db, projectOf(ctx), [claimId, ...others])
  const own = facts.get(claimId)
  return own
    ? figureDoubts(
        own,
        others.flatMap((id) => facts.get(id) ?? []),
      )
    : []
}
