import type { ShownCount } from '../../pipeline/6-protect/suppression/model.ts'
import { suppress } from '../../pipeline/6-protect/suppression/suppress.ts'
import { derive } from '../../pipeline/attack/derive.ts'
import { crossingsOf, type InnerCounts, type TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { PROFILES } from '../../pipeline/policy.ts'
import type { Solver } from '../../pipeline/solver/index.ts'
import { randomStream } from '../example/random.ts'
import { NO_ROWS } from '../support/world-counts.ts'
import { cpu } from './cpu.ts'

/**
 * Seeded two-way tables of answers by group, with their totals, under the profile for special categories (counts of
 * 1 to 4 are hidden, and nothing may follow): how long it takes to protect them, and to attack what is left.
 */
const TABLES: readonly (readonly [number, number, number])[] = [
  [10, 6, 15],
  [40, 10, 15],
  [40, 10, 40],
  [200, 20, 25],
]
const SEED = 'two-way tables'
const QUESTION = 'q1'
const EVERYBODY = 'everybody'

/** Protects and attacks each of them, and prints a line for each. */
export function twoWayTables(solver: Solver, print: (line: string) => void): void {
  print('| table | cells | small | hidden besides | optimal | rounds | protect s | attack s | solved |')
  print('|---|---:|---:|---:|---|---:|---:|---:|---:|')
  for (const [rows, groups, mean] of TABLES) print(benchmark(solver, print, rows, groups, mean))
}

function benchmark(
  solver: Solver,
  print: (line: string) => void,
  rows: number,
  groups: number,
  mean: number,
): string {
  const { plan, inner, shown } = twoWayTable(rows, groups, mean)
  let solved = 0
  const counting: Solver = {
    open: (model) => {
      const program = solver.open(model)
      return {
        ...program,
        solve: (sense, effort) => {
          solved += 1
          return program.solve(sense, effort)
        },
      }
    },
  }
  const start = cpu()
  const { hidden, report, unprotectable } = suppress(counting, { plan, inner, shown, ...NO_ROWS })
  const protectedAt = cpu()
  const keys = new Set(hidden.map(({ group, row }) => JSON.stringify([group, row])))
  const figures = shown
    .filter(({ row }) => row !== null)
    .map(({ group, row, count }) => {
      const isHidden = keys.has(JSON.stringify([group, row]))
      const base = shown.find((one) => one.group === group && one.row === null)
      const baseHidden = keys.has(JSON.stringify([group, null]))
      return {
        table: '1',
        population: group,
        row: row ?? '',
        statistic: 'count',
        value: isHidden || baseHidden ? '' : String(count),
        status: isHidden || baseHidden ? 'c' : '',
        base: baseHidden ? '' : String(base?.count),
      }
    })
  const { findings } = derive(counting, { plan, figures, counts: [] })
  const attackedAt = cpu()
  if (findings.length > 0 || unprotectable.length > 0) print(`found ${JSON.stringify(findings[0])}`)
  const seconds = (from: number, to: number) => ((to - from) / 1e6).toFixed(2)
  const { primary, secondary, optimal, rounds } = report
  return `| ${rows} x ${groups} | ${(rows + 1) * (groups + 1)} | ${primary} | ${secondary} | ${optimal ? 'yes' : 'no'} | ${rounds} | ${seconds(start, protectedAt)} | ${seconds(protectedAt, attackedAt)} | ${solved} |`
}

function twoWayTable(rows: number, groups: number, mean: number) {
  const stream = randomStream(SEED)
  const random = () => stream.int(1_000_000) / 1_000_000
  const answers = Array.from({ length: rows }, (_, index) => `a${index}`)
  const names = Array.from({ length: groups }, (_, index) => `g${index}`)
  const plan: TabulationPlan = {
    profile: 'special-category',
    rules: PROFILES['special-category'],
    roundedWithin: 0,
    questions: [
      {
        id: QUESTION,
        rows: 'one',
        answers,
        nets: {},
        base: 'answered',
        askedIf: [],
        weighted: false,
        columns: [],
        replies: [],
      },
    ],
    populations: [{ id: EVERYBODY, where: {} }],
    groups: [
      { id: EVERYBODY, populations: [EVERYBODY], without: [], values: {} },
      ...names.map((name) => ({ id: name, populations: [], without: [], values: { region: name } })),
    ],
    variables: [{ id: 'region', values: names }],
    published: [],
    tables: [{ id: '1', question: QUESTION, of: 'answers' }],
  }
  // Geometric counts: many small, few large, as in real tables.
  const counts = answers.map(() => names.map(() => Math.floor(-mean * Math.log(1 - random()))))
  const crossings = crossingsOf(plan).flatMap((crossing) => (crossing === undefined ? [] : [crossing]))
  const inner = crossings.map((crossing): InnerCounts => {
    const cellsOf = (row: readonly number[]) =>
      crossing.variables.length === 0
        ? [row.reduce((sum, one) => sum + one, 0)]
        : crossing.cells.map(({ values }) => row[names.indexOf(values[0] ?? '')] ?? 0)
    const base = crossing.cells.map((_, cell) =>
      counts.reduce((sum, row) => sum + (cellsOf(row)[cell] ?? 0), 0),
    )
    const byRow = new Map(answers.map((answer, index) => [answer, cellsOf(counts[index] ?? [])]))
    const questions = new Map([[QUESTION, { base, rows: byRow }]])
    return { crossing, people: base, measures: new Map(), questions }
  })
  const shown = plan.groups.flatMap(({ id: group }): readonly ShownCount[] => {
    const crossing = inner.find((one) => one.crossing.groups.has(group))
    const cells = crossing?.crossing.groups.get(group) ?? []
    const found = crossing?.questions.get(QUESTION)
    const sum = (list: readonly number[] = []) => cells.reduce((total, cell) => total + (list[cell] ?? 0), 0)
    return [
      { question: QUESTION, group, row: null, count: sum(found?.base) },
      ...answers.map((row) => ({ question: QUESTION, group, row, count: sum(found?.rows.get(row)) })),
    ]
  })
  return { plan, inner, shown }
}
