import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  compareShares,
  type Design,
  type Estimate,
  estimate,
  holm,
  type Request,
  studentQuantile,
  studentTail,
  weightedMedian,
} from '../../pipeline/5-aggregate/estimation/index.ts'
import type { Engine } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'
import { plainRatio } from './plain-ratio.ts'

/** A response: stratum, cluster, weight, number, answer, group. */
const response = fc.record({
  stratum: fc.constantFrom('a', 'b', 'c'),
  cluster: fc.constantFrom('1', '2', '3', '4'),
  weight: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 90, noNaN: true })),
  y: fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
  yes: fc.boolean(),
  member: fc.boolean(),
})
const responses = fc.array(response, { minLength: 1, maxLength: 40 })
/** Weights and numbers of any size, among them 1e-300 and 1e300, infinite, and no numbers. */
const wild = fc.array(
  fc.tuple(response, fc.double(), fc.double()).map(([row, weight, y]) => ({ ...row, weight, y })),
  { minLength: 1, maxLength: 12 },
)
type Response = typeof response extends fc.Arbitrary<infer T> ? T : never

const design = fc.constantFrom<Design>(
  {},
  { frameSize: 60 },
  { weight: 'weight' },
  { weight: 'weight', stratum: 'stratum' },
  { weight: 'weight', cluster: 'cluster' },
  { weight: 'weight', stratum: 'stratum', cluster: 'cluster' },
  { weight: 'weight', stratum: 'stratum', cluster: 'cluster', populationSize: '6' },
)

const ask = (member: string, value: string, kind: Request['variable']['kind']): Request => ({
  domain: { member },
  variable: { value, kind },
})
const ASKED = [
  ask('member', 'yes', 'share'),
  ask('member', 'NOT yes', 'share'),
  ask('member', 'y', 'mean'),
  ask('member', 'y', 'total'),
  ask('true', 'yes', 'share'),
]

let engine: Engine
beforeAll(async () => {
  engine = (await testEngine()).engine
})
afterAll(() => engine.close())

async function fill(rows: readonly Response[], factor = 1): Promise<void> {
  const values = rows.map(
    (row) =>
      `('${row.stratum}', '${row.cluster}', '${row.weight * factor}'::DOUBLE, '${row.y}'::DOUBLE, ${row.yes}, ${row.member})`,
  )
  await engine.run(`CREATE OR REPLACE TABLE responses AS SELECT * FROM (VALUES ${values.join(', ')})
    v(stratum, cluster, weight, y, yes, member)`)
}

const numbersOf = (estimates: readonly (Estimate | undefined)[]): readonly number[] =>
  estimates.flatMap((one) =>
    one === undefined ? [] : Object.values(one).filter((value) => value !== undefined),
  )

const RUNS = { numRuns: 800, endOnFailure: true }

describe('estimates', () => {
  it('are the same to the last bit in any order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        responses.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        design,
        async ([rows, shuffled], of) => {
          const pairs = [{ one: { member: 'member' }, other: { member: 'true' }, value: 'yes' }]
          const all = async () => [
            await estimate(engine, 'responses', of, ASKED),
            await compareShares(engine, 'responses', of, pairs),
            await weightedMedian(engine, 'responses', of, { member: 'member' }, 'y'),
          ]
          await fill(rows)
          const first = await all()
          await fill(shuffled)
          expect(await all()).toEqual(first)
        },
      ),
      RUNS,
    )
  })

  it('are finite, and lie within their limits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(responses, wild), design, async (rows, of) => {
        await fill(rows)
        const found = await estimate(engine, 'responses', of, ASKED)
        expect(numbersOf(found).every(Number.isFinite)).toBe(true)
        for (const one of found) {
          if (one?.low === undefined || one.high === undefined) continue
          expect(one.low).toBeLessThanOrEqual(one.value)
          expect(one.high).toBeGreaterThanOrEqual(one.value)
        }
        for (const share of [found[0], found[4]]) {
          expect(share?.low ?? 0).toBeGreaterThanOrEqual(0)
          expect(share?.high ?? 1).toBeLessThanOrEqual(1)
        }
      }),
      RUNS,
    )
  })

  it('are those of the formula written out', async () => {
    await fc.assert(
      fc.asyncProperty(responses, design, async (rows, of) => {
        await fill(rows)
        const found = await estimate(engine, 'responses', of, ASKED)
        for (const [index, value] of [
          [0, (row: Response) => Number(row.yes)],
          [2, (row: Response) => row.y],
        ] as const) {
          const plain = plainRatio(rows, of, value)
          const one = found[index]
          expect(one === undefined).toBe(plain === undefined)
          if (one === undefined || plain === undefined) continue
          const scale = Math.max(1, ...rows.map((row) => Math.abs(value(row))))
          expect(Math.abs(one.value - plain.value)).toBeLessThan(1e-9 * scale)
          if (one.standardError === undefined) continue
          expect(Math.abs(one.standardError - plain.standardError)).toBeLessThan(1e-7 * scale)
        }
      }),
      RUNS,
    )
  })

  it('of an answer and of its opposite mirror each other', async () => {
    await fc.assert(
      fc.asyncProperty(responses, design, async (rows, of) => {
        await fill(rows)
        const [yes, no] = await estimate(engine, 'responses', of, ASKED)
        if (yes === undefined || no === undefined) return
        expect(yes.value + no.value).toBeCloseTo(1, 12)
        expect(yes.standardError).toBe(no.standardError)
        if (yes.low !== undefined && no.high !== undefined) expect(yes.low).toBeCloseTo(1 - no.high, 9)
      }),
      RUNS,
    )
  })

  it('of shares and means do not know the scale of weights', async () => {
    await fc.assert(
      fc.asyncProperty(responses, fc.constantFrom(0.001, 0.5, 3, 1000), async (rows, factor) => {
        const of = { weight: 'weight', stratum: 'stratum', populationSize: '50' }
        await fill(rows)
        const plain = await estimate(engine, 'responses', of, ASKED)
        await fill(rows, factor)
        const scaled = await estimate(engine, 'responses', of, ASKED)
        for (const index of [0, 2, 4]) {
          const [one, other] = [plain[index], scaled[index]]
          for (const key of ['value', 'standardError', 'low', 'high', 'designEffect'] as const) {
            const [a, b] = [one?.[key] ?? 0, other?.[key] ?? 0]
            expect(Math.abs(a - b), key).toBeLessThanOrEqual(
              1e-7 * Math.max(1, Math.abs(a), Math.abs(one?.value ?? 0)),
            )
          }
        }
      }),
      RUNS,
    )
  })
})

describe('differences', () => {
  it('turn their sign with the pair, and are none of a group with itself', async () => {
    await fc.assert(
      fc.asyncProperty(responses, design, async (rows, of) => {
        await fill(rows)
        const [one, other] = [{ member: 'member' }, { member: 'y > 0' }]
        const [there, back, same] = await compareShares(engine, 'responses', of, [
          { one, other, value: 'yes' },
          { one: other, other: one, value: 'yes' },
          { one, other: one, value: 'yes' },
        ])
        expect(back?.standardError).toBe(there?.standardError)
        expect(back?.pValue).toBe(there?.pValue)
        expect((there?.difference ?? 0) + (back?.difference ?? 0)).toBe(0)
        if (same !== undefined) expect(same).toMatchObject({ difference: 0, pValue: 1 })
      }),
      RUNS,
    )
  })
})

describe('distributions', () => {
  it('have quantiles that undo their tails', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5001, max: 0.9999, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (p, degrees) => {
          expect(Math.abs(1 - studentTail(studentQuantile(p, degrees), degrees) - p)).toBeLessThan(1e-12)
        },
      ),
    )
  })

  it('have p-values that adjustment only raises, in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (ps) => {
        const adjusted = holm(ps)
        for (const [index, p] of ps.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p)
          expect(adjusted[index]).toBeLessThanOrEqual(1)
          for (const [other, q] of ps.entries())
            if (p <= q) expect(adjusted[index] ?? 0).toBeLessThanOrEqual(adjusted[other] ?? 0)
        }
      }),
    )
  })
})
