/** One cause of a refusal: `key` is looked up in the messages under `reason`, `path` names the field that it is about. */
export interface RefusalReason {
  key: string
  values?: Record<string, string | number>
  path?: string
}

export interface ActionError {
  code: string
  reasons: readonly RefusalReason[]
}

/** What every server action answers: its value, or every reason why not. `isQuiet`: the page around it is as it was before. */
export type ActionResult<T> = { ok: true; value: T; isQuiet?: true } | { ok: false; error: ActionError }
