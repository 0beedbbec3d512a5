import { spawnSync } from 'node:child_process'

/** One whole process: seconds by the clock and of the processor (all its threads), peak MiB, and the milliseconds of each step where it says so. */
export interface Measured {
  readonly seconds: number
  readonly busy: number
  readonly peak: number
  readonly steps: Readonly<Record<string, number>>
}

/** Runs Node with these arguments and measures it; throws with what it said when it fails. */
export function measure(args: readonly string[], cwd: string): Measured {
  const start = performance.now()
  const child = spawnSync(process.execPath, ['--import', TELL_USAGE, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const seconds = (performance.now() - start) / 1000
  if (child.status !== 0) throw new Error(`exit ${child.status}: ${child.stderr}`)
  const result = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '{}')
  const { user, system } = JSON.parse(child.output[3] ?? '{}')
  return {
    seconds,
    busy: (user + system) / 1e6,
    peak: (result.peakMemory ?? result.peak) / 1024,
    steps: result.steps ?? {},
  }
}

/** What the process took of the processor, told by itself when it ends: other work on the machine does not count. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.cpuUsage())))",
)}`

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
