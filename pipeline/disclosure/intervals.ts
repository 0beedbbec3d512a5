import type { LinearModel, Outcome, Program, Sense, Solver, Term } from '../solver/index.ts'
import { type Component, componentsOf } from './components.ts'
import { type Bounds, propagate } from './propagate.ts'

/** The whole numbers that a count can be, for one who knows all that the model says. */
export interface Interval {
  readonly least: number
  readonly most: number
  /** Whether both ends were shown to be possible; else the truth may be narrower. */
  readonly tight: boolean
}

/** Work for one end of one interval before the outer bound has to do. */
const EFFORT = { nodes: 2_000, iterations: 200_000, seconds: 60 } as const

/**
 * For each target (a sum of columns with whole coefficients) its least and most possible value, when every column is
 * a whole number: bounds are narrowed relation by relation, then linear programs, then integer programs
 * where the linear optimum is no whole point (Handbook on Statistical Disclosure Control, 2nd ed., 4.2.2; integers
 * matter wherever percentages are known). Undefined where the model has no solution: the figures
 * contradict each other. Where `isEnough` says of an outer interval that no closer look is wanted, it is
 * returned as it is.
 */
export function intervals(
  solver: Solver,
  model: LinearModel,
  targets: readonly (readonly Term[])[],
  isEnough: (outer: Interval) => boolean = () => false,
): readonly Interval[] | undefined {
  const bounds = propagate(model)
  if (bounds === undefined) return undefined
  const { components, of } = componentsOf(model, bounds)
  const open = new Map<number, Program>()
  const program = (index: number): Program => {
    const found = open.get(index) ?? solver.open(components[index]?.model ?? { columns: [], rows: [] })
    open.set(index, found)
    return found
  }
  try {
    const found: Interval[] = []
    for (const target of targets) {
      const outer = outerOf(target, bounds)
      const interval =
        outer.least === outer.most || isEnough(outer) ? outer : ends(target, bounds, of, components, program)
      if (interval === undefined) return undefined
      found.push(interval)
    }
    return found
  } finally {
    for (const one of open.values()) one.close()
  }
}

/** What the bounds of the columns alone say. */
function outerOf(target: readonly Term[], { lower, upper }: Bounds): Interval {
  let least = 0
  let most = 0
  for (const [column, by] of target) {
    least += by * ((by > 0 ? lower[column] : upper[column]) ?? 0)
    most += by * ((by > 0 ? upper[column] : lower[column]) ?? 0)
  }
  return { least, most, tight: least === most }
}

function ends(
  target: readonly Term[],
  bounds: Bounds,
  of: (column: number) => number,
  components: readonly Component[],
  program: (index: number) => Program,
): Interval | undefined {
  const fixed = target.filter(([column]) => bounds.lower[column] === bounds.upper[column])
  const start = fixed.reduce((sum, [column, by]) => sum + by * (bounds.lower[column] ?? 0), 0)
  let interval: Interval = { least: start, most: start, tight: true }
  const parts = new Map<number, Term[]>()
  for (const term of target) {
    if (bounds.lower[term[0]] === bounds.upper[term[0]]) continue
    const index = of(term[0])
    parts.set(index, [...(parts.get(index) ?? []), term])
  }
  for (const [index, terms] of parts) {
    const component = components[index]
    if (component === undefined) throw new Error('a column without a component')
    const local = terms.map(([column, by]): Term => [component.place.get(column) ?? 0, by])
    const one = program(index)
    one.setCosts(local)
    const least = extreme(one, 'min')
    const most = extreme(one, 'max')
    if (least === undefined || most === undefined) return undefined
    interval = {
      least: interval.least + Math.ceil(least.value - 1e-6),
      most: interval.most + Math.floor(most.value + 1e-6),
      tight: interval.tight && least.tight && most.tight,
    }
  }
  return interval
}

interface Extreme {
  readonly value: number
  readonly tight: boolean
}

/** One end: by the linear program if its optimum is a whole point, else by the integer program. */
function extreme(program: Program, sense: Sense): Extreme | undefined {
  const relaxed = program.solve(sense, { ...EFFORT, relaxed: true })
  if (relaxed.status === 'infeasible') return undefined
  if (relaxed.status !== 'optimal' || relaxed.objective === undefined) {
    return { value: sense === 'min' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, tight: false }
  }
  if (isWhole(relaxed)) return { value: relaxed.objective, tight: true }
  const whole = program.solve(sense, EFFORT)
  if (whole.status === 'infeasible') return undefined
  const tight = whole.status === 'optimal' && whole.objective !== undefined
  return { value: whole.bound ?? relaxed.objective, tight }
}

const isWhole = ({ values }: Outcome): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)
