'use client'

import { unstable_rethrow } from 'next/navigation'
import { createContext, useCallback, useContext, useEffect, useRef, useState, useTransition } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { ActionError, ActionResult, RefusalReason } from './action-result'
import { lostAnswer } from './lost-answer'
import { type SaveEnd, useSaveReporter } from './save-status'
import { useReasonText } from './use-reason-text'

/** How a page brings in what a quiet action changed: it runs `done`, what the form does then, and shows the change. */
export const AfterWriteContext = createContext<(done: () => void) => void>((done) => done())

interface Options<T> {
  onSuccess?: (value: T) => void
  onError?: (error: ActionError) => void
  /** What is typed into the form, and kept until it is saved. */
  unsaved?: { settle: () => void }
}

// A deed that is refused leaves nothing unsaved; what was typed and not taken does.
const endOf = ({ code }: ActionError): SaveEnd => (code === 'refused' || code === 'forbidden' ? 'refused' : 'failed')

/** The rest of each member of a union. */
type WithoutCommandId<Input> = Input extends unknown ? Omit<Input, 'commandId'> : never

/**
 * Runs a server action that takes `{...input, commandId}`. A repeat of the same input after a lost answer carries the same
 * command id, so that the server does it once.
 */
export function useAction<Input extends { commandId: string }, T>(
  action: (input: Input) => Promise<ActionResult<T>>,
  options: Options<T> = {},
) {
  const [pending, startTransition] = useTransition()
  const [error, setError] = useState<ActionError | null>(null)
  const attempt = useRef<{ commandId: string; input: string } | null>(null)
  const report = useSaveReporter()
  const afterWrite = useContext(AfterWriteContext)
  const latest = useRef({ action, options, report, afterWrite })
  useEffect(() => {
    latest.current = { action, options, report, afterWrite }
  })
  const text = useReasonText()

  const run = useCallback((input: WithoutCommandId<Input>) => {
    return new Promise<ActionResult<T>>((resolve) => {
      startTransition(async () => {
        const written = JSON.stringify(input)
        if (attempt.current?.input !== written) attempt.current = { commandId: uuidv7(), input: written }
        const { commandId } = attempt.current
        const reportEnd = latest.current.report()
        const result = await answerOf(() => latest.current.action(withCommandId<Input>(input, commandId)))
        // What is refused was not done, or cannot be answered again: once more is another attempt.
        if (result.ok || result.error.code === 'refused') attempt.current = null
        reportEnd(result.ok ? 'saved' : endOf(result.error))
        setError(result.ok ? null : result.error)
        if (result.ok) latest.current.options.unsaved?.settle()
        if (!result.ok) latest.current.options.onError?.(result.error)
        else if (result.isQuiet) latest.current.afterWrite(() => latest.current.options.onSuccess?.(result.value))
        else latest.current.options.onSuccess?.(result.value)
        resolve(result)
      })
    })
  }, [])

  return {
    run,
    pending,
    error,
    /** The text of the first reason about this field, for an input's `error`. */
    errorAt: (path: string) => {
      const reason = error?.reasons.find((each: RefusalReason) => each.path === path)
      return reason && text(reason)
    },
    clearError: useCallback(() => setError(null), []),
  }
}

async function answerOf<T>(ask: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await ask()
  } catch (thrown) {
    unstable_rethrow(thrown)
    return { ok: false, error: lostAnswer(thrown) }
  }
}

function withCommandId<Input extends { commandId: string }>(input: WithoutCommandId<Input>, commandId: string): Input {
  // True by construction: the command id is the only part that `WithoutCommandId` takes away.
  return { ...input, commandId } as unknown as Input
}
