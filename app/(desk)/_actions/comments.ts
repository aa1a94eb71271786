'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { addComment } from '@/lib/comments/commands'
import type { addCommentInput } from '@/lib/comments/schema'

export const addCommentAction = async (input: CommandInput<typeof addCommentInput>) => runQuietAction(addComment, input)
