'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { recordVerdict } from '@/lib/verdicts/commands'
import type { recordVerdictInput } from '@/lib/verdicts/schema'

export async function recordVerdictAction(input: CommandInput<typeof recordVerdictInput>) {
  return runQuietAction(recordVerdict, input)
}
