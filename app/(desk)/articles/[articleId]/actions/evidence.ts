'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import type { restoreEvidenceInput, saveEvidenceInput, withdrawEvidenceInput } from '@/lib/evidence/schema'
import { restoreEvidence, saveEvidence } from '@/lib/independence/commands/save-evidence'

export async function saveEvidenceAction(input: CommandInput<typeof saveEvidenceInput>) {
  return runAction(saveEvidence, input)
}

export async function withdrawEvidenceAction(input: CommandInput<typeof withdrawEvidenceInput>) {
  return runAction(withdrawEvidence, input)
}

export async function restoreEvidenceAction(input: CommandInput<typeof restoreEvidenceInput>) {
  return runAction(restoreEvidence, input)
}
