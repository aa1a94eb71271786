'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { attributeEvidence, restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import type {
  attributeEvidenceInput,
  restoreEvidenceInput,
  saveEvidenceInput,
  withdrawEvidenceInput,
} from '@/lib/evidence/schema'

export async function saveEvidenceAction(input: CommandInput<typeof saveEvidenceInput>) {
  return runQuietAction(saveEvidence, input)
}

export async function attributeEvidenceAction(input: CommandInput<typeof attributeEvidenceInput>) {
  return runQuietAction(attributeEvidence, input)
}

export async function withdrawEvidenceAction(input: CommandInput<typeof withdrawEvidenceInput>) {
  return runQuietAction(withdrawEvidence, input)
}

export async function restoreEvidenceAction(input: CommandInput<typeof restoreEvidenceInput>) {
  return runQuietAction(restoreEvidence, input)
}
