'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { restoreEvidence, withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import type { restoreEvidenceInput, saveEvidenceInput, withdrawEvidenceInput } from '@/lib/evidence/schema'

export async function saveEvidenceAction(input: CommandInput<typeof saveEvidenceInput>) {
  return runAction(saveEvidence, input)
}

export async function withdrawEvidenceAction(input: CommandInput<typeof withdrawEvidenceInput>) {
  return runAction(withdrawEvidence, input)
}

export async function restoreEvidenceAction(input: CommandInput<typeof restoreEvidenceInput>) {
  return runAction(restoreEvidence, input)
}
