import { instantOf, isZone, parseCivilTime } from '../definition/index.ts'
import { Refused } from '../issues.ts'

/**
 * The moment before which nobody may see a release; undefined where it may be seen at once. A draft is not yet
 * out: it is staged for an hour that is named, or not at all. Throws `Refused`.
 */
export function openingHour(folder: string, at: string | undefined): Date | undefined {
  if (at !== undefined) {
    const civil = parseCivilTime(at)
    const instant = civil === undefined || !isZone(civil.zone) ? undefined : instantOf(civil)
    if (instant !== undefined) return new Date(instant)
    throw refused(
      'hour',
      '--at is not an hour.',
      'Write it like this: --at "2026-12-01T09:30[Europe/London]".',
    )
  }
  if (!folder.split(/[\\/]/).includes('.stocktake')) return undefined
  throw refused(
    'draft',
    'This is a draft that is not out yet, and would be seen at once.',
    'Stage it for its hour: --at "2026-12-01T09:30[Europe/London]". Or publish what stocktake run put into dist/.',
  )
}

const refused = (code: string, message: string, advice: string): Refused =>
  new Refused([{ code: `publish/${code}`, severity: 'error', concern: 'usage', message, advice }])
