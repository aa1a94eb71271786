import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { Ctx } from '@/lib/context'
import type { ActionResult } from '../_ui/action-result'
import { findCtx } from './actor'
import { errorAnswer, SIGNED_OUT } from './error-answer'

/**
 * Runs a command as the signed-in person and shows its effect on the page that asked. A refusal comes back with every reason. Whoever is
 * no longer signed in gets a reason too, not a redirect: what they were writing stays on their screen.
 */
export async function runAction<Input, T>(
  command: (ctx: Ctx, input: Input) => Promise<T>,
  input: Input,
): Promise<ActionResult<T>> {
  try {
    const ctx = await findCtx()
    if (!ctx) return { ok: false, error: SIGNED_OUT }
    const value = await command(ctx, input)
    refresh()
    return { ok: true, value }
  } catch (error) {
    unstable_rethrow(error)
    return { ok: false, error: errorAnswer(error) }
  }
}
