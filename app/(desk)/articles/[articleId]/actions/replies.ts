'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { removeReply, saveReply } from '@/lib/replies/commands'
import type { removeReplyInput, saveReplyInput } from '@/lib/replies/schema'

export async function saveReplyAction(input: CommandInput<typeof saveReplyInput>) {
  return runAction(saveReply, input)
}

export async function removeReplyAction(input: CommandInput<typeof removeReplyInput>) {
  return runAction(removeReply, input)
}
