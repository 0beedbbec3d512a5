import {
  type ColumnFamily,
  echelon,
  type InnerCounts,
  impliedSets,
  isCombination,
  type MeasureCounts,
  type TabulationPlan,
  unstatedIn,
} from '../disclosure/index.ts'
import { toldByRows, total } from './suppression/columns.ts'
import type { Suppression, SuppressionInput } from './suppression/model.ts'

/** A column of one mean, median or total: its groups, cells, and those whose numbers it rests on. */
interface MeasureColumn {
  readonly groups: readonly string[]
  readonly cells: readonly number[]
  readonly people: number
}

/**
 * Means, medians and totals that would give away those of few people: keys of question, group and label. A mean times those
 * it rests on is a sum, so means of groups can be subtracted like counts; those it rests on may be fewer than answered
 * (who ranked an item, whose answer has a score). Hidden are those of too few or of one number only, and then the smallest
 * of the columns from which such a group follows, until none does. The ranks that somebody gave add up: where the mean of one item
 * is hidden, that of another is, too.
 */
export function hiddenMeasures(
  input: SuppressionInput,
  suppression: Suppression | undefined,
): ReadonlySet<string> {
  const gone = new Set(
    (suppression?.hidden ?? []).map(({ question, group }) => JSON.stringify([question, group])),
  )
  const hidden = new Set<string>()
  for (const question of new Set(input.measured.map((one) => one.question))) {
    const isTold = toldByRows(input, question)
    const isRanked = input.plan.questions.some(({ id, rows }) => id === question && rows === 'ranked')
    for (const [crossing, inner] of input.inner.entries()) {
      const measures = inner.measures.get(question) ?? []
      for (const measure of measures) {
        const beside = isRanked ? besideIn(measures, measure) : undefined
        const shown = input.measured.filter((one) => one.question === question && one.label === measure.label)
        const groups = shown
          .map(({ group }) => group)
          .filter((group) => !gone.has(JSON.stringify([question, group])))
        const columns = columnsOf(inner, measure, groups)
        const told = (cells: readonly number[]) => isTold(crossing, cells)
        for (const { groups: own } of hiddenOf(input.plan, inner, measure, columns, told))
          for (const group of own)
            for (const { label } of [measure, ...(beside === undefined ? [] : [beside])])
              hidden.add(JSON.stringify([question, group, label]))
      }
    }
  }
  return hidden
}

/** Of the other items of a ranking the one that fewest ranked: the same wherever the first is hidden, so that it follows nowhere. */
function besideIn(measures: readonly MeasureCounts[], hidden: MeasureCounts): MeasureCounts | undefined {
  const ranked = ({ people }: MeasureCounts) => people.reduce((sum, own) => sum + own, 0)
  return measures
    .filter((one) => one !== hidden)
    .reduce<MeasureCounts | undefined>(
      (least, one) => (least === undefined || ranked(one) < ranked(least) ? one : least),
      undefined,
    )
}

/** Groups of the same people are one column. */
function columnsOf(
  { crossing }: InnerCounts,
  { people }: MeasureCounts,
  groups: readonly string[],
): readonly MeasureColumn[] {
  const columns = new Map<string, MeasureColumn>()
  for (const group of groups) {
    const cells = (crossing.groups.get(group) ?? []).filter((cell) => (people[cell] ?? 0) > 0)
    if (cells.length === 0) continue
    const key = cells.join()
    const same = columns.get(key)?.groups ?? []
    columns.set(key, { groups: [...same, group], cells, people: total(people, cells) })
  }
  return [...columns.values()].sort((one, other) => one.people - other.people)
}

function hiddenOf(
  { rules }: TabulationPlan,
  { crossing }: InnerCounts,
  measure: MeasureCounts,
  columns: readonly MeasureColumn[],
  isTold: (cells: readonly number[]) => boolean,
): readonly MeasureColumn[] {
  const below = Math.max(rules.minimum_base, rules.unanimity_below)
  if (below <= 1) return []
  const isUnstated = unstatedIn(crossing, (cell) => (measure.people[cell] ?? 0) > 0)
  const isSmall = (cells: readonly number[]): boolean => {
    const size = total(measure.people, cells)
    return size < rules.minimum_base || (size < rules.unanimity_below && isOneNumber(measure, cells))
  }
  const hidden = columns.filter(({ cells }) => isSmall(cells))
  for (;;) {
    const shown = columns.filter((column) => !hidden.includes(column))
    const family: ColumnFamily = { columns: shown.map(({ cells }) => cells), people: measure.people }
    const given = impliedSets(family, below - 1).sets.find(
      (cells) => isSmall(cells) && !isTold(cells) && !isUnstated(cells),
    )
    if (given === undefined) return hidden
    const taken = neededFor(given, shown, measure.people.length)[0] ?? shown[0]
    if (taken === undefined) return hidden
    hidden.push(taken)
  }
}

/** Whether all gave the same number, so that their mean says it of each. */
function isOneNumber({ people, least, most }: MeasureCounts, cells: readonly number[]): boolean {
  const own = cells.filter((cell) => (people[cell] ?? 0) > 0)
  const low = Math.min(...own.map((cell) => least[cell] ?? Number.NaN))
  const high = Math.max(...own.map((cell) => most[cell] ?? Number.NaN))
  return low === high
}

/** The columns without any of which a group does not follow from the others, smallest first. */
function neededFor(
  cells: readonly number[],
  columns: readonly MeasureColumn[],
  width: number,
): readonly MeasureColumn[] {
  const vector = (some: readonly number[]): Float64Array => {
    const row = new Float64Array(width)
    for (const cell of some) row[cell] = 1
    return row
  }
  const wanted = vector(cells)
  return columns.filter((column) => {
    const others = columns.filter((one) => one !== column).map((one) => vector(one.cells))
    return !isCombination(echelon(others, width), wanted)
  })
}
