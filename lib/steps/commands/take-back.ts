import type { TxCtx } from '@/lib/context'
import { FIGURE_KIND, WARNING_KIND } from '@/lib/steps/commands/fact-kinds'
import { takeChainsBack } from '@/lib/steps/commands/take-back-chains'
import { takeFactBack } from '@/lib/steps/commands/take-back-fact'
import { factStepKind, type OwnEntity } from '@/lib/steps/own-step'
import type { AuditEntry } from '@/prisma/generated/client'

type Taken = { entityId: string; articleId: string; claimId: string | null; before: unknown; after: unknown }

const TAKE_BACK: Record<OwnEntity, (ctx: TxCtx, step: AuditEntry) => Promise<Taken>> = {
  attribution: takeChainsBack,
  figure: takeFactBack(FIGURE_KIND),
  warning: takeFactBack(WARNING_KIND),
}

/**
 * Puts what a row of the history changed back to what was before it, by the rules by which it is saved otherwise. Refused when it is
 * not as the row left it, while its claim is locked, and where the row does not keep enough. `isRedo`: the row is itself an undoing.
 */
export async function takeBack(ctx: TxCtx, step: AuditEntry, entity: OwnEntity, isRedo: boolean) {
  const { entityId, articleId, claimId, before, after } = await TAKE_BACK[entity](ctx, step)
  const kind = isRedo ? factStepKind(entity, step.after, step.before) : factStepKind(entity, step.before, step.after)
  return { kind, entity, entityId, articleId, claimId, before, after }
}
