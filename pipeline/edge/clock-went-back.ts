import type { Issue } from '../issues.ts'
import { inWords } from './embargo.ts'
import { lastNoted } from './journal.ts'

/** Clocks are set by seconds all the time; by so many milliseconds only when something is wrong. */
const NOTABLE = 5 * 60_000

/** A warning where the journal knows of something that, by this machine's clock, has yet to happen. */
export async function clockWentBack(folder: string): Promise<readonly Issue[]> {
  const last = await lastNoted(folder)
  const ahead = last === undefined ? 0 : last.getTime() - Date.now()
  if (ahead < NOTABLE) return []
  return [
    {
      code: 'usage/clock-went-back',
      severity: 'warning',
      concern: 'usage',
      message: `The clock of this machine is wrong, or was: by it, the last run is ${inWords(ahead)} in the future.`,
      advice:
        'Set it by a time server. With --clock https://…, an hour of publication is only kept by a clock that agrees with that server.',
    },
  ]
}
