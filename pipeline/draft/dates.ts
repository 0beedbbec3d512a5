import { labelKey } from '../definition/index.ts'
import type { Draft } from './draft.ts'
import type { ExportFacts } from './facts.ts'
import { dateNotation } from './judge-column.ts'
import type { ColumnProfile, DateNotation } from './profile.ts'

/**
 * Whether dates of a file show which of day and month stands first: what they prove, or that they leave it
 * open; undefined for columns of other things, and where the year stands first.
 */
function shown(profile: ColumnProfile): 'day first' | 'month first' | 'either' | undefined {
  const notation = dateNotation(profile)
  if (notation === undefined || notation === 'year first') return undefined
  return profile.dates['day first'].cells === profile.dates['month first'].cells ? 'either' : notation
}

/**
 * The order of day and month that a definition must state: where questions ask for dates that do not show
 * it and the platform does not tell. Taken from other dates of the file, else day first, as a question.
 */
export function statedDates(
  profiles: readonly ColumnProfile[],
  asked: readonly ColumnProfile[],
  { dates }: Pick<ExportFacts, 'dates'>,
): Pick<Draft['cleaning'], 'dates' | 'doubts'> {
  const isOpen = asked.some((profile) => shown(profile) === 'either')
  if (!isOpen || dates === 'day first' || dates === 'month first') return { doubts: [] }
  const proven = profiles.map(shown).find((order) => order === 'day first' || order === 'month first')
  if (proven === 'day first' || proven === 'month first') {
    return {
      dates: proven,
      doubts: [`Other dates of the file have the ${proven.split(' ')[0]} first: these as well?`],
    }
  }
  return {
    dates: 'day first',
    doubts: ['Is the day first in these dates, or the month? None has a day above 12.'],
  }
}

/** First and last day of answering, from the times of sending; the day of the draft where there are none. */
export function fieldworkOf(
  submitted: ColumnProfile | undefined,
  { dates, today }: Pick<ExportFacts, 'dates' | 'today'>,
): Draft['fieldwork'] {
  if (submitted === undefined) {
    return {
      start: today,
      end: today,
      doubts: [
        'When did the consultation open and close? The file does not say; this is the day of the draft.',
      ],
    }
  }
  const seen = shown(submitted)
  const notation: DateNotation =
    seen === 'either' && dates !== undefined ? dates : (dateNotation(submitted) ?? dates ?? 'day first')
  // Some dates may have the year first whatever the others have.
  const days = [submitted.dates[notation], submitted.dates['year first']]
    .flatMap(({ first, last }) => [first, last])
    .filter((day) => day !== undefined)
    .sort()
  const [first = today, last = today] = [days[0], days.at(-1)]
  const isGuess = seen === 'either' && dates === undefined
  const doubts = [
    `Did it open and close on these days? They are the first and last in "${submitted.heading}".`,
    ...(isGuess ? ['Is the day first in these dates, or the month?'] : []),
  ]
  return { start: first, end: last, doubts }
}

/** Headings that stand in a file more than once, but for capitals and marks. */
export function repeatedHeadings(headings: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(
    headings.map(labelKey).filter((key) => {
      const before = seen.has(key)
      seen.add(key)
      return before
    }),
  )
}
