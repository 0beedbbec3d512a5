/** Least and most of sums of counts, from solutions at hand where they are ample, else from programs. */
import { areWhole, openProgram, type Program, type Solution } from './lp.ts'
import type { System } from './system.ts'

/** What is summed: an answer's count, those in the base who did not give it, of a question. */
export interface Sum {
  readonly question: string
  readonly row: string
  readonly of: 'given' | 'not given'
  readonly answered: boolean
}

/** Columns that a sum adds up. */
export type Columns = Int32Array

export interface Search {
  readonly columns: (sum: Sum, atoms: readonly number[]) => Columns
  /** Whole solutions found so far; the true people among them where they are known. */
  readonly solutions: readonly Float64Array[]
  /** What the sum cannot pass, by a linear program alone. */
  readonly bound: (columns: Columns, sense: 'min' | 'max') => number
  /**
   * The end in whole numbers, or at least `enough`; `proved` false where the work ran out before either was known, and the
   * value is then what cannot be passed.
   */
  readonly reach: (
    columns: Columns,
    sense: 'min' | 'max',
    enough: number,
  ) => { readonly value: number; readonly proved: boolean }
  /** Looks for one more solution in this direction. */
  readonly look: (costs: ReadonlyMap<number, number>) => void
  readonly isPossible: boolean
  readonly programs: () => number
  readonly close: () => void
}

export async function searchOf(system: System): Promise<Search> {
  const { facts, upper, unknowns, truth } = system
  const program: Program = await openProgram(upper, facts)
  const solutions: Float64Array[] = truth === undefined ? [] : [truth]
  const known = new Map<string, Columns>()
  let solved = 0
  const solve = (sense: 'min' | 'max', costs: ReadonlyMap<number, number>, enough?: number): Solution => {
    solved += 1
    const found = program.solve(sense, costs, enough)
    const { status, values } = found
    if (status !== 'infeasible' && areWhole(values) && meets(facts, values)) solutions.push(values)
    return found
  }
  const costsOf = (columns: Columns): ReadonlyMap<number, number> =>
    new Map([...columns].map((column) => [column, 1]))
  const first = truth === undefined ? solve('min', new Map()) : undefined
  return {
    solutions,
    columns: (sum, atoms) => {
      const key = JSON.stringify([sum, atoms])
      const columns = known.get(key) ?? columnsOf(unknowns, sum, atoms)
      known.set(key, columns)
      return columns
    },
    isPossible: first?.status !== 'infeasible',
    bound: (columns, sense) =>
      columns.length === 0 ? 0 : inwards(sense, solve(sense, costsOf(columns)).bound),
    reach: (columns, sense, enough) => {
      if (columns.length === 0) return { value: 0, proved: true }
      const { status, objective, bound } = solve(sense, costsOf(columns), enough)
      if (status === 'infeasible') return { value: enough, proved: false }
      return status === 'limit'
        ? { value: inwards(sense, bound), proved: false }
        : { value: Math.round(objective), proved: true }
    },
    look: (costs) => {
      const before = solutions.length
      const { status, objective } = solve('max', costs)
      // Not the best whole solution is wanted here, but one that is far off in this direction.
      if (solutions.length === before && status === 'optimal')
        solve('max', costs, Math.floor(0.7 * objective))
    },
    programs: () => solved,
    close: () => program.close(),
  }
}

/** The unknowns of some atoms that a sum is of. */
function columnsOf(
  unknowns: System['unknowns'],
  { question, row, of, answered }: Sum,
  atoms: readonly number[],
): Columns {
  const all = unknowns.get(question) ?? []
  return Int32Array.from(
    atoms.flatMap((atom) =>
      (all[atom] ?? [])
        .filter(
          (one) => one.counts && (!answered || one.answered) && one.rows.includes(row) === (of === 'given'),
        )
        .map(({ column }) => column),
    ),
  )
}

export function valueIn(solution: Float64Array, columns: Columns): number {
  let value = 0
  for (const column of columns) value += solution[column] ?? 0
  return Math.round(value)
}

/** A whole number within an end that need not be whole. */
const inwards = (sense: 'min' | 'max', end: number): number =>
  sense === 'min' ? Math.ceil(end - 1e-6) : Math.floor(end + 1e-6)

/** Whether values are a solution to the last whole person, and not only within the solver's tolerance. */
function meets(facts: System['facts'], values: Float64Array): boolean {
  return facts.every(({ terms, least, most }) => {
    let sum = 0
    for (const [column, by] of terms) sum += by * Math.round(values[column] ?? 0)
    return sum >= least - 1e-6 && sum <= most + 1e-6
  })
}
