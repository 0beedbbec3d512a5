import { spawnSync } from 'node:child_process'

/** One whole process: seconds, peak MiB, and the milliseconds of each step where it says so. */
export interface Measured {
  readonly seconds: number
  readonly peak: number
  readonly steps: Readonly<Record<string, number>>
}

/** Runs Node with these arguments and measures it; throws with what it said when it fails. */
export function measure(args: readonly string[], cwd: string): Measured {
  const start = performance.now()
  const child = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - start) / 1000
  if (child.status !== 0) throw new Error(`exit ${child.status}: ${child.stderr}`)
  const result = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '{}')
  return { seconds, peak: (result.peakMemory ?? result.peak) / 1024, steps: result.steps ?? {} }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
