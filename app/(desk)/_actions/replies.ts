'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { removeReply, saveReply } from '@/lib/replies/commands'
import type { removeReplyInput, saveReplyInput } from '@/lib/replies/schema'

export async function saveReplyAction(input: CommandInput<typeof saveReplyInput>) {
  return runQuietAction(saveReply, input)
}

export async function removeReplyAction(input: CommandInput<typeof removeReplyInput>) {
  return runQuietAction(removeReply, input)
}
