import type { Speakers } from '@/lib/attributions/speakers'
import { command } from '@/lib/audit/record'
import { projectOf, type TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { attributeItem } from '@/lib/evidence/commands/attribute-item'
import { saveItem } from '@/lib/evidence/commands/save-item'
import { restoreItem } from '@/lib/evidence/commands/withdraw-evidence'
import { readItem } from '@/lib/evidence/queries/item-speakers'
import { attributeEvidenceInput, restoreEvidenceInput, saveEvidenceInput } from '@/lib/evidence/schema'
import { loadPools } from '@/lib/independence/queries/pool'
import { stanceSide } from '@/lib/independence/queries/pool-appearances'
import type { Stance } from '@/prisma/generated/enums'

const CONFIRMED = 1
const ORIGINS_THAT_CONFIRM = 2

type ItemCredibility = { claimId: string; stance: Stance; credibility: number | null }

/**
 * Credibility 1 says "confirmed by other sources" (Admiralty code): refused below two determined origins on the item's
 * own side, counted with the item itself. What stands on neither side is confirmed by none.
 */
async function refuseUnconfirmed(ctx: TxCtx, { claimId, stance, credibility }: ItemCredibility) {
  if (credibility !== CONFIRMED) return
  const counts = (await loadPools(ctx.tx, projectOf(ctx), [claimId])).get(claimId)?.counts
  const sides = { asserts: counts?.asserting, contradicts: counts?.contradicting, neither: undefined }
  const found = sides[stanceSide(stance)]?.origins ?? 0
  const reason = { key: 'evidence.credibilityOne', values: { found }, path: 'credibility' }
  refuseIf('refused', found < ORIGINS_THAT_CONFIRM ? [reason] : [])
}

/** Adds an evidence item to a claim, or changes one, with its own chain. */
export const saveEvidence = command(
  'evidence:save',
  saveEvidenceInput,
  async (ctx, input, speakers: Speakers | null) => {
    const done = await saveItem(ctx, input, speakers)
    await refuseUnconfirmed(ctx, input)
    return done
  },
  (ctx, { quote, passage }) => readItem(ctx.db, projectOf(ctx), { quote, passage }),
)

/** Says who speaks in an evidence item, or how its text knows. */
export const attributeEvidence = command('evidence:attribute', attributeEvidenceInput, async (ctx, input) => {
  const done = await attributeItem(ctx, input)
  await refuseUnconfirmed(ctx, done.after)
  return done
})

/** Takes the withdrawal of an evidence item back. */
export const restoreEvidence = command('evidence:restore', restoreEvidenceInput, async (ctx, input) => {
  const done = await restoreItem(ctx, input)
  await refuseUnconfirmed(ctx, done.before)
  return done
})
