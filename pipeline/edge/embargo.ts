import { type CivilTime, instantOf } from '../definition/index.ts'
import { PUBLICATION } from '../policy.ts'
import { clockError } from './web-clock.ts'

/** The hour of publication has not come, or the clock that says so cannot be trusted. */
export class TooEarly extends Error {}

export interface EmbargoOptions {
  /** Stay until the hour instead of giving up. */
  readonly wait: boolean
  /** Web server whose clock this machine's is compared with. */
  readonly clock?: string
}

/** The clock is looked at this often: it may be set, or the machine may sleep, in between. */
const LOOK = 20_000

/**
 * Returns once the hour of publication has come, at once where there is none or it is past. Throws `TooEarly`
 * before it, unless it may wait, and when this machine's clock is wrong by that of the web server.
 */
export async function untilPublication(
  at: CivilTime | undefined,
  options: EmbargoOptions,
  waiting: (words: string) => Promise<void> | void,
): Promise<void> {
  if (at === undefined) return
  const instant = instantOf(at)
  if (instant === undefined) throw new Error('an hour of publication that no clock shows')
  await trustClock(options)
  const left = () => instant - Date.now()
  if (left() > 0 && !options.wait)
    throw new TooEarly(`It comes out ${hourInWords(at)}, in ${inWords(left())}.`)
  if (left() > 0) await waiting(`Waiting until ${hourInWords(at)}, for ${inWords(left())}`)
  while (left() > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK, left())))
  // A clock that was set while we waited may have been set wrong.
  await trustClock(options)
}

async function trustClock({ clock }: EmbargoOptions): Promise<void> {
  if (clock === undefined) return
  const error = await clockError(clock)
  if (Math.abs(error) <= PUBLICATION.clockTolerance * 1000) return
  throw new TooEarly(
    `The clock of this machine is ${inWords(Math.abs(error))} ${error > 0 ? 'fast' : 'slow'} by that of ${new URL(clock).host}. Nothing comes out by a clock that is wrong.`,
  )
}

/** "on 2026-12-01 at 09:30 (Europe/London)". */
export const hourInWords = ({ local, zone }: CivilTime): string =>
  `on ${local.replace('T', ' at ')} (${zone})`

/** "2 days 3 hours", "1 hour 12 minutes", "40 seconds": the two largest units. */
export function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const parts = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  const shown = parts.slice(Math.max(0, first), Math.max(0, first) + 2).filter(([count]) => count > 0)
  return shown.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ') || 'no time'
}
