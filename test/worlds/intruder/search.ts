/** Least and most of sums of counts, from solutions at hand where they are ample, else from programs. */
import { areWhole, openProgram, type Program, type Solution } from './lp.ts'
import type { System } from './system.ts'
import type { Area } from './targets.ts'

/** What is summed: an answer's count, those in the base who did not give it, of a question. */
export interface Sum {
  readonly question: string
  readonly row: string
  readonly of: 'given' | 'not given'
  readonly answered: boolean
}

export interface Search {
  readonly sum: (sum: Sum, atoms: readonly number[]) => ReadonlyMap<number, number>
  /** Least of the sum over the full atoms, and most over the touched ones, as far as solutions showed. */
  readonly seen: (sum: Sum, area: Area) => { readonly least: number; readonly most: number }
  /** The exact end; `proved` false where the work ran out. */
  readonly end: (
    sum: Sum,
    area: Area,
    sense: 'min' | 'max',
  ) => { readonly value: number; readonly proved: boolean }
  /** One more solution, in this direction. */
  readonly look: (costs: ReadonlyMap<number, number>) => boolean
  readonly isPossible: boolean
  readonly programs: () => number
  readonly close: () => void
}

export async function searchOf(system: System): Promise<Search> {
  const { facts, upper, unknowns, truth } = system
  const program: Program = await openProgram(upper, facts)
  const solutions: Float64Array[] = truth === undefined ? [] : [truth]
  let solved = 0
  const note = ({ status, values }: Solution): void => {
    if (status !== 'infeasible' && areWhole(values) && meets(facts, values)) solutions.push(values)
  }
  const solve = (sense: 'min' | 'max', costs: ReadonlyMap<number, number>, whole: boolean): Solution => {
    solved += 1
    const found = program.solve(sense, costs, whole)
    note(found)
    return found
  }
  const first = truth === undefined ? solve('min', new Map(), false) : undefined
  const sumOf = (
    { question, row, of, answered }: Sum,
    atoms: readonly number[],
  ): ReadonlyMap<number, number> =>
    new Map(
      atoms.flatMap((atom) =>
        (unknowns.get(question)?.[atom] ?? [])
          .filter(
            (one) => one.counts && (!answered || one.answered) && one.rows.includes(row) === (of === 'given'),
          )
          .map(({ column }) => [column, 1] as const),
      ),
    )
  const valueIn = (solution: Float64Array, terms: ReadonlyMap<number, number>): number => {
    let value = 0
    for (const [column, by] of terms) value += by * (solution[column] ?? 0)
    return Math.round(value)
  }
  return {
    sum: sumOf,
    isPossible: first?.status !== 'infeasible',
    seen: (sum, { full, touched }) => {
      const inside = sumOf(sum, full)
      const around = sumOf(sum, touched)
      let least = Number.POSITIVE_INFINITY
      let most = Number.NEGATIVE_INFINITY
      for (const solution of solutions) {
        least = Math.min(least, valueIn(solution, inside))
        most = Math.max(most, valueIn(solution, around))
      }
      return { least, most }
    },
    end: (sum, { full, touched }, sense) => {
      const costs = sumOf(sum, sense === 'min' ? full : touched)
      if (costs.size === 0) return { value: 0, proved: true }
      const round = sense === 'min' ? (x: number) => Math.ceil(x - 1e-6) : (x: number) => Math.floor(x + 1e-6)
      const relaxed = solve(sense, costs, false)
      if (relaxed.status === 'optimal' && areWhole(relaxed.values))
        return { value: round(relaxed.objective), proved: true }
      const whole = solve(sense, costs, true)
      if (whole.status === 'optimal') return { value: Math.round(whole.objective), proved: true }
      return { value: round(whole.bound), proved: false }
    },
    look: (costs) => {
      const before = solutions.length
      const relaxed = solve('max', costs, false)
      if (solutions.length === before && relaxed.status === 'optimal') solve('max', costs, true)
      return solutions.length > before
    },
    programs: () => solved,
    close: () => program.close(),
  }
}

/** Whether values are a solution to the last whole person, and not only within the solver's tolerance. */
function meets(facts: System['facts'], values: Float64Array): boolean {
  return facts.every(({ terms, least, most }) => {
    let sum = 0
    for (const [column, by] of terms) sum += by * Math.round(values[column] ?? 0)
    return sum >= least - 1e-6 && sum <= most + 1e-6
  })
}
