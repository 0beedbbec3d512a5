import {
  type Crossing,
  intervals,
  NO_REPLY,
  populationsMadeOf,
  type TabulationPlan,
} from '../disclosure/index.ts'
import type { Solver, Term } from '../solver/index.ts'
import { largeBase } from './ample-rows.ts'
import { MOST_LOOKED } from './derive-targets.ts'
import { cellsOfValues } from './facts.ts'
import type { Range } from './figure-bounds.ts'
import { groupedBy } from './grouped-by.ts'
import { type Combiners, impliedSizes } from './implied-sizes.ts'
import type { MicrodataCount, PublishedFigure } from './published.ts'
import type { ToldGroup } from './told-apart.ts'

/** A column of people of whom it is known how many there are. */
interface KnownSize extends Range {
  readonly crossing: number
  readonly cells: readonly number[]
  readonly byRows: boolean
}

export interface SizesInput {
  readonly plan: TabulationPlan
  readonly crossings: readonly Crossing[]
  readonly groups: readonly ToldGroup[]
  readonly figures: readonly PublishedFigure[]
  readonly counts: readonly MicrodataCount[]
  readonly combiners: Combiners
  /** Most people that anybody takes a group for. */
  readonly most: number
}

/**
 * Tells of a question whether the sizes of its groups alone show that nothing has to be looked at more closely: every group
 * that figures show or that follows from them is large or empty, and each of the others may be large. How many groups were
 * looked at; undefined where a closer look is due. Much quicker than a program over all answers, and the same for all
 * questions that as many people answered.
 */
export function sizesAlone(solver: Solver, input: SizesInput): (question: string) => number | undefined {
  const { plan, crossings, figures, counts } = input
  const small = Math.max(plan.rules.minimum_base, plan.rules.unanimity_below)
  const cellsOf = cellsOfValues(plan, crossings)
  const tables = new Map(plan.tables.map((table) => [table.id, table]))
  const byQuestion = groupedBy(figures, ({ table }) => {
    const { question = '', of } = tables.get(table) ?? {}
    return of === 'answers' ? question : ''
  })
  const countsOf = groupedBy(counts, ({ question }) => question)
  const known = new Map<string, number | undefined>()
  return (id) => {
    const question = plan.questions.find((one) => one.id === id)
    if (question === undefined || question.answers.includes(NO_REPLY)) return undefined
    const sizes = distinct([
      ...(byQuestion.get(id) ?? []).flatMap((figure) =>
        shownSize(plan, crossings, question.weighted, figure),
      ),
      ...(countsOf.get(id) ?? []).flatMap((count) =>
        count.row === null ? countedSizes(plan, crossings, cellsOf, count) : [],
      ),
    ])
    const made = [...populationsMadeOf(plan, id)]
    const key = JSON.stringify([sizes, made])
    if (!known.has(key)) known.set(key, looked(solver, input, sizes, made, small))
    return known.get(key)
  }
}

/** How many groups were looked at, none of which needs a closer look. */
function looked(
  solver: Solver,
  { crossings, groups, combiners, most }: SizesInput,
  sizes: readonly KnownSize[],
  made: readonly string[],
  small: number,
): number | undefined {
  const follows = crossings.map((_, crossing) => followingIn(combiners, sizes, crossing, () => true))
  const told = crossings.map((_, crossing) => followingIn(combiners, sizes, crossing, ({ byRows }) => byRows))
  const others: ToldGroup[] = []
  let examined = 0
  for (const group of groups) {
    const { crossing, cells, description } = group
    if (made.some((id) => description.includes(id)) || told[crossing]?.(cells) !== undefined) continue
    examined += 1
    const size = follows[crossing]?.(cells)
    if (size === undefined && crossings[crossing]?.groups.has(description) === true) return undefined
    if (size !== undefined && size > 0 && size < small) return undefined
    if (size === undefined && others.length < MOST_LOOKED) others.push(group)
  }
  for (const [crossing, { cells }] of crossings.entries()) {
    const targets = others.filter((group) => group.crossing === crossing)
    const found = intervals(
      solver,
      {
        columns: cells.map(() => ({ lower: 0, upper: most, integer: true })),
        rows: sizes
          .filter((size) => size.crossing === crossing)
          .map((size) => ({ lower: size.least, upper: size.most, terms: size.cells.map(one) })),
      },
      targets.map((group) => group.cells.map(one)),
      ({ least }) => least >= small,
      () => largeBase(small),
    )
    if (found === undefined || found.some((size) => size.most >= 1 && size.most < small)) return undefined
  }
  return examined
}

const one = (cell: number): Term => [cell, 1]

/** What follows by sums and differences from exact sizes of one kind. */
function followingIn(
  combiners: Combiners,
  sizes: readonly KnownSize[],
  crossing: number,
  isOf: (size: KnownSize) => boolean,
): (cells: readonly number[]) => number | undefined {
  const exact = sizes.filter((size) => size.crossing === crossing && size.least === size.most && isOf(size))
  return impliedSizes(
    combiners,
    crossing,
    exact.map(({ cells, least }) => ({ cells, size: least })),
  )
}

/** The base beside a figure, and a total. */
function shownSize(
  { roundedWithin: spread }: TabulationPlan,
  crossings: readonly Crossing[],
  weighted: boolean,
  { population, row, statistic, value, base }: PublishedFigure,
): readonly KnownSize[] {
  const crossing = crossings.findIndex(({ groups }) => groups.has(population))
  const cells = crossings[crossing]?.groups.get(population)
  if (cells === undefined) return []
  const isTotal = row === 'Total' && (statistic === 'count' || (statistic === 'total' && !weighted))
  const shown = [...(base === '' ? [] : [base]), ...(isTotal && value !== '' ? [value] : [])]
  return shown.map((size) => ({
    crossing,
    cells,
    least: Number(size) - spread,
    most: Number(size) + spread,
    byRows: false,
  }))
}

function countedSizes(
  { somePeopleWithoutRow }: TabulationPlan,
  crossings: readonly Crossing[],
  cellsOf: ReturnType<typeof cellsOfValues>,
  { values, count }: MicrodataCount,
): readonly KnownSize[] {
  return [...crossings.keys()].flatMap((crossing) => {
    const cells = cellsOf(crossing, values)
    const most = somePeopleWithoutRow ? Number.POSITIVE_INFINITY : count
    return cells.length === 0 ? [] : [{ crossing, cells, least: count, most, byRows: true }]
  })
}

/** Each once: every figure of a column has its base beside it. */
const distinct = (sizes: readonly KnownSize[]): readonly KnownSize[] => [
  ...new Map(
    sizes.map((size) => [
      `${size.crossing} ${size.cells.join()} ${size.least} ${size.most} ${size.byRows}`,
      size,
    ]),
  ).values(),
]
