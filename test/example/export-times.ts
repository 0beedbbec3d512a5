import { randomStream } from './random.ts'

const DAY = 24 * 60
/** 20 January to 20 March 2015. */
export const FIELDWORK_DAYS = 60

/** Start times in working hours, all different; busy after the launch, reminders and before the close. */
export function startTimes(count: number): readonly number[] {
  const random = randomStream('times')
  const days = Array.from({ length: FIELDWORK_DAYS }, (_, day) => day).flatMap((day) =>
    Array.from({ length: weight(day) }, () => day),
  )
  const times = new Set<number>()
  while (times.size < count) times.add(random.pick(days) * DAY + 8 * 60 + random.int(10 * 60))
  return [...times]
}

/**
 * A time as the platform writes it: "2015-02-03 14:05:00", or day first, "03/02/2015 14:05". All of
 * the fieldwork is in Greenwich Mean Time, so minutes since 20 January need no time zone.
 */
export function written(minute: number, notation: 'year first' | 'day first'): string {
  const iso = new Date(Date.UTC(2015, 0, 20) + minute * 60_000).toISOString()
  const [year, month, day] = iso.slice(0, 10).split('-')
  const clock = iso.slice(11, 16)
  const seconds = String((minute * 37) % 60).padStart(2, '0')
  return notation === 'year first'
    ? `${iso.slice(0, 10)} ${clock}:${seconds}`
    : `${day}/${month}/${year} ${clock}`
}

function weight(day: number): number {
  // 20 January 2015 was a Tuesday: day 4 is the first Saturday.
  const weekday = (day + 2) % 7
  if (weekday === 6 || weekday === 0) return 0
  if (day === 0) return 1
  const peaks = [2, 3, 21, 22, 45, 55, 57, 58]
  return peaks.includes(day) ? 6 : 2
}
