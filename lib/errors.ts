export type ErrorCode = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'refused' | 'too-many' | 'unavailable'

/** One reason, as a message key below `reason` and its values; `path` names the field that it is about. */
export type Reason = {
  key: string
  values?: Record<string, string | number>
  path?: string
}

/** The only error that the domain throws on purpose. It holds every reason, never a text for the screen. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: ErrorCode,
    readonly reasons: readonly Reason[] = [],
  ) {
    super(`${code}: ${reasons.map((reason) => reason.key).join(', ')}`)
  }
}

/** Throws when there is any reason against it. */
export function refuseIf(code: ErrorCode, reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new DomainError(code, reasons)
}

/** For a row that is not there, or not this project's: both look the same from outside. */
export function foundOr404<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new DomainError('not-found', [{ key: 'notFound', values: { what } }])
  return row
}
