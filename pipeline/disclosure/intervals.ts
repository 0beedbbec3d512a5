import type { LinearModel, Program, Sense, Solver, Term } from '../solver/index.ts'
import { type Ample, type AmpleTargets, ampleTargets, isWhole } from './ample-targets.ts'
import { componentsOf } from './components.ts'
import { eliminate } from './eliminate.ts'
import { type Bounds, propagate } from './propagate.ts'
import { partsOf, type TargetParts } from './target-parts.ts'

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
 * Counts above which no integer program is asked: with many groups that overlap each other it would not end, neither for
 * those who protect nor for those who attack. The bounds of the linear program stand then.
 */
export const MOST_WHOLE = 1_000

/**
 * For each target (a sum of columns with whole coefficients) its least and most possible value, when every column is
 * a whole number: bounds are narrowed relation by relation, then linear programs, then integer programs
 * where the linear optimum is no whole point (Handbook on Statistical Disclosure Control, 2nd ed., 4.2.2; integers
 * matter wherever percentages are known). Undefined where the model has no solution: the figures
 * contradict each other. Where `isEnough` says of an outer interval that no closer look is wanted, it is
 * returned as it is. Where `ampleOf` is given, and few programs show a target to be ample, what they show of it is
 * returned: it may be wider than that.
 */
export function intervals(
  solver: Solver,
  model: LinearModel,
  targets: readonly (readonly Term[])[],
  isEnough: (outer: Interval) => boolean = () => false,
  ampleOf?: (target: number) => Ample,
): readonly Interval[] | undefined {
  const bounds = propagate(model)
  if (bounds === undefined) return undefined
  const { rows, substitute } = eliminate(model, bounds)
  const { components, of } = componentsOf({ columns: model.columns, rows }, bounds)
  const open = new Map<number, Program>()
  const program = (index: number): Program => {
    const found = open.get(index) ?? solver.open(components[index]?.model ?? { columns: [], rows: [] })
    open.set(index, found)
    return found
  }
  const isWholly = (index: number) => (components[index]?.model.columns.length ?? 0) <= MOST_WHOLE
  try {
    const found: Interval[] = []
    const parts = targets.map((target) => partsOf(substitute(target), bounds, of, components))
    const seen = ampleOf === undefined ? undefined : ampleTargets(parts, ampleOf, program, EFFORT, isWholly)
    for (const [index, target] of targets.entries()) {
      const outer = outerOf(target, bounds)
      const ample = seen?.seen(index)
      const own = parts[index] ?? NOTHING
      const interval =
        outer.least === outer.most || isEnough(outer)
          ? outer
          : ample === undefined
            ? ends(own, program, isWholly, seen)
            : { ...ample, tight: [...own.parts.keys()].every(isWholly) }
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

const NOTHING: TargetParts = { start: 0, parts: new Map() }

function ends(
  { start, parts }: TargetParts,
  program: (index: number) => Program,
  isWholly: (index: number) => boolean,
  seen: AmpleTargets | undefined,
): Interval | undefined {
  let interval: Interval = { least: start, most: start, tight: true }
  for (const [index, terms] of parts) {
    const one = program(index)
    one.setCosts(terms)
    const whole = isWholly(index)
    const learn = (values: Float64Array) => seen?.learn(index, values)
    const least = extreme(one, 'min', whole, learn)
    const most = extreme(one, 'max', whole, learn)
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

/**
 * One end: by the linear program if its optimum is a whole point, else by the integer program. `learn` is told of what
 * was found possible.
 */
function extreme(
  program: Program,
  sense: Sense,
  wholly: boolean,
  learn: (values: Float64Array) => void,
): Extreme | undefined {
  const relaxed = program.solve(sense, { ...EFFORT, relaxed: true })
  if (relaxed.status === 'infeasible') return undefined
  if (relaxed.status !== 'optimal' || relaxed.objective === undefined) {
    return { value: sense === 'min' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, tight: false }
  }
  learn(relaxed.values)
  if (isWhole(relaxed.values)) return { value: relaxed.objective, tight: true }
  if (!wholly) return { value: relaxed.objective, tight: false }
  const whole = program.solve(sense, EFFORT)
  if (whole.status === 'infeasible') return undefined
  const tight = whole.status === 'optimal' && whole.objective !== undefined
  if (tight) learn(whole.values)
  return { value: whole.bound ?? relaxed.objective, tight }
}
