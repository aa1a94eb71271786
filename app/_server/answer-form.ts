import type { Ctx } from '@/lib/context'
import type { FormState } from '../_ui/form-state'
import { anonymousCtx } from './anonymous'
import { errorAnswer } from './error-answer'

const SECRET = /password/i

/** What a form sent, by name; files are no part of these forms. */
export const textOf = (form: FormData, name: string): string => {
  // An action can be called with anything: what is no form has sent nothing.
  const value: unknown = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value : ''
}

/** What may go back into the page: everything typed but passwords, and nothing of Next's own. */
const keptValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...(form instanceof FormData ? form : [])].flatMap(([name, value]) =>
      typeof value === 'string' && !SECRET.test(name) && !name.startsWith('$') ? [[name, value]] : [],
    ),
  )

/** Runs a command for somebody who is not signed in (yet): its value, or the form's next state with every reason. */
export async function answerForm<T>(
  form: FormData,
  work: (ctx: Ctx) => Promise<T>,
  renamed: Record<string, string> = {},
): Promise<{ value: T } | { refused: FormState }> {
  try {
    return { value: await work(anonymousCtx()) }
  } catch (error) {
    const { code, reasons } = errorAnswer(error)
    const asNamed = reasons.map((reason) =>
      reason.path ? { ...reason, path: renamed[reason.path] ?? reason.path } : reason,
    )
    return { refused: { error: { code, reasons: asNamed }, values: keptValues(form) } }
  }
}
