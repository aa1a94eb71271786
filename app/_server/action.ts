import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import { takeWrite } from '@/lib/auth/commands/request-limit'
import type { Ctx } from '@/lib/context'
import type { ActionResult } from '../_ui/action-result'
import { findCtx } from './actor'
import { errorAnswer, SIGNED_OUT } from './error-answer'

async function answerOf<Input, T>(
  command: (ctx: Ctx, input: Input) => Promise<T>,
  input: Input,
  answer: (value: T) => ActionResult<T>,
): Promise<ActionResult<T>> {
  try {
    const ctx = await findCtx()
    if (!ctx) return { ok: false, error: SIGNED_OUT }
    await takeWrite(ctx.actor)
    return answer(await command(ctx, input))
  } catch (error) {
    unstable_rethrow(error)
    return { ok: false, error: errorAnswer(error) }
  }
}

/**
 * Runs a command as the signed-in person and shows its effect on the page that asked. A refusal comes back with every reason. Whoever is
 * no longer signed in gets a reason too, not a redirect: what they were writing stays on their screen.
 */
export const runAction = <Input, T>(command: (ctx: Ctx, input: Input) => Promise<T>, input: Input) =>
  answerOf(command, input, (value) => {
    refresh()
    return { ok: true, value }
  })

/** As `runAction`, for a page that asks for what it shows of the change by itself: the answer is the command's value alone. */
export const runQuietAction = <Input, T>(command: (ctx: Ctx, input: Input) => Promise<T>, input: Input) =>
  answerOf(command, input, (value) => ({ ok: true, value, isQuiet: true }))
