import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { originCountsIn } from '@/lib/independence/queries/origin-counts'
import { unionFind } from '@/lib/independence/union-find'
import { groupBy } from '@/lib/lists/group-by'
import { listWarningsOfEvent, type WarningOfEvent } from '@/lib/warnings/queries'

/** A warning with all its tellings: the claims of several texts that a person linked as the same. */
export type WarningLine = {
  key: string
  tellings: [WarningOfEvent, ...WarningOfEvent[]]
  origins: number
  undetermined: number
}

/** The warnings of an event, a line each, those sent first first; those of unknown date last. */
export async function listWarningLines(ctx: Ctx, eventId: string): Promise<WarningLine[]> {
  authorise('project:read', ctx.actor)
  const warnings = await listWarningsOfEvent(ctx, eventId)
  const counts = await originCountsIn(
    ctx.db,
    projectOf(ctx),
    warnings.map(({ claimId }) => claimId),
  )
  const together = unionFind()
  for (const { claimId } of warnings)
    for (const { id } of counts.get(claimId)?.linked ?? []) together.union(claimId, id)
  return [...groupBy(warnings, ({ claimId }) => together.find(claimId)).values()].flatMap((tellings): WarningLine[] => {
    const [first, ...others] = tellings
    const side = counts.get(first?.claimId ?? '')?.asserting
    const sums = { origins: side?.origins ?? 0, undetermined: side?.undetermined ?? 0 }
    return first ? [{ key: first.id, tellings: [first, ...others], ...sums }] : []
  })
}
