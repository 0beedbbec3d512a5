import { describe, expect, it } from 'vitest'
import { inWorker, loadSolver } from '../../pipeline/solver/index.ts'
import type { knapsack } from '../support/knapsack.ts'

const KNAPSACK = {
  columns: [
    { lower: 0, upper: 1, integer: true, cost: 10 },
    { lower: 0, upper: 1, integer: true, cost: 13 },
    { lower: 0, upper: 1, integer: true, cost: 7 },
  ],
  rows: [
    {
      lower: Number.NEGATIVE_INFINITY,
      upper: 5,
      terms: [
        [0, 3],
        [1, 4],
        [2, 2],
      ] as const,
    },
  ],
}

describe('the solver', () => {
  it('finds the optimum of an integer program, and that of its relaxation', async () => {
    const program = (await loadSolver()).open(KNAPSACK)
    const whole = program.solve('max')
    expect(whole.status).toBe('optimal')
    expect(whole.objective).toBeCloseTo(17, 6)
    expect(Array.from(whole.values, Math.round)).toEqual([1, 0, 1])
    expect(program.solve('max', { relaxed: true }).objective).toBeCloseTo(17, 6)
    program.setCosts([[1, 1]])
    expect(program.solve('max').objective).toBeCloseTo(1, 6)
    expect(program.solve('min').objective).toBeCloseTo(0, 6)
    program.close()
  })

  it('keeps a program: rows and bounds are added, the objective is changed', async () => {
    const program = (await loadSolver()).open({
      columns: [
        { lower: 0, upper: Number.POSITIVE_INFINITY },
        { lower: 0, upper: 10 },
      ],
      rows: [
        {
          lower: 4,
          upper: 4,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    })
    program.setCosts([[0, 1]])
    const most = program.solve('max')
    expect(most.objective).toBeCloseTo(4, 9)
    expect(most.duals[0]).toBeCloseTo(1, 9)
    program.addRow({ lower: 1, upper: Number.POSITIVE_INFINITY, terms: [[1, 1]] })
    expect(program.solve('max').objective).toBeCloseTo(3, 9)
    program.setBounds(0, 0, 2)
    expect(program.solve('max').objective).toBeCloseTo(2, 9)
    program.close()
  })

  it('says what has no solution, and what has no end', async () => {
    const solver = await loadSolver()
    const none = solver.open({
      columns: [{ lower: 0, upper: 1 }],
      rows: [{ lower: 2, upper: 3, terms: [[0, 1]] }],
    })
    expect(none.solve('max').status).toBe('infeasible')
    none.close()
    const endless = solver.open({
      columns: [{ lower: 0, upper: Number.POSITIVE_INFINITY, cost: 1 }],
      rows: [],
    })
    expect(endless.solve('max').status).toBe('unbounded')
    endless.close()
  })

  it('stops when its effort is spent, with a bound that still holds', async () => {
    const program = (await loadSolver()).open(hard(40))
    const cut = program.solve('max', { nodes: 1 })
    const more = program.solve('max', { nodes: 200 })
    program.close()
    expect(cut.status).toBe('limit')
    expect(more.objective).toBeDefined()
    expect(cut.bound).toBeGreaterThanOrEqual((more.objective ?? Number.POSITIVE_INFINITY) - 1e-6)
  })

  it('works in a thread of its own, and is stopped there', async () => {
    const module = new URL('../support/knapsack.ts', import.meta.url)
    expect(await inWorker<typeof knapsack>(module, 'knapsack', KNAPSACK, 60)).toBeCloseTo(17, 6)
    expect(await inWorker<typeof knapsack>(module, 'knapsack', KNAPSACK, 0)).toBeUndefined()
  })

  it('goes on with other work in order when a piece of it was stopped or failed', async () => {
    const module = new URL('../support/knapsack.ts', import.meta.url)
    const ask = (name: string, seconds: number) =>
      inWorker<typeof knapsack>(module, name, KNAPSACK, seconds).catch((error: unknown) => String(error))
    const came = await Promise.all([ask('knapsack', 0), ask('nothing', 60), ask('knapsack', 60)])
    expect(came[0]).toBeUndefined()
    expect(came[1]).toContain('nothing is no function')
    expect(came[2]).toBeCloseTo(17, 6)
  })
})

/** Equal sums of awkward numbers: branching is needed. */
function hard(items: number) {
  const weights = Array.from({ length: items }, (_, index) => 1000 + ((index * 7919) % 613))
  return {
    columns: weights.map((cost) => ({ lower: 0, upper: 1, integer: true, cost })),
    rows: [
      {
        lower: 0,
        upper: Math.floor(weights.reduce((sum, one) => sum + one, 0) / 2) - 3,
        terms: weights.map((weight, index) => [index, weight] as const),
      },
    ],
  }
}
