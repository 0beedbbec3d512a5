import type { Alternative, Changes, Figure, Table } from '../artefacts.ts'
import type { RiskModel } from '../policy.ts'
import { changesOf } from './changes.ts'
import { countsAnswers } from './shown-counts.ts'

/** Row that says again what the base is. */
const TOTAL = 'Total'
/** Multiples that counts would be rounded to. */
const UNIT = 5
/** Answers that so few gave would be merged, where the rules hide no small counts. */
const FEW = 4

interface Chosen {
  readonly made: readonly Table<Figure>[]
  readonly refused: ReadonlySet<string>
  readonly model: RiskModel
  readonly groups: 'nested' | 'partition'
  /** What was lost and changed by what was done. */
  readonly lost: number
  readonly changed: Changes
}

/**
 * What each way of protecting the tables costs: that which was chosen as it came out, the others as they can be
 * counted without solving anything. Breakdowns that are refused are refused whatever is done, and left out.
 */
export function alternativesTo(chosen: Chosen): readonly Alternative[] {
  const { made, refused, model, groups, lost, changed } = chosen
  const tables = made.filter((table) => countsAnswers(table) && !refused.has(table.of ?? table.id))
  const out = made
    .filter(({ id, of }) => refused.has(of ?? id))
    .reduce((sum, table) => sum + figuresOf(table), 0)
  const small = Math.max(model.small_counts, 0)
  const isRounded = model.rounding > 1
  const smallOnes = tables.reduce((sum, table) => sum + smallFigures(table, small), 0)
  const nearest = changesOf(tables.flatMap(roundedMoves))
  return [
    isRounded
      ? { way: 'suppress', chosen: false, lost: smallOnes, atLeast: true, changed: 0 }
      : { way: 'suppress', chosen: groups === 'nested', lost: lost - out, atLeast: false, changed: 0 },
    isRounded
      ? {
          way: 'round',
          chosen: true,
          lost: lost - out,
          atLeast: false,
          changed: changed.figures,
          meanPercent: changed.meanPercent,
        }
      : {
          way: 'round',
          chosen: false,
          lost: smallOnes,
          atLeast: false,
          changed: nearest.figures,
          meanPercent: nearest.meanPercent,
        },
    {
      way: 'partition',
      chosen: groups === 'partition',
      lost: smallOnes,
      atLeast: small > 0,
      changed: groups === 'partition' ? 0 : tables.reduce((sum, table) => sum + overlapping(table), 0),
    },
    {
      way: 'merge',
      chosen: false,
      lost: tables.reduce((sum, table) => sum + merged(table, small > 0 ? small : FEW), 0),
      atLeast: false,
      changed: 0,
    },
  ]
}

const figuresOf = ({ rows }: Table<Figure>): number =>
  rows.reduce((sum, { cells }) => sum + cells.filter(({ status }) => status !== 'z').length, 0)

const isSmall = (count: number, most: number): boolean => count >= 1 && count <= most

const smallFigures = ({ rows }: Table<Figure>, most: number): number =>
  rows
    .filter(({ label }) => label !== TOTAL)
    .reduce((sum, { cells }) => sum + cells.filter(({ count }) => isSmall(count, most)).length, 0)

/** How far each count and percentage would move, each count by itself to the nearest multiple. */
const roundedMoves = ({ rows, columns }: Table<Figure>) =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ value, count, status }, index) => {
      const { statistic = '', base = null, decimals = 0 } = columns[index] ?? {}
      if (status === 'z' || base === null || base === 0) return []
      if (statistic === 'count') return [{ statistic, by: Math.abs(nearest(count) - count) }]
      if (statistic !== 'percent' || nearest(base) === 0) return []
      const scale = 10 ** decimals
      const rounded = Math.floor((100 * scale * nearest(count)) / nearest(base) + 0.5) / scale
      return [{ statistic, by: Math.abs(rounded - value) }]
    }),
  )

const nearest = (count: number): number => UNIT * Math.floor((count + UNIT / 2) / UNIT)

/** Figures of all populations of a table but the first, which others would take the place of. */
function overlapping({ kind, columns, rows }: Table<Figure>): number {
  const [first] = columns
  if (kind !== 'question' || first === undefined) return 0
  const others = columns.filter(({ population }) => population !== first.population)
  return others.length * rows.length
}

/** Figures of answers that would become one: each in which some column has few, with one more if it is alone. */
function merged({ rows }: Table<Figure>, few: number): number {
  const answers = rows.filter(({ label }) => label !== TOTAL)
  const small = answers.filter(({ cells }) => cells.some(({ count }) => isSmall(count, few)))
  if (small.length === 0) return 0
  const columns = answers[0]?.cells.length ?? 0
  return Math.max(1, small.length - 1) * columns
}
