/** The value below which this part of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds of each of `times` runs, after one that does not count. */
export async function sample(times: number, work: () => Promise<unknown> | unknown): Promise<number[]> {
  await work()
  const samples: number[] = []
  for (let run = 0; run < times; run++) {
    const start = performance.now()
    await work()
    samples.push(performance.now() - start)
  }
  return samples
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** One line: what was measured, beside its baseline of the same run, and how many times as long it took. */
export function tell(
  what: string,
  measured: readonly number[],
  baseline?: { name: string; samples: readonly number[] },
) {
  const own = `p50 ${ms(percentile(measured, 0.5))}, p95 ${ms(percentile(measured, 0.95))}`
  if (!baseline) return console.log(`  ${what}: ${own}`)
  const p95 = percentile(baseline.samples, 0.95)
  const ratio = percentile(measured, 0.95) / p95
  console.log(`  ${what}: ${own} | ${baseline.name}: p95 ${ms(p95)} | × ${ratio.toFixed(1)}`)
}
