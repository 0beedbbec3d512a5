import { createRequire } from 'node:module'
import type { Highs, InitOptions, Model } from 'highs'
import type { Effort, LinearModel, Outcome, Program, Row, Sense, Solver, Term } from './model.ts'

// The package declares its loader as a default export, which a CommonJS type does not give to an ES module.
const loadHighs: (options?: InitOptions) => Promise<Highs> = createRequire(import.meta.url)('highs')

/** Most work for one solve where the caller does not say. */
const EFFORT = { nodes: 50_000, iterations: 2_000_000, seconds: 300, gap: 0 } as const

const NO_SOLUTION = { colValue: new Float64Array(), rowDual: new Float64Array() }

/** The solver's code of a solution that meets every constraint. */
const FEASIBLE = 2

/** Makes the solver ready: some 30 ms, once a thread. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return { open: (model) => open(highs, model) }
}

function open(highs: Highs, { columns, rows }: LinearModel): Program {
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost = 0 }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: sparse(columns.length, rows),
    ...(columns.some(({ integer }) => integer) ? { integrality: integrality(columns) } : {}),
  })
  model.options.set({ output_flag: false, random_seed: 0 })
  const integers = columns.flatMap(({ integer }, index) => (integer ? [index] : []))
  let relaxed = false
  let costs = columns.flatMap(({ cost = 0 }, index) => (cost === 0 ? [] : [index]))
  const kinds = highs.constants.variableType
  const relax = (wanted: boolean): void => {
    if (integers.length === 0 || wanted === relaxed) return
    const kind = wanted ? kinds.continuous : kinds.integer
    model.changeColsIntegrality(
      { kind: 'set', indices: integers },
      integers.map(() => kind),
    )
    relaxed = wanted
  }
  return {
    addRow: ({ lower, upper, terms }) => {
      model.addRow(lower, upper, entries(terms))
    },
    setBounds: (column, lower, upper) => {
      model.changeColBounds(column, lower, upper)
    },
    setCosts: (wanted) => {
      for (const column of costs) model.changeColCost(column, 0)
      for (const [column, cost] of wanted) model.changeColCost(column, cost)
      costs = wanted.map(([column]) => column)
    },
    solve: (sense, effort = {}) => {
      relax(effort.relaxed ?? false)
      const integer = integers.length > 0 && !(effort.relaxed ?? false)
      return solve(highs, model, sense, effort, integer, columns.length)
    },
    close: () => model.dispose(),
  }
}

function solve(
  highs: Highs,
  model: Model,
  sense: Sense,
  effort: Effort,
  integer: boolean,
  columns: number,
): Outcome {
  const { nodes, iterations, seconds, gap } = { ...EFFORT, ...effort }
  model.changeObjectiveSense(highs.constants.objectiveSense[sense === 'min' ? 'minimize' : 'maximize'])
  model.zeroAllClocks()
  model.options.set({
    time_limit: seconds,
    simplex_iteration_limit: iterations,
    mip_max_nodes: nodes,
    mip_rel_gap: gap,
    mip_abs_gap: 1e-6,
  })
  const status = statusOf(highs, model.run().modelStatus)
  const none = status === 'infeasible' || status === 'unbounded'
  const solution = none || columns === 0 ? NO_SOLUTION : model.getSolution()
  const found = status === 'optimal' || (integer && model.info.get('primal_solution_status') === FEASIBLE)
  const objective = model.getObjectiveValue()
  return {
    status,
    ...(found && !none ? { objective } : {}),
    ...(none ? {} : boundOf(model, status, objective, integer)),
    values: solution.colValue,
    duals: solution.rowDual,
  }
}

/** Linear programs cut short have no bound worth having. */
function boundOf(
  model: Model,
  status: Outcome['status'],
  objective: number,
  integer: boolean,
): { readonly bound?: number } {
  if (integer) return { bound: Number(model.info.get('mip_dual_bound')) }
  return status === 'optimal' ? { bound: objective } : {}
}

function statusOf(highs: Highs, code: number): Outcome['status'] {
  const { modelStatus } = highs.constants
  if (code === modelStatus.optimal || code === modelStatus.empty) return 'optimal'
  if (code === modelStatus.infeasible) return 'infeasible'
  if (code === modelStatus.unbounded || code === modelStatus.unboundedOrInfeasible) return 'unbounded'
  if (
    code === modelStatus.timeLimit ||
    code === modelStatus.iterationLimit ||
    code === modelStatus.solutionLimit ||
    code === modelStatus.unknown
  )
    return 'limit'
  throw new Error(`the solver stopped with status ${code}`)
}

const integrality = (columns: LinearModel['columns']): Int32Array =>
  Int32Array.from(columns, ({ integer }) => (integer ? 1 : 0))

const entries = (terms: readonly Term[]) => ({
  indices: terms.map(([column]) => column),
  values: terms.map(([, coefficient]) => coefficient),
})

/** Rows one after the other. */
function sparse(numCols: number, rows: readonly Row[]) {
  const starts = new Int32Array(rows.length + 1)
  for (const [index, { terms }] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + terms.length
  const all = rows.flatMap(({ terms }) => terms)
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: Int32Array.from(all, ([column]) => column),
    values: Float64Array.from(all, ([, coefficient]) => coefficient),
  }
}
