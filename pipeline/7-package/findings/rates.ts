import type { Definition } from '../../definition/index.ts'
import { allIn, type ReleasedTable, type Shown } from './columns.ts'
import type { Finding } from './model.ts'
import type { Phrases } from './phrases.ts'
import { FEWEST_IN_FRAME, FEWEST_RESPONDENTS, isRounded } from './rules.ts'
import { findingOf } from './told.ts'
import { whoIn } from './who.ts'

const RATE = 'response_rate_percent'

/**
 * How many responded, and which groups most and least: those are facts of a whole frame, so nothing is tested. Nothing
 * is said of the highest or lowest where it is a tiny group, where a rate is hidden, or where counts were rounded, which
 * may have changed their order.
 */
export function rateFindings(definition: Definition, say: Phrases, table: ReleasedTable): readonly Finding[] {
  const [shown] = allIn(table)
  if (table.kind !== 'response rate' || shown === undefined) return []
  const variable = definition.variables.find(({ id }) => table.id === `profile_${id}`)
  if (variable !== undefined) return profile(definition, say, shown, variable.title)
  return table.id === 'coverage'
    ? coverage(say, shown)
    : [...overall(definition, say, shown), ...(isRounded(definition) ? [] : extremes(say, shown))]
}

/** Of the two rows of coverage the first is in every table of rates already. */
function coverage(say: Phrases, shown: Shown): readonly Finding[] {
  const rate = shown.figure(shown.table.rows[1]?.label ?? '', RATE)
  return rate === undefined ? [] : [findingOf(shown.table.id, [say.coverage(shown.population, rate)])]
}

/** What most of the units that responded are like. */
function profile(definition: Definition, say: Phrases, shown: Shown, title: string): readonly Finding[] {
  if ((shown.column.base ?? 0) < FEWEST_RESPONDENTS) return []
  const most = shown.table.rows.flatMap(({ label }) => {
    const figure = label === 'Total' ? undefined : shown.figure(label, 'percent')
    return figure !== undefined && figure.value > 50 ? [{ label, figure }] : []
  })
  return most.map(({ label, figure }) =>
    findingOf(shown.table.id, [say.profile(figure, whoIn(definition, shown).some, title, label)]),
  )
}

function overall(definition: Definition, say: Phrases, shown: Shown): readonly Finding[] {
  const [responded, inFrame, rate] = ['responded', 'in_frame', RATE].map((one) => shown.figure('Total', one))
  if (responded === undefined || inFrame === undefined || rate === undefined) return []
  if (inFrame.value < FEWEST_IN_FRAME) return []
  const { population, table } = shown
  const invited = population === 'people' && definition.invitees !== undefined
  const sentence = say.responseRate(invited, population, responded, inFrame, rate, isRounded(definition))
  return [findingOf(table.id, [sentence])]
}

function extremes(say: Phrases, shown: Shown): readonly Finding[] {
  const labels = shown.table.rows.map(({ label }) => label).filter((label) => label !== 'Total')
  const rates = labels.flatMap((label) => {
    const figure = shown.figure(label, RATE)
    const size = shown.figure(label, 'in_frame')
    return figure === undefined || size === undefined ? [] : [{ label, figure, size: size.value }]
  })
  if (rates.length < labels.length || rates.length < 2) return []
  const values = rates.map(({ figure }) => figure.value)
  const [highest, lowest] = [Math.max(...values), Math.min(...values)].map((value) =>
    rates.filter(({ figure }) => figure.value === value),
  )
  if (highest === undefined || lowest === undefined || highest[0] === lowest[0]) return []
  // Three and more that share a place are no highest.
  if ([highest, lowest].some((groups) => groups.length > 2)) return []
  if ([...highest, ...lowest].some(({ size }) => size < FEWEST_IN_FRAME)) return []
  return [findingOf(shown.table.id, [say.highestAndLowest(highest, lowest)])]
}
