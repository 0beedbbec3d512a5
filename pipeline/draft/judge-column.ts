import { type ClosedList, closedList } from './closed.ts'
import { type Hint, hintsOf } from './headings.ts'
import { type CellValue, type ColumnProfile, type DateNotation, type PartsProfile, share } from './profile.ts'
import { HALF_KNOWN } from './profile-parts.ts'

/** What one column is taken for. */
export type Verdict =
  | {
      readonly is:
        | 'blank'
        | 'constant'
        | 'technical'
        | 'unread time'
        | 'code'
        | 'submitted'
        | 'started'
        | 'open'
        | 'other text'
    }
  | { readonly is: 'weight' | 'population size' }
  /** Tells who answered; `organisation` where it is the name of a body. */
  | { readonly is: 'identifying'; readonly what: 'person' | 'organisation' | 'identifier' | 'link' }
  | { readonly is: 'date'; readonly notation: DateNotation }
  | { readonly is: 'number' }
  | { readonly is: 'single'; readonly list: ClosedList }
  | { readonly is: 'multiple'; readonly list: ClosedList; readonly separator: string }
  | { readonly is: 'ranking'; readonly list: ClosedList; readonly separator: string }

/** Share of cells that must be of a kind for the column to be. */
const NEARLY_ALL = 0.95
/** Share of the parts of cells that must be options. */
const MOSTLY = 0.75
/** The highest number of a rating (0 to 10), and how many different ones it has. */
const HIGHEST_RATING = 10
const MOST_RATINGS = 11

/** Judges one column by its heading and its cells; `hinted` are what its heading says. */
export function judgeColumn(profile: ColumnProfile): Verdict {
  const { filled, distinct, role } = profile
  const hints = hintsOf(profile.heading)
  if (filled === 0) return { is: 'blank' }
  const who = identified(profile, hints)
  if (who !== undefined) return { is: 'identifying', what: who }
  const notation = dateNotation(profile)
  if (notation !== undefined) {
    if (hints.includes('submitted') || role === 'submitted') return { is: 'submitted' }
    if (hints.includes('started') || role === 'started') return { is: 'started' }
    return hints.includes('technical') ? { is: 'technical' } : { is: 'date', notation }
  }
  // Times that cannot be read are no question either.
  if (hints.includes('submitted') || hints.includes('started')) return { is: 'unread time' }
  if (hints.includes('technical')) return { is: 'technical' }
  if (isNumeric(profile) && hints.includes('weight') && (profile.minimum ?? -1) >= 0) return { is: 'weight' }
  if (isNumeric(profile) && hints.includes('population size')) return { is: 'population size' }
  if (hints.includes('other text')) return { is: 'other text' }
  // One remark, or one that some repeat, is no list of answers and nothing to be left out either.
  const isRemark = profile.meanWords > 2 && filled < profile.rows / 2
  if (distinct === 1) return { is: filled === 1 || isRemark ? 'open' : 'constant' }
  if (isNumeric(profile)) return judgeNumbers(profile, hints)
  return judgeTexts(profile, hints)
}

const isNumeric = ({ numbers, filled }: ColumnProfile): boolean => share(numbers, filled) >= NEARLY_ALL

/** A rating keeps its numbers as labels; other numbers leave in bands; some are only codes. */
function judgeNumbers(profile: ColumnProfile, hints: readonly Hint[]): Verdict {
  const { distinct, filled, minimum = 0, maximum = 0, whole, numbers, values } = profile
  const whole_ = whole === numbers
  if (whole_ && hints.includes('code')) return { is: 'code' }
  const isRating = whole_ && minimum >= 0 && maximum <= HIGHEST_RATING && distinct <= MOST_RATINGS
  if (isRating && filled > distinct) {
    const list = closedList(values, filled)
    if (list !== undefined) return { is: 'single', list }
  }
  return { is: 'number' }
}

function judgeTexts(profile: ColumnProfile, hints: readonly Hint[]): Verdict {
  const whole = closedList(
    profile.values,
    profile.filled,
    hints.includes('organisation') || hints.includes('place'),
  )
  const combined = profile.parts
    .map((parts) => ({ parts, list: combinedList(profile, parts) }))
    .find(({ list }) => list !== undefined)
  if (combined?.list !== undefined) {
    const { parts, list } = combined
    return { is: isRanking(profile, parts) ? 'ranking' : 'multiple', list, separator: parts.separator }
  }
  return whole === undefined ? { is: 'open' } : { is: 'single', list: whole }
}

/**
 * The options that cells combine, where fewer options than different cells explain most of them. What was
 * typed instead of an option is a part that no other cell has.
 */
function combinedList(profile: ColumnProfile, parts: PartsProfile): ClosedList | undefined {
  const { values, distinct, occurrences, explained, withoutRepeats } = parts
  const options = values.filter(({ count }) => count > 1)
  if (options.length < 2 || options.length >= profile.distinct || distinct === profile.distinct)
    return undefined
  if (share(explained, profile.filled) < HALF_KNOWN || share(withoutRepeats, explained) < NEARLY_ALL)
    return undefined
  const known = options.reduce((sum, { count }) => sum + count, 0)
  if (share(known, occurrences) < MOSTLY) return undefined
  if (parts.separator.trim() === ',' && options.some((option) => isClause(option, options))) return undefined
  const list = closedList(options, known)
  if (list === undefined) return undefined
  const { texts, cells } = list.typed
  return { ...list, typed: { texts: texts + distinct - options.length, cells: cells + occurrences - known } }
}

/** The rest of a sentence after a comma, where other parts begin with a capital. */
const isClause = ({ text }: CellValue, options: readonly CellValue[]): boolean =>
  /^[a-z]/.test(text) && text.split(' ').length > 3 && options.some((other) => /^[A-Z]/.test(other.text))

/** Every item in nearly every cell. */
const isRanking = ({ filled }: ColumnProfile, { values }: PartsProfile): boolean =>
  values.length > 2 && values.every(({ count }) => share(count, filled) >= NEARLY_ALL)

/**
 * The notation in which nearly all cells are dates: the year first, else what more cells allow (a tie is day
 * first), beside dates with the year first, which need no telling. Undefined where some cells prove that
 * the day comes first and others that the month does.
 */
export function dateNotation({
  dates,
  eitherOrder,
  filled,
  numbers,
}: ColumnProfile): DateNotation | undefined {
  if (numbers === filled) return undefined
  const [year, day, month] = [dates['year first'].cells, dates['day first'].cells, dates['month first'].cells]
  if (share(year, filled) >= NEARLY_ALL) return 'year first'
  if (day > eitherOrder && month > eitherOrder) return undefined
  if (share(year + Math.max(day, month), filled) < NEARLY_ALL) return undefined
  return day >= month ? 'day first' : 'month first'
}

/** Whom or what a column identifies, by its cells and its heading together. */
function identified(
  profile: ColumnProfile,
  hints: readonly Hint[],
): 'person' | 'organisation' | 'identifier' | 'link' | undefined {
  const { filled, distinct, role } = profile
  if (role === 'identifying') return 'person'
  if (role === 'identifier') return 'identifier'
  const of = (count: number) => share(count, filled)
  const [mail, phone, post] = [of(profile.emails), of(profile.phones), of(profile.postcodes)]
  if (mail > 0.1 || phone > 0.5 || post > 0.5 || of(profile.networkAddresses) > 0.5) return 'person'
  const varied = distinct / filled
  if (of(profile.webAddresses) > 0.8 && varied > 0.5) return 'link'
  const isFew = varied < 0.35 && distinct <= 60
  if (hints.includes('person') && !isFew && profile.meanWords < 12) return 'person'
  const unique = distinct === filled
  const isCode = of(profile.codes) > 0.9 && unique && filled > 1
  if (hints.includes('identifier') && (isCode || (unique && profile.meanWords < 2 && filled > 5)))
    return 'identifier'
  if (isCode && filled >= 20 && (profile.meanLength >= 4 || isCounter(profile)) && !hasMeasure(profile))
    return 'identifier'
  const isName = varied > 0.5 && profile.meanWords < 8 && profile.longest < 120 && of(profile.numbers) < 0.5
  // A name gives away who answered even where several share it.
  if (hints.includes('name of a body') && of(profile.numbers) < 0.5) return 'organisation'
  return hints.includes('organisation') && isName ? 'organisation' : undefined
}

/** 1, 2, 3 to the number of rows. */
const isCounter = ({ minimum, maximum, filled, rows }: ColumnProfile): boolean =>
  (minimum === 0 || minimum === 1) && maximum === filled + minimum - 1 && filled === rows

/** Numbers that measure something: fractions, or whole ones in a heading that does not hint at a code. */
function hasMeasure(profile: ColumnProfile): boolean {
  if (profile.numbers < profile.filled) return dateNotation(profile) !== undefined
  if (profile.whole < profile.numbers) return true
  return (
    profile.meanLength < 6 &&
    !hintsOf(profile.heading).some((hint) => hint === 'code' || hint === 'identifier') &&
    !isCounter(profile)
  )
}
