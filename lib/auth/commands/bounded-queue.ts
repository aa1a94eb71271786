import { DomainError } from '@/lib/errors'

type Waiting = { start: () => void; group: string | null }

/** Said to who finds the queue full: by then it has long been worked off. */
const RETRY_SECONDS = 5

/**
 * Lets `places` works run at once and keeps the others waiting in turn, the preferred before the rest: `waiting` of each at most, and
 * `perGroup` of one group. Throws `unavailable` with the seconds to wait for who finds no room: what waits is never more than this.
 */
export class BoundedQueue {
  private running = 0
  private readonly preferred: Waiting[] = []
  private readonly rest: Waiting[] = []

  constructor(private readonly limits: { places: number; waiting: number; perGroup?: number }) {}

  async run<T>(work: () => Promise<T>, { isPreferred = false, group = null as string | null } = {}): Promise<T> {
    if (this.running < this.limits.places) this.running++
    else await this.wait(isPreferred ? this.preferred : this.rest, group)
    try {
      return await work()
    } finally {
      // The place passes on to the next without ever being free in between.
      const next = this.preferred.shift() ?? this.rest.shift()
      if (next) next.start()
      else this.running--
    }
  }

  private wait(line: Waiting[], group: string | null): Promise<void> {
    const { waiting, perGroup = waiting } = this.limits
    const ofGroup = group === null ? 0 : line.filter((each) => each.group === group).length
    if (line.length >= waiting || ofGroup >= perGroup)
      throw new DomainError('unavailable', [{ key: 'auth.busy', values: { seconds: RETRY_SECONDS } }])
    return new Promise((start) => line.push({ start, group }))
  }
}
