import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/fields'
import { appearanceId, claimId, claimLinkId, originDecisionId } from '@/lib/ids'
import { OriginDecisionKind } from '@/prisma/generated/enums'

/** `otherId` null: an origin of its own. Both appearances are of the claim, or of those that are counted with it. */
export const decideOriginInput = z
  .object({
    id: originDecisionId,
    claimId,
    kind: z.enum(OriginDecisionKind),
    appearanceId,
    otherId: appearanceId.nullish().transform((id) => id ?? null),
    reason: requiredText(2000, 'origins.reasonMissing'),
  })
  .superRefine(({ kind, appearanceId: one, otherId }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: ['otherId'] })
    if (kind === OriginDecisionKind.SAME && otherId === null) refuse('origins.otherMissing')
    if (kind === OriginDecisionKind.CONCERNED && otherId !== null) refuse('origins.otherNotAsked')
    if (one === otherId) refuse('origins.withItself')
  })

export const takeBackDecisionInput = z.object({ id: originDecisionId, reason: optionalText(2000) })

/** Two claims of different articles that say the same. */
export const linkClaimsInput = z.object({
  id: claimLinkId,
  oneId: claimId,
  otherId: claimId,
  reason: optionalText(2000),
  /** The person has been told what speaks against it, and links them all the same. */
  confirmed: z.boolean().default(false),
})
export const unlinkClaimsInput = z.object({ id: claimLinkId, reason: optionalText(2000) })

export type DecideOriginInput = z.output<typeof decideOriginInput>
