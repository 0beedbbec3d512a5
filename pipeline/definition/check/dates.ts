import { instantOf, isZone } from '../civil-time.ts'
import type { Fault, Path } from '../fault.ts'
import type { CivilTime, Definition } from '../model.ts'

/** Dates that no calendar has, hours that no clock shows, and fieldwork that ends before it starts. */
export function checkDates({ published, publishAt, fieldwork }: Definition): readonly Fault[] {
  if (publishAt !== undefined) {
    const faults = checkPublishAt(publishAt, published)
    if (faults.length > 0) return faults
  }
  const dates: readonly (readonly [Path, string])[] = [
    ...(published === undefined ? [] : [[['published'], published] as const]),
    [['fieldwork', 'start'], fieldwork.start],
    [['fieldwork', 'end'], fieldwork.end],
  ]
  const wrong = dates.flatMap(([path, date]): readonly Fault[] =>
    isDate(date) ? [] : [{ code: 'no-such-date', path, message: `There is no ${date} in the calendar.` }],
  )
  if (wrong.length > 0 || fieldwork.start <= fieldwork.end) return wrong
  const message = `Fieldwork ends on ${fieldwork.end}, before it starts on ${fieldwork.start}.`
  return [
    {
      code: 'fieldwork',
      path: ['fieldwork', 'end'],
      message,
      advice: 'Dates have the year first, then month and day.',
    },
  ]
}

function checkPublishAt(at: CivilTime, published: string | undefined): readonly Fault[] {
  const path = ['publishAt']
  if (!isZone(at.zone)) {
    const message = `There is no time zone '${at.zone}'.`
    const advice = 'Zones have names such as Europe/London, Pacific/Auckland or UTC.'
    return [{ code: 'no-such-zone', path, message, advice }]
  }
  if (instantOf(at) === undefined) {
    const message = `No clock in ${at.zone} shows ${at.local.replace('T', ' ')}: there is no such day, or clocks are put forward over it.`
    return [{ code: 'no-such-time', path, message, advice: 'Choose an hour earlier or later.' }]
  }
  if (published !== undefined && published !== at.local.slice(0, 10)) {
    const message = `The release is dated ${published}, but comes out on ${at.local.slice(0, 10)}.`
    return [
      {
        code: 'publish-date',
        path,
        message,
        advice: 'Take out the line "published": the day follows from publishAt.',
      },
    ]
  }
  return []
}

function isDate(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}
