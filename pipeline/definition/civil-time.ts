import type { CivilTime } from './publication.ts'

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)\[([A-Za-z0-9_+/-]+)\]$/

/** Reads `2026-12-01T09:30[Europe/London]`, the form of RFC 9557 without an offset. */
export function parseCivilTime(text: string): CivilTime | undefined {
  const [, local, zone] = FORM.exec(text) ?? []
  return local === undefined || zone === undefined ? undefined : { local, zone }
}

/** As it is written: `2026-12-01T09:30[Europe/London]`. */
export const civilTimeText = ({ local, zone }: CivilTime): string => `${local}[${zone}]`

/** Whether this machine knows the zone by this name. */
export function isZone(zone: string): boolean {
  try {
    return zone === 'UTC' || (zone.includes('/') && clockOf(zone) !== undefined)
  } catch {
    return false
  }
}

/**
 * The moment at which clocks in the zone show this time, in milliseconds since 1970. When clocks are put back
 * and show it twice it is the second, so that nothing is out too early; when they are put forward and never
 * show it, undefined. So is a day that no calendar has. The zone must be one that `isZone` knows.
 */
export function instantOf({ local, zone }: CivilTime): number | undefined {
  const asUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) return undefined
  const clock = clockOf(zone)
  // No zone is a day from UTC, and none changes its clocks twice within two days.
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => shownBy(clock, near) - near)
  const moments = offsets.map((offset) => asUtc - offset).filter((moment) => shownBy(clock, moment) === asUtc)
  return moments.length === 0 ? undefined : Math.max(...moments)
}

const DAY = 24 * 60 * 60 * 1000

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

/** What a clock shows at a moment, read as if it were UTC. */
function shownBy(clock: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`)
}
