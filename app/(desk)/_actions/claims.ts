'use server'

import { runQuietAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import type {
  deleteClaimInput,
  editClaimInput,
  markClaimInput,
  moveClaimInput,
  redoClaimInput,
  undoClaimInput,
} from '@/lib/claims/schema'
import { redoLastStep } from '@/lib/steps/commands/redo-last-step'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { nextOwnSteps } from '@/lib/steps/queries/own-steps'

export async function markClaimAction(input: CommandInput<typeof markClaimInput>) {
  return runQuietAction(markClaim, input)
}

export async function editClaimAction(input: CommandInput<typeof editClaimInput>) {
  return runQuietAction(editClaim, input)
}

export async function moveClaimAction(input: CommandInput<typeof moveClaimInput>) {
  return runQuietAction(moveClaim, input)
}

export async function deleteClaimAction(input: CommandInput<typeof deleteClaimInput>) {
  return runQuietAction(deleteClaim, input)
}

export async function undoLastStepAction(input: CommandInput<typeof undoClaimInput>) {
  return runQuietAction(undoLastStep, input)
}

export async function redoLastStepAction(input: CommandInput<typeof redoClaimInput>) {
  return runQuietAction(redoLastStep, input)
}

/** What the menu of undoing says before it does it. */
export async function nextOwnStepsAction(articleId: string) {
  return nextOwnSteps(await getCtx(), articleId)
}
