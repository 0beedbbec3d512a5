import type { Band } from './draft.ts'
import { type ColumnProfile, QUANTILES } from './profile.ts'

const QUANTILE_SHARES: readonly number[] = QUANTILES
/** Fewest numbers that are worth dividing: three bands of at least ten. */
const FEWEST = 30
/** Where the bands are meant to end: about a fifth of the numbers in each. */
const ENDS = [0.2, 0.4, 0.6, 0.8]

/** Round bands for the numbers of a column, with about a fifth of them in each; none where they are too few. */
export function numberBands(profile: ColumnProfile): readonly Band[] {
  const { numbers, minimum = 0, quantiles, whole } = profile
  if (numbers < FEWEST) return []
  const isWhole = whole === numbers
  const at = (share: number) => quantiles[QUANTILE_SHARES.indexOf(share)] ?? minimum
  const step = roundStep((at(0.9) - at(0.1)) / 10, isWhole)
  const ends: number[] = []
  for (const share of ENDS) {
    const end = roundTo(at(share), step)
    // Where many gave one number it has a band of its own.
    const beyond = end <= at(share) && at(share) === at(0.1) ? roundTo(at(share) + step, step) : end
    if (beyond > minimum && beyond > (ends.at(-1) ?? minimum)) ends.push(beyond)
  }
  return ends.length === 0 ? [] : bandsBetween(ends, isWhole)
}

/** Years of dates or, where they are few, months, several to a band; none where there are too few dates. */
export function dateBands(
  cells: number,
  first: string | undefined,
  last: string | undefined,
): readonly Band[] {
  if (cells < FEWEST * 2 || first === undefined || last === undefined) return []
  const [from, to] = [monthOf(first), monthOf(last)]
  const inYears = to - from >= 36
  const unit = inYears ? 12 : 1
  const start = inYears ? from - (from % 12) : from
  const step = unit * Math.ceil((to - start + 1) / unit / BANDS)
  const starts = Array.from(
    { length: Math.ceil((to - start + 1) / step) },
    (_, index) => start + index * step,
  )
  if (starts.length < 2) return []
  const name = (month: number) => (inYears ? String(Math.floor(month / 12)) : monthName(month))
  return starts.map((month, index) => {
    const end = starts[index + 1]
    if (end === undefined) return { label: `${name(month)} and later` }
    const label = step === unit ? name(month) : `${name(month)} to ${name(end - unit)}`
    return { label, below: `${Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}-01` }
  })
}

const BANDS = 5
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
]

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const monthName = (month: number): string => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`

/** 1, 2 or 5 times a power of ten. */
function roundStep(width: number, whole: boolean): number {
  if (!(width > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= width) ?? 10
  return whole ? Math.max(1, step * power) : step * power
}

/** To the nearest multiple; without the dust of binary fractions. */
const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12))

function bandsBetween(ends: readonly number[], whole: boolean): readonly Band[] {
  const [first = 0] = ends
  const last = ends.at(-1) ?? first
  return [
    { label: `Under ${written(first)}`, below: first },
    ...ends.slice(1).map((end, index) => {
      const start = ends[index] ?? first
      if (!whole) return { label: `${written(start)} to under ${written(end)}`, below: end }
      const label = end - start === 1 ? written(start) : `${written(start)} to ${written(end - 1)}`
      return { label, below: end }
    }),
    { label: `${written(last)} and over` },
  ]
}

/** With commas from ten thousand on: below that it may be a year. */
function written(value: number): string {
  const text = String(value)
  return Math.abs(value) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',')
}
