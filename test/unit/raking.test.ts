import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWeights } from '../../pipeline/2-clean/weights/check-weights.ts'
import { type Cell, type Margin, rake } from '../../pipeline/2-clean/weights/rake.ts'
import { testEngine } from '../support/engine.ts'

/** r and s of 100 respondents. */
const CELLS: readonly Cell[] = [
  { values: ['a', 'm'], count: 10 },
  { values: ['a', 'f'], count: 25 },
  { values: ['b', 'm'], count: 8 },
  { values: ['b', 'f'], count: 40 },
  { values: ['c', 'm'], count: 12 },
  { values: ['c', 'f'], count: 5 },
]
const REGION = new Map([
  ['a', 400],
  ['b', 450],
  ['c', 150],
])
const SEX = new Map([
  ['m', 480],
  ['f', 520],
])

const weightsOf = (cells: readonly Cell[], margins: readonly Margin[]): readonly number[] => {
  const raked = rake(cells, margins)
  return 'weights' in raked ? raked.weights : []
}
const faultOf = (cells: readonly Cell[], margins: readonly Margin[]) => {
  const raked = rake(cells, margins)
  return 'fault' in raked ? raked.fault : undefined
}
const near = (found: readonly number[], expected: readonly number[]) => {
  expect(found.length).toBe(expected.length)
  for (const [index, number] of expected.entries())
    expect(Math.abs((found[index] ?? Number.NaN) / number - 1)).toBeLessThan(1e-9)
}

describe('raking', () => {
  it('gives the weights of R', () => {
    // df <- data.frame(r=rep(c("a","a","b","b","c","c"), c(10,25,8,40,12,5)), s=rep(c("m","f","m","f","m","f"), ...))
    // weights(rake(svydesign(~1, data=df, weights=~1), list(~r, ~s), list(data.frame(r=c("a","b","c"),
    //   Freq=c(400,450,150)), data.frame(s=c("m","f"), Freq=c(480,520))), control=list(maxit=1000, epsilon=1e-11)))
    near(
      weightsOf(CELLS, [REGION, SEX]),
      [
        20.06540069837932, 7.97383972064885, 18.83184007960803, 7.48363198407566, 10.72427269827854,
        4.26174552415045,
      ],
    )
  })

  it('gives the factors of R on design weights', () => {
    // The same with weights=~b, b <- ifelse(s == "m", 1.5, 0.75), over b
    const weighted = CELLS.map((cell) => ({
      ...cell,
      count: cell.count * (cell.values[1] === 'm' ? 1.5 : 0.75),
    }))
    near(
      weightsOf(weighted, [REGION, SEX]),
      [
        13.3769337989187, 10.63178629419974, 12.55456005306814, 9.97817597876917, 7.14951513218899,
        5.6823273655376,
      ],
    )
  })

  it('gives the weights of R for a sample of schools', () => {
    // rake(svydesign(~dnum, weights=~pw, data=apiclus1), list(~stype, ~sch.wide), list(E 4421, H 755, M 1018; No 1072, Yes 5122))
    const cells = [
      ['H', 'Yes', 11],
      ['E', 'Yes', 132],
      ['M', 'Yes', 17],
      ['M', 'No', 8],
      ['E', 'No', 12],
      ['H', 'No', 3],
    ] as const
    const margins = [
      new Map([
        ['E', 4421],
        ['H', 755],
        ['M', 1018],
      ]),
      new Map([
        ['No', 1072],
        ['Yes', 5122],
      ]),
    ]
    near(
      weightsOf(
        cells.map(([type, wide, count]) => ({ values: [type, wide], count })),
        margins,
      ),
      [
        50.3294011185593, 29.8706754919752, 36.7910248679482, 49.0690721671939, 39.839236244693,
        67.1255292420443,
      ],
    )
  })

  it('is post-stratification with one margin', () => {
    // weights(postStratify(d, ~r, ...)): 400/35, 450/48, 150/17
    near(weightsOf(CELLS, [REGION]), [400 / 35, 400 / 35, 450 / 48, 450 / 48, 150 / 17, 150 / 17])
  })

  it('leaves a sample that is right already', () => {
    const cells = [
      { values: ['x'], count: 3 },
      { values: ['y'], count: 7 },
    ]
    expect(rake(cells, [new Map(Object.entries({ x: 3, y: 7 }))])).toEqual({ weights: [1, 1], iterations: 0 })
    expect(rake([], [])).toEqual({ weights: [], iterations: 0 })
  })

  it('weighs nothing where nobody is, and wants no total for them', () => {
    const cells = [...CELLS, { values: ['d', 'm'], count: 0 }]
    expect(weightsOf(cells, [new Map([...REGION, ['d', 0]]), SEX]).at(-1)).toBe(0)
    expect(weightsOf(cells, [REGION, SEX]).slice(0, 6)).toEqual(weightsOf(CELLS, [REGION, SEX]))
  })

  it('scales sums that differ by rounding to the first', () => {
    const off = new Map([...SEX].map(([value, total]) => [value, total * (1 + 5e-7)]))
    near(weightsOf(CELLS, [REGION, off]), weightsOf(CELLS, [REGION, SEX]))
  })
})

describe('raking that cannot be', () => {
  it.each([
    [
      'a total without respondents',
      [new Map([...REGION, ['d', 0.5]]), new Map([...SEX, ['f', 520.5]])],
      { kind: 'no-respondents', margin: 0, value: 'd', total: 0.5 },
    ],
    [
      'respondents without a total',
      [REGION, new Map([['m', 1000]])],
      { kind: 'no-total', margin: 1, value: 'f', respondents: 70 },
    ],
    [
      'respondents with a total of 0',
      [
        REGION,
        new Map([
          ['m', 1000],
          ['f', 0],
        ]),
      ],
      { kind: 'no-total', margin: 1, value: 'f', respondents: 70 },
    ],
    [
      'sums that differ',
      [
        REGION,
        new Map([
          ['m', 480],
          ['f', 521],
        ]),
      ],
      { kind: 'unequal-sums', margin: 1, sum: 1001, first: 1000 },
    ],
    [
      'a total below 0',
      [
        REGION,
        new Map([
          ['m', 1001],
          ['f', -1],
        ]),
      ],
      { kind: 'not-a-total', margin: 1, value: 'f' },
    ],
    [
      'a total that is no number',
      [new Map([['a', Number.NaN]])],
      { kind: 'not-a-total', margin: 0, value: 'a' },
    ],
  ] as const)('names %s', (_, margins, fault) => {
    expect(faultOf(CELLS, margins)).toEqual(fault)
  })

  it('names the margin that is never met', () => {
    // a is always m and b always f: m cannot be both 50 and 60.
    const cells = [
      { values: ['a', 'm'], count: 5 },
      { values: ['b', 'f'], count: 5 },
    ]
    const margins = [new Map(Object.entries({ a: 50, b: 50 })), new Map(Object.entries({ m: 60, f: 40 }))]
    expect(faultOf(cells, margins)).toMatchObject({ kind: 'not-converged', margin: 0 })
  })
})

describe('laws of raking', () => {
  const cells = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 })
    .map((counts) =>
      counts.map((count, index) => ({ values: [`r${index % 3}`, `s${Math.floor(index / 3)}`], count })),
    )
  const margins = fc
    .tuple(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 12, maxLength: 12 }))
    .map(([table]) => [0, 1].map((margin) => marginOf(table, margin)))

  it('meets every margin, and grows with the population alone', () => {
    fc.assert(
      fc.property(cells, margins, fc.integer({ min: 2, max: 1000 }), (sample, totals, factor) => {
        const weights = weightsOf(sample, totals)
        for (const [margin, target] of totals.entries()) {
          for (const [value, total] of target) {
            const sum = sample.reduce(
              (so, { values, count }, index) =>
                so + (values[margin] === value ? count * (weights[index] ?? 0) : 0),
              0,
            )
            expect(Math.abs(sum / total - 1)).toBeLessThan(2e-10)
          }
        }
        const larger = totals.map(
          (target) => new Map([...target].map(([value, total]) => [value, total * factor])),
        )
        near(
          weightsOf(sample, larger),
          weights.map((weight) => weight * factor),
        )
        const doubled = sample.map((cell) => ({ ...cell, count: cell.count * factor }))
        near(
          weightsOf(doubled, totals),
          weights.map((weight) => weight / factor),
        )
      }),
    )
  })

  it('does not know the order of cells, to the last bit', () => {
    fc.assert(
      fc.property(cells, margins, fc.infiniteStream(fc.nat()), (sample, totals, chance) => {
        const weights = weightsOf(sample, totals)
        const order = sample
          .map((_, index) => ({ index, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
        const shuffled = weightsOf(
          order.map(({ index }) => sample[index] ?? { values: [], count: 0 }),
          totals,
        )
        expect(shuffled).toEqual(order.map(({ index }) => weights[index]))
      }),
    )
  })
})

function marginOf(table: readonly number[], margin: number): Margin {
  const sums = new Map<string, number>()
  for (const [index, count] of table.entries()) {
    const value = margin === 0 ? `r${index % 3}` : `s${Math.floor(index / 3)}`
    sums.set(value, (sums.get(value) ?? 0) + count)
  }
  return sums
}

describe('given weights', () => {
  async function issuesOf(weights: readonly string[], population?: number) {
    const { engine } = await testEngine()
    await engine.run('CREATE TABLE weighed (source VARCHAR, record BIGINT, weight DOUBLE)')
    const rows = weights.map((weight, index) => `('export.csv', ${index + 2}, ${weight})`)
    await engine.run(`INSERT INTO weighed VALUES ${rows.join(', ')}`)
    const issues = await checkWeights(engine, 'weighed', population)
    engine.close()
    return issues
  }

  it('are fine where all of them count', async () => {
    expect(await issuesOf(['1.5', '0.5', '98'])).toEqual([])
    expect(await issuesOf(['1.5', '0.5', '98'], 100.4)).toEqual([])
  })

  it('are named by row where they are missing, not finite, negative or 0', async () => {
    const issues = await issuesOf(['1', 'NULL', '-3.25', "'inf'", "'nan'", '0', 'NULL'])
    expect(issues.map(({ code, severity, row }) => [code, severity, row])).toEqual([
      ['clean/missing-weight', 'error', 3],
      ['clean/missing-weight', 'error', 8],
      ['clean/weight-not-finite', 'error', 5],
      ['clean/weight-not-finite', 'error', 6],
      ['clean/negative-weight', 'error', 4],
      ['clean/zero-weight', 'warning', 7],
    ])
    expect(issues[0]).toMatchObject({ file: 'export.csv', column: 'weight', concern: 'data' })
    expect(issues[0]?.message).toContain('2 such rows')
    expect(JSON.stringify(issues)).not.toContain('3.25')
  })

  it('are named twenty times at most, and counted', async () => {
    const issues = await issuesOf(Array.from({ length: 31 }, () => 'NULL'))
    expect(issues.length).toBe(20)
    expect(issues[0]?.message).toContain('31')
  })

  it('have to add up to the population', async () => {
    const issues = await issuesOf(['6000', '193.7'], 7000)
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['clean/weight-sum', 'The weights add up to 6,194; the population is said to be 7,000.'],
    ])
  })
})
