import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { DomainError, type ErrorCode, type Reason } from '@/lib/errors'

/** A pure function, and where it stands, so that a thread can load it by itself. */
export type Task<Args extends unknown[], Result> = {
  /** From the root, without its ending. */
  module: string
  name: string
  run: (...args: Args) => Result | Promise<Result>
}

/** Names a function that may run apart. Its arguments and its answer are data: no functions, no classes. */
export const task = <Args extends unknown[], Result>(
  module: string,
  name: string,
  run: (...args: Args) => Result | Promise<Result>,
): Task<Args, Result> => ({ module, name, run })

type Answer<Result> = { value: Result } | { refusal: { code: ErrorCode; reasons: Reason[] } }

/** What is shorter than this is done at once: handing it over would take longer than the work. In UTF-16 units. */
const SHORT = 5000
/** Handed over and not answered within this, in milliseconds, the waiting included: the thread is ended. */
const PATIENCE = 10_000
const MOST_WAITING = 64
const MOST_KEPT = 200
/** For so long nobody tries again what took too long. */
const LATE_FOR = 60_000

// Next's development server loads modules anew at each change: the threads must outlive that.
const shared = globalThis as typeof globalThis & { recoupeThreads?: Piscina }

const threads = () =>
  (shared.recoupeThreads ??= new Piscina({
    filename: `${process.cwd()}/lib/threads/entry.mjs`,
    // Not those of this process: they would start the app's own watching in each thread.
    execArgv: [],
    // What a hostile text makes of memory ends its thread, not the server.
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: MOST_WAITING,
    // So that a thread that nobody needs gives its memory back.
    idleTimeout: 5 * 60_000,
  }))

const notInTime = () => new DomainError('unavailable', [{ key: 'text.notInTime' }])

async function handOver<Args extends unknown[], Result>(
  { module, name }: Task<Args, Result>,
  args: Args,
  patience: number,
): Promise<Result> {
  const clock = AbortSignal.timeout(patience)
  let answer: Answer<Result>
  try {
    answer = await threads().run({ module, name, args }, { signal: clock })
  } catch (error) {
    // The time is over, too many wait already, or the thread's memory is full.
    const isFull = error instanceof Error && /queue is at limit|memory limit/i.test(error.message)
    if (clock.aborted || isFull) throw notInTime()
    throw error
  }
  if ('refusal' in answer) throw new DomainError(answer.refusal.code, answer.refusal.reasons)
  return answer.value
}

type Choice = {
  /** How much text it is about, in UTF-16 units. */
  size: number
  /** Names the task and all that its answer depends on: answers are kept by it, in this process. */
  key?: string
  patience?: number
}

const kept = new Map<string, Promise<unknown>>()

function keep<Result>(key: string, answer: Promise<Result>): void {
  kept.set(key, answer)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  answer.catch((error) => {
    const forget = () => kept.get(key) === answer && kept.delete(key)
    if (error instanceof DomainError) setTimeout(forget, LATE_FOR).unref()
    else forget()
  })
}

/**
 * Runs a pure function over a text where it delays nobody else: a long text in a thread, within a time limit. Throws
 * `unavailable` when it is not done in time. Never inside a transaction: others would wait for its locks.
 */
export function runApart<Args extends unknown[], Result>(
  work: Task<Args, Result>,
  args: Args,
  { size, key, patience = PATIENCE }: Choice,
): Promise<Result> {
  if (size < SHORT) return new Promise((resolve) => resolve(work.run(...args)))
  if (key === undefined) return handOver(work, args, patience)
  const name = `${work.name} ${key}`
  // Only `keep` below writes under this name, with what this task answers.
  const known = kept.get(name) as Promise<Result> | undefined
  if (known) return known
  const answer = handOver(work, args, patience)
  keep(name, answer)
  return answer
}
