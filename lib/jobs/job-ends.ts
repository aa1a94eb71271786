/** Thrown by a job that was told to end: it waits again, as if it had not been begun. */
export class GivenBack extends Error {
  override readonly name = 'GivenBack'
}

/** Thrown where a job is no longer this worker's: it was taken for lost, and another one has it. */
export class LostJob extends Error {
  override readonly name = 'LostJob'
}
