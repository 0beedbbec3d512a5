import type { Issue } from '../issues.ts'

/** The documented exit codes. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  usage: 2,
  data: 3,
  disclosure: 4,
  locked: 5,
  embargo: 6,
  portalRefused: 7,
  portalUnreachable: 8,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The exit code of a refusal: that of its gravest concern. */
export function exitCodeOf(issues: readonly Issue[]): ExitCode {
  const concerns = new Set(
    issues.filter(({ severity }) => severity === 'error').map(({ concern }) => concern),
  )
  if (concerns.has('disclosure')) return EXIT.disclosure
  if (concerns.has('data')) return EXIT.data
  if (concerns.has('portal')) return EXIT.portalRefused
  if (concerns.has('connection')) return EXIT.portalUnreachable
  return EXIT.usage
}

/**
 * From good to bad: what comes right by itself, what a portal or the data need, what nobody may overlook. The
 * numbers of the codes are no order.
 */
const GRAVITY: readonly number[] = [
  EXIT.done,
  EXIT.embargo,
  EXIT.locked,
  EXIT.portalUnreachable,
  EXIT.portalRefused,
  EXIT.data,
  EXIT.usage,
  EXIT.disclosure,
  EXIT.ourFault,
]

/** The worst of several codes; one that is not documented is our fault. */
export const worstCode = (codes: readonly number[]): number =>
  GRAVITY[
    Math.max(0, ...codes.map((code) => (GRAVITY.includes(code) ? GRAVITY.indexOf(code) : GRAVITY.length - 1)))
  ] ?? EXIT.ourFault
