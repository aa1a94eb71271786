'use server'

import { runQuietAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim, planClaim } from '@/lib/review/commands/assign'
import {
  dropClaim,
  reopenClaim,
  restoreClaim,
  returnClaim,
  startChecking,
  submitClaim,
  withdrawClaim,
} from '@/lib/review/commands/moves'
import { listAssignable } from '@/lib/review/queries/assignable'
import type {
  approveInput,
  assignClaimInput,
  moveInput,
  planClaimInput,
  reasonInput,
  returnInput,
} from '@/lib/review/schema'

type WithReason = CommandInput<typeof reasonInput>

type Move = CommandInput<typeof moveInput>

export const assignClaimAction = async (input: CommandInput<typeof assignClaimInput>) =>
  runQuietAction(assignClaim, input)

export const planClaimAction = async (input: CommandInput<typeof planClaimInput>) => runQuietAction(planClaim, input)

export const startCheckingAction = async (input: Move) => runQuietAction(startChecking, input)

export const submitClaimAction = async (input: Move) => runQuietAction(submitClaim, input)

export const withdrawClaimAction = async (input: Move) => runQuietAction(withdrawClaim, input)

export const returnClaimAction = async (input: CommandInput<typeof returnInput>) => runQuietAction(returnClaim, input)

export const approveClaimAction = async (input: CommandInput<typeof approveInput>) =>
  runQuietAction(approveClaim, input)

export const reopenClaimAction = async (input: WithReason) => runQuietAction(reopenClaim, input)

export const dropClaimAction = async (input: WithReason) => runQuietAction(dropClaim, input)

export const restoreClaimAction = async (input: WithReason) => runQuietAction(restoreClaim, input)

/** Whom a claim can be given to, and what each has in hand: asked for when somebody opens the dialog. */
export const listAssignableAction = async () => listAssignable(await getCtx())
