import type { ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { riskModel } from '../../policy.ts'
import type { Printed, ReleasedTable, Shown } from './columns.ts'
import { isRare, isReal, type PrintedShare } from './compare.ts'
import { fewestCompared, LEAST_POINTS, LEVEL } from './rules.ts'

/** A difference between two groups in one row. */
export interface Difference {
  readonly one: Shown
  readonly other: Shown
  readonly row: string
  readonly did: string
  readonly figures: readonly [Printed, Printed]
}

export const points = ({ figures: [first, second] }: Difference): number =>
  Math.abs(first.value - second.value)

/**
 * Tells whether a difference may be told, one of `tests` of its table: by the p-value that the release prints of it, if it
 * tests the differences of this table; of a sample by the printed standard errors; else by percentages and bases.
 */
export function judge(
  definition: Definition,
  tables: ReleasedTables['tables'],
  table: ReleasedTable,
  tests: number,
): (difference: Difference) => boolean {
  const printed = tables.find(({ of, columns }) => of === table.id && columns.some(isPValue))
  const fewest = fewestCompared(riskModel(definition.privacy))
  return (difference) => {
    if (points(difference) < LEAST_POINTS) return false
    const { one, other, row, figures } = difference
    if (printed !== undefined) {
      const value = pValue(printed, [one.population, other.population], row)
      return value !== undefined && value <= LEVEL
    }
    if (isSample(definition)) return byErrors(difference, tests)
    const shares = [shareOf(definition, one, figures[0]), shareOf(definition, other, figures[1])] as const
    // The smaller of two that lie one in the other comes first.
    if (isInside(definition, one, other)) return isReal(...shares, true, tests, fewest)
    const isOuter = isInside(definition, other, one)
    return isReal(shares[isOuter ? 1 : 0], shares[isOuter ? 0 : 1], isOuter, tests, fewest)
  }
}

function byErrors({ one, other, row, figures }: Difference, tests: number): boolean {
  const [ofOne = 0, ofOther = 0] = [one, other].map(
    (shown) => shown.figure(row, 'percent_standard_error')?.value,
  )
  // At most the sum, however the groups overlap; half of the last digit may have been rounded away.
  const unit = 10 ** -figures[0].decimals
  const sum = ofOne + ofOther + unit / 10
  const away = Math.abs(figures[0].value - figures[1].value) - unit
  return ofOne > 0 && ofOther > 0 && isRare(away / sum, tests)
}

/** A share as it is printed; of counts that were rounded first, both the count and its base may be off. */
export function shareOf(definition: Definition, shown: Shown, { value, decimals }: Printed): PrintedShare {
  const { rounding } = riskModel(definition.privacy)
  const base = shown.column.base ?? 0
  const unrounded = rounding > 1 ? (100 * rounding) / Math.max(1, base) : 0
  return { percent: value, within: 10 ** -decimals / 2 + unrounded, base }
}

/** Weights, strata and clusters make other errors than counts do. */
export const isSample = ({ weighting, responses }: Definition): boolean =>
  weighting !== undefined ||
  responses.some(({ columns }) => columns['stratum'] !== undefined || columns['cluster'] !== undefined)

const isPValue = ({ statistic }: { readonly statistic: string }): boolean => statistic === 'p_value'

function pValue(table: ReleasedTable, pair: readonly string[], row: string): number | undefined {
  const place = table.columns.findIndex(
    (column) => isPValue(column) && JSON.stringify(column.among) === JSON.stringify(pair),
  )
  return table.rows.find(({ label }) => label === row)?.cells[place]?.value ?? undefined
}

/** Whether everybody in one population is in another, as far as their conditions tell. */
function isInside(definition: Definition, one: Shown, other: Shown): boolean {
  const [part, whole] = [one, other].map((shown) =>
    definition.populations.find(({ id }) => id === shown.population),
  )
  if (part === undefined || whole === undefined) return false
  return Object.entries(whole.where ?? {}).every(
    ([name, condition]) => JSON.stringify(part.where?.[name]) === JSON.stringify(condition),
  )
}
