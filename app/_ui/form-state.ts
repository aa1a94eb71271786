import type { ActionError } from './action-result'

/** What a plain form's action answers when it is refused: why, and what was typed, so that nothing has to be typed again (but passwords). */
export type FormState = { error: ActionError | null; values: Record<string, string> }

export const EMPTY_FORM: FormState = { error: null, values: {} }

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
