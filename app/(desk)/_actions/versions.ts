'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { letGoAnchoring, reopenAnchoring, takeAnchoring } from '@/lib/versions/commands/settle-anchoring'
import type { anchoringInput, takeAnchoringInput } from '@/lib/versions/schema'

export async function takeAnchoringAction(input: CommandInput<typeof takeAnchoringInput>) {
  return runQuietAction(takeAnchoring, input)
}

export async function letGoAnchoringAction(input: CommandInput<typeof anchoringInput>) {
  return runQuietAction(letGoAnchoring, input)
}

export async function reopenAnchoringAction(input: CommandInput<typeof anchoringInput>) {
  return runQuietAction(reopenAnchoring, input)
}
