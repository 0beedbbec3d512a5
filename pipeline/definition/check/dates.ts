import type { Fault, Path } from '../fault.ts'
import type { Definition } from '../model.ts'

/** Dates that no calendar has, and fieldwork that ends before it starts. */
export function checkDates({ published, fieldwork }: Definition): readonly Fault[] {
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

function isDate(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}
