import type { Reason } from '@/lib/errors'

/** Thrown by a job that was told to end: it waits again, as if it had not been begun. */
export class GivenBack extends Error {
  override readonly name = 'GivenBack'
}

/** Thrown where a job is no longer this worker's: it was taken for lost, and another one has it. */
export class LostJob extends Error {
  override readonly name = 'LostJob'
}

/** Thrown by a job whose grounds are gone: it ends without having done anything, and says why. */
export class LeftUndone extends Error {
  override readonly name = 'LeftUndone'

  constructor(readonly reasons: readonly Reason[]) {
    super(reasons.map(({ key }) => key).join(', '))
  }
}

/** Thrown by a job that is of no use to try again by itself: it has failed until a person retries it. */
export class FailedForGood extends Error {
  override readonly name = 'FailedForGood'

  constructor(readonly reasons: readonly Reason[]) {
    super(reasons.map(({ key }) => key).join(', '))
  }
}
