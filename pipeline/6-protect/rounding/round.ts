import {
  BASE,
  type CellName,
  type InnerCounts,
  routingComponents,
  type Structure,
  structureOf,
  type TabulationPlan,
} from '../../disclosure/index.ts'
import type { Row, Solver, Term } from '../../solver/index.ts'

export interface RoundingInput {
  readonly plan: TabulationPlan
  readonly inner: readonly InnerCounts[]
}

/** Rounded counts of every group that the tables show: question, group, row (null: base) -> multiple. */
export interface Rounded {
  readonly counts: readonly {
    readonly question: string
    readonly group: string
    readonly row: string | null
    readonly count: number
  }[]
  /** Most that a rounded count lies from the true one. */
  readonly within: number
}

const EFFORT = { nodes: 5_000, gap: 0.02, seconds: 300 } as const
/** How many multiples beside the two nearest a count may be moved, where tables would not add up else. */
const REACHES = [0, 1, 2, 4] as const

/**
 * Controlled rounding: every count becomes one of the multiples beside it, rows still add up to their base
 * and groups to their total in all tables together, and the sum of the movements is least (Handbook on
 * Statistical Disclosure Control, 2nd ed., 5.5). Multiples further away are allowed only where no other way adds
 * up; `within` says how far. Zero and multiples stay as they are where they can. Work for a solving thread.
 */
export function roundCounts(solver: Solver, { plan, inner }: RoundingInput): Rounded {
  const crossings = inner.map(({ crossing }) => crossing)
  const counts: Rounded['counts'][number][] = []
  let within = 0
  for (const questions of routingComponents(plan)) {
    const structure = structureOf(plan, crossings, questions)
    const named = structure.questions.flatMap(({ id: question, answers }) =>
      plan.groups.flatMap(({ id: group }) => {
        const crossing = crossings.findIndex(({ groups }) => groups.has(group))
        const cells = crossings[crossing]?.groups.get(group)
        return cells === undefined
          ? []
          : [BASE, ...answers].map((row) => ({
              question,
              group,
              row,
              column: structure.column({ question, crossing, cells, row }),
            }))
      }),
    )
    const shown = new Set(named.map(({ column }) => column))
    const truth = structure.names.map((name) => trueCount(inner, name))
    const rounded = roundAll(solver, structure, truth, shown, plan.rules)
    within = Math.max(within, rounded.within)
    counts.push(
      ...named.map(({ question, group, row, column }) => ({
        question,
        group,
        row,
        count: rounded.counts[column] ?? 0,
      })),
    )
  }
  return { counts, within }
}

function trueCount(inner: readonly InnerCounts[], { question, crossing, cells, row }: CellName): number {
  const found = inner[crossing]?.questions.get(question)
  const counts = row === BASE ? found?.base : found?.rows.get(row)
  return cells.reduce((sum, cell) => sum + (counts?.[cell] ?? 0), 0)
}

function roundAll(
  solver: Solver,
  structure: Structure,
  truth: readonly number[],
  shown: ReadonlySet<number>,
  rules: TabulationPlan['rules'],
): { readonly counts: readonly number[]; readonly within: number } {
  for (const reach of REACHES) {
    const counts = roundWithin(solver, structure, truth, shown, rules, reach)
    if (counts === undefined) continue
    const movements = [...shown].map((column) => Math.abs((counts[column] ?? 0) - (truth[column] ?? 0)))
    return { counts, within: Math.max(rules.rounding - 1, ...movements) }
  }
  throw new Error('no multiples add up, however far counts are moved')
}

/** Columns: how many units each count becomes, then how far each shown one moves. */
function roundWithin(
  solver: Solver,
  { names, relations }: Structure,
  truth: readonly number[],
  shown: ReadonlySet<number>,
  { rounding: unit, small_counts }: TabulationPlan['rules'],
  reach: number,
): readonly number[] | undefined {
  const moved = [...shown]
  const people = Math.max(1, ...truth)
  // Where 1 to 7 are hidden a 5 would say 8 or 9: nothing that is shown rounds to less than the least that may be.
  const least = small_counts === 0 ? 0 : Math.ceil((small_counts + 1) / unit)
  const program = solver.open({
    columns: [
      ...names.map((_, column) => {
        const count = truth[column] ?? 0
        // What no table shows may be anything that adds up.
        if (!shown.has(column))
          return { lower: 0, upper: Math.ceil(people / unit) + 1 + reach, integer: true }
        return {
          lower: Math.max(count > small_counts ? least : 0, Math.floor(count / unit) - reach),
          upper: count === 0 ? 0 : Math.ceil(count / unit) + reach,
          integer: true,
        }
      }),
      ...moved.map(() => ({ lower: 0, upper: Number.POSITIVE_INFINITY, cost: 1 })),
    ],
    rows: [
      ...relations,
      ...moved.flatMap((column, index): readonly Row[] => {
        const count = truth[column] ?? 0
        const movement: Term = [names.length + index, 1]
        return [
          { lower: -count, upper: Number.POSITIVE_INFINITY, terms: [movement, [column, -unit]] },
          { lower: count, upper: Number.POSITIVE_INFINITY, terms: [movement, [column, unit]] },
        ]
      }),
    ],
  })
  try {
    const found = program.solve('min', EFFORT)
    if (found.objective === undefined) return undefined
    // The solver knows a zero below zero, which no reader should meet.
    return names.map((_, column) => unit * Math.max(0, Math.round(found.values[column] ?? 0)))
  } finally {
    program.close()
  }
}
