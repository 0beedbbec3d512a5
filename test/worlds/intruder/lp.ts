/** Linear and whole-number programs, straight from the solver's own package. */
import { createRequire } from 'node:module'
import type { Highs, InitOptions } from 'highs'

const loadHighs: (options?: InitOptions) => Promise<Highs> = createRequire(import.meta.url)('highs')
let loaded: Promise<Highs> | undefined

/** Weights of columns, bounds of their sum. */
export interface Fact {
  readonly terms: ReadonlyMap<number, number>
  readonly least: number
  readonly most: number
}

export interface Solution {
  readonly status: 'optimal' | 'infeasible' | 'limit'
  readonly objective: number
  /** What no solution beats; where whole numbers were not proved to the end it lies beyond the objective. */
  readonly bound: number
  readonly values: Float64Array
}

export interface Program {
  /** In whole numbers where `enough` says at what value the search may stop; else linear. */
  readonly solve: (sense: 'min' | 'max', costs: ReadonlyMap<number, number>, enough?: number) => Solution
  readonly close: () => void
}

/** Work for one whole-number program; what is left open is told, not hidden. */
const NODES = 200
/** The solver's code of a solution that meets every constraint. */
const FEASIBLE = 2

/** Columns are whole and from 0 up. */
export async function openProgram(upper: readonly number[], facts: readonly Fact[]): Promise<Program> {
  loaded ??= loadHighs()
  const highs = await loaded
  const starts = new Int32Array(facts.length + 1)
  for (const [place, { terms }] of facts.entries()) starts[place + 1] = (starts[place] ?? 0) + terms.size
  const model = highs.createModel({
    numCols: upper.length,
    numRows: facts.length,
    colCost: new Float64Array(upper.length),
    colLower: new Float64Array(upper.length),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(facts, ({ least }) => least),
    rowUpper: Float64Array.from(facts, ({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: facts.length,
      numCols: upper.length,
      starts,
      indices: Int32Array.from(facts.flatMap(({ terms }) => [...terms.keys()])),
      values: Float64Array.from(facts.flatMap(({ terms }) => [...terms.values()])),
    },
    integrality: new Int32Array(upper.length),
  })
  model.options.set({
    output_flag: false,
    random_seed: 0,
    mip_max_nodes: NODES,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
  })
  const all = [...upper.keys()]
  const { variableType, modelStatus } = highs.constants
  let isWhole = false
  let before: readonly number[] = []
  return {
    solve: (sense, costs, enough) => {
      const whole = enough !== undefined
      if (whole !== isWhole) {
        const kind = whole ? variableType.integer : variableType.continuous
        model.changeColsIntegrality(
          { kind: 'set', indices: all },
          all.map(() => kind),
        )
        isWhole = whole
      }
      // Always least: the target at which a search may stop is one from above.
      const sign = sense === 'min' ? 1 : -1
      for (const column of before) model.changeColCost(column, 0)
      for (const [column, cost] of costs) model.changeColCost(column, sign * cost)
      before = [...costs.keys()]
      const target = whole ? sign * enough + 0.5 : -1e30
      model.options.set({ objective_target: target })
      model.zeroAllClocks()
      const code = model.run().modelStatus
      const none = new Float64Array(upper.length)
      if (code === modelStatus.infeasible || code === modelStatus.unboundedOrInfeasible)
        return { status: 'infeasible', objective: 0, bound: 0, values: none }
      const found = code === modelStatus.optimal || model.info.get('primal_solution_status') === FEASIBLE
      const objective = sign * model.getObjectiveValue()
      const isThere = whole && found && sign * objective <= target
      return {
        status: code === modelStatus.optimal || isThere ? 'optimal' : 'limit',
        objective,
        bound: whole ? sign * Number(model.info.get('mip_dual_bound')) : objective,
        values: found ? model.getSolution().colValue : none,
      }
    },
    close: () => model.dispose(),
  }
}

export const areWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)
