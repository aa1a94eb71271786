import type { HostileWork } from '@/e2e/bench/hostile-places'
import { HOSTILE_TEXTS } from '@/e2e/bench/hostile-texts'
import { HOSTILE_WORK } from '@/e2e/bench/hostile-work'
import { percentile } from '@/e2e/bench/measure'
import { MAX_CODE_POINTS } from '@/lib/text/normalise'

const LENGTHS = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000]
/** What seems to grow too fast is tried on the longest text that is taken in as well: it may only have come to a bound of its own. */
const LONGER = [...LENGTHS, MAX_CODE_POINTS]
/** So many of the greatest lengths tell how it grows. */
const LAST = 4
/** The exponent that no function may exceed on any text. */
const MOST = 1.2
/** Milliseconds below which a median tells of the clock and the compiler rather than of the text. */
const FLOOR = 3
const RUNS = 5
/** What takes so long is run once, and a longer text is not tried where the next would take minutes. */
const [ENOUGH, TOO_LONG] = [300, 6_000]

type Measured = { length: number; ms: number }

// A text put together is flattened first, else the first run pays for it.
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le')

// Of the processor, not of the clock: others use this machine too.
const spent = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function medianOf({ run }: HostileWork, text: string): number {
  const samples: number[] = []
  for (let at = 0; at < RUNS; at++) {
    // What is kept of the latest text must not answer for this one.
    run('Un autre texte. Il a dit « non ».')
    const began = process.cpuUsage()
    run(text)
    samples.push(spent(began))
    if ((samples.at(-1) ?? 0) > ENOUGH) break
  }
  return percentile(samples, 0.5)
}

/** The slope of log time over log length by least squares, of what lies above the floor; null where too little does. */
function exponentOf(measured: readonly Measured[], last = LAST): number | null {
  const points = measured
    .filter(({ ms }) => ms >= FLOOR)
    .slice(-last)
    .map(({ length, ms }) => ({ x: Math.log(length), y: Math.log(ms) }))
  if (points.length < 2) return null
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return slope / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}

function measure(work: HostileWork, make: (length: number) => string, lengths: readonly number[]): Measured[] {
  const measured: Measured[] = []
  for (const length of lengths) {
    const ms = medianOf(work, flat(make(length)))
    const [before] = measured.slice(-1)
    measured.push({ length, ms })
    const growth = before ? Math.max(3, ms / before.ms) : 3
    if (ms > 100 && ms * growth > TOO_LONG) break
  }
  return measured
}

const shown = (ms: number) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))

/** Time of each function of text on each hostile text by the text's length. Answers how many grow faster than they may. */
export function benchHostile(wanted: { work?: string; text?: string; all?: boolean } = {}): number {
  const chosen = HOSTILE_WORK.filter(({ name }) => name.includes(wanted.work ?? ''))
  const texts = Object.entries(HOSTILE_TEXTS).filter(([name]) => name.includes(wanted.text ?? ''))
  console.log(`\n${chosen.length} pieces of work × ${texts.length} texts of ${LENGTHS.join(', ')} characters`)
  console.log(`exponent over what takes ${FLOOR} ms and more (–: nothing does); ms at the greatest length reached\n`)
  let [over, tried] = [0, 0]
  for (const work of chosen) {
    let worst = { text: '', exponent: null as number | null, last: { length: 0, ms: 0 } }
    for (const [text, make] of texts) {
      let measured = measure(work, make, LENGTHS)
      let exponent = exponentOf(measured)
      // Once more, and further, before a function is said to be slow: the compiler had its share in the first.
      if (exponent !== null && exponent > MOST) {
        measured = measure(work, make, LONGER)
        exponent = exponentOf(measured, LAST - 1)
      }
      const last = measured.at(-1) ?? { length: 0, ms: 0 }
      tried++
      const isOver = exponent !== null && exponent > MOST
      if (isOver) over++
      if (isOver || wanted.all)
        console.log(
          `  ${isOver ? '!' : ' '} ${work.name} × ${text}: ${exponent?.toFixed(2) ?? '–'}, ${shown(last.ms)} ms at ${last.length}`,
        )
      if (
        worst.text === '' ||
        (exponent ?? 0) > (worst.exponent ?? 0) ||
        (exponent === null && worst.exponent === null && last.ms > worst.last.ms)
      )
        worst = { text, exponent, last }
    }
    console.log(
      `${work.name.padEnd(32)} ${(worst.exponent?.toFixed(2) ?? '–').padStart(5)}  ${shown(worst.last.ms).padStart(6)} ms at ${worst.last.length} (${worst.text})`,
    )
  }
  console.log(`\n${tried} tried, ${tried - over} hold, ${over} above ${MOST}`)
  return over
}
