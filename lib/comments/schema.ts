import { z } from 'zod'
import { requiredText } from '@/lib/fields'
import { claimId, commentId } from '@/lib/ids'

export const commentBody = requiredText(5000, 'comment.bodyMissing')
export const addCommentInput = z.object({ id: commentId, claimId, body: commentBody })
