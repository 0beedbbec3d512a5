import type { Issue } from '../issues.ts'

/** The documented exit codes. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  usage: 2,
  data: 3,
  disclosure: 4,
  locked: 5,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The exit code of a refusal: that of its gravest concern. */
export function exitCodeOf(issues: readonly Issue[]): ExitCode {
  const concerns = new Set(
    issues.filter(({ severity }) => severity === 'error').map(({ concern }) => concern),
  )
  if (concerns.has('disclosure')) return EXIT.disclosure
  if (concerns.has('data')) return EXIT.data
  return EXIT.usage
}
