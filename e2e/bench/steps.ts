import { Session } from 'node:inspector/promises'

/** Runs work while every execution of a regular expression tells how many characters it read; answers their sum. */
function readBy(work: () => unknown): number {
  const { exec } = RegExp.prototype
  let read = 0
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    // A sticky one gives up where it stands; any other goes on to the end.
    read += found ? found.index + found[0].length - from : this.sticky ? 1 : text.length - from
    return found
  }
  try {
    work()
    return read
  } finally {
    RegExp.prototype.exec = exec
  }
}

/**
 * Counts steps, not time: how often each block of this project's code runs, and how many characters its regular
 * expressions are given to read. The same work takes the same steps on every machine.
 */
export async function openSteps() {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    of: async (work: () => unknown): Promise<number> => {
      await session.post('Profiler.takePreciseCoverage')
      const read = readBy(work)
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const ours = result.filter(({ url }) => /\/lib\/\w+\//.test(url) && !url.includes('node_modules'))
      const blocks = ours.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      return blocks.reduce((sum, { count }) => sum + count, read)
    },
    close: async () => {
      await session.post('Profiler.disable')
      session.disconnect()
    },
  }
}
