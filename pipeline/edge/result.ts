import type { Issue } from '../issues.ts'

/** What a command came to: printed as one object with `--json`. */
export interface Result {
  readonly exitCode: number
  readonly status: string
  readonly issues: readonly Issue[]
  readonly [detail: string]: unknown
}
