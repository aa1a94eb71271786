import { z } from 'zod'
import { optionalDay, optionalText, seenVersion } from '@/lib/fields'
import { claimId, replyId, sourceId } from '@/lib/ids'
import { ReplyOutcome } from '@/prisma/generated/enums'

// In the order in which the screens offer them.
export const REPLY_OUTCOMES = [
  ReplyOutcome.WAITING,
  ReplyOutcome.ANSWERED,
  ReplyOutcome.DECLINED,
  ReplyOutcome.NO_ANSWER,
  ReplyOutcome.NOT_ASKED,
] as const

/** Those after which something came back, on a day and in words. */
export const WITH_ANSWER: readonly ReplyOutcome[] = [ReplyOutcome.ANSWERED, ReplyOutcome.DECLINED]

/** `note` says by which way, or why nobody was asked. What the outcome has no place for is left out. */
export const saveReplyInput = z
  .object({
    id: replyId,
    claimId,
    version: seenVersion.nullable(),
    sourceId: z.string('reply.sourceMissing').min(1, 'reply.sourceMissing').pipe(sourceId),
    outcome: z.enum(ReplyOutcome, 'reply.outcomeMissing'),
    askedOn: optionalDay,
    note: optionalText(2000),
    answeredOn: optionalDay,
    answer: optionalText(10_000),
  })
  .transform((reply) => ({
    ...reply,
    askedOn: reply.outcome === ReplyOutcome.NOT_ASKED ? null : reply.askedOn,
    ...(WITH_ANSWER.includes(reply.outcome) ? {} : { answeredOn: null, answer: null }),
  }))
  .superRefine(({ outcome, note, answer, askedOn, answeredOn }, issues) => {
    const refuse = (message: string, path: string) => issues.addIssue({ code: 'custom', message, path: [path] })
    if (outcome === ReplyOutcome.NOT_ASKED && note === null) refuse('reply.whyMissing', 'note')
    if (outcome === ReplyOutcome.ANSWERED && answer === null) refuse('reply.answerMissing', 'answer')
    if (askedOn && answeredOn && askedOn > answeredOn) refuse('reply.dayOrder', 'answeredOn')
  })

export const removeReplyInput = z.object({ id: replyId, claimId, version: seenVersion })

export type ReplyFields = Omit<z.output<typeof saveReplyInput>, 'id' | 'claimId' | 'version'>
