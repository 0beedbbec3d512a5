import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bases,
  compareShares,
  type Design,
  estimate,
  type Request,
  weightedMedian,
} from '../../pipeline/5-aggregate/estimation/index.ts'
import type { Engine } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

/**
 * The same thirty rows in R 4.2.2, survey 4.1-1, options(survey.lonely.psu = "adjust"):
 *
 *   i <- 0:29
 *   d <- data.frame(stratum = ifelse(i<12, "north", ifelse(i<24, "south", "isles")),
 *     cluster = ifelse(i<12, i%/%3, ifelse(i<24, 10+(i-12)%/%4, 20)), w = c(1.2,0.8,2.5,1)[i%%4+1],
 *     N = ifelse(i<12, 20, ifelse(i<24, 9, 5)), y = (i*7)%%11+i/10, yes = as.numeric((i*5)%%3==0),
 *     g = (i*3)%%4<2, h = i%%5<3)
 *   corrected <- svydesign(~cluster, strata=~stratum, weights=~w, fpc=~N, data=d)
 *   clustered <- svydesign(~cluster, strata=~stratum, weights=~w, data=d)
 *   weighted  <- svydesign(~1, weights=~w, data=d)
 *
 * The isles are a single cluster.
 */
const ROWS = `SELECT i,
  CASE WHEN i < 12 THEN 'north' WHEN i < 24 THEN 'south' ELSE 'isles' END AS stratum,
  (CASE WHEN i < 12 THEN i // 3 WHEN i < 24 THEN 10 + (i - 12) // 4 ELSE 20 END)::VARCHAR AS cluster,
  ([1.2, 0.8, 2.5, 1])[i % 4 + 1]::DOUBLE AS weight,
  (CASE WHEN i < 12 THEN 20 WHEN i < 24 THEN 9 ELSE 5 END)::DOUBLE AS population_size,
  (i * 7) % 11 + i / 10 AS y, (i * 5) % 3 = 0 AS yes, (i * 3) % 4 < 2 AS g, i % 5 < 3 AS h
  FROM range(30) t(i)`

const weighted: Design = { weight: 'weight' }
const clustered: Design = { weight: 'weight', stratum: 'stratum', cluster: 'cluster' }
const corrected: Design = { ...clustered, populationSize: 'population_size' }

const ask = (member: string, value: string, kind: Request['variable']['kind']): Request => ({
  domain: { member },
  variable: { value, kind },
})
const ASKED = ['true', 'g'].flatMap((member) => [
  ask(member, 'y', 'mean'),
  ask(member, 'yes', 'share'),
  ask(member, 'y', 'total'),
])

let engine: Engine
beforeAll(async () => {
  engine = (await testEngine()).engine
  await engine.run(`CREATE TABLE responses AS ${ROWS}`)
})
afterAll(() => engine.close())

/** Digits of R's print. */
const near = (found: number | undefined, expected: number) =>
  expect(Math.abs((found ?? Number.NaN) / expected - 1), `${found} is not ${expected}`).toBeLessThan(2e-11)

describe('estimates of a sample', () => {
  it.each([
    [
      'weights',
      weighted,
      [
        // svymean(~y, weighted, deff=TRUE), svymean(~yes, ...), svytotal(~y, ...); then of subset(weighted, g)
        [6.49728395062, 0.677104547021, 29, 4.61066593058],
        [0.325925925926, 0.0956444230806, 29, 4.65753893373],
        [263.14, 36.6209966154, 29],
        [5.91204819277, 0.932481707991, 14, 10.2680574379],
        [0.397590361446, 0.128914742007, 14, 10.0784454432],
        [98.14, 24.0175226263, 14],
      ],
    ],
    [
      'strata and clusters',
      clustered,
      [
        [6.49728395062, 0.675380364123, 5, 4.58721457469],
        [0.325925925926, 0.0515119251116, 5, 1.35099192009],
        undefined,
        [5.91204819277, 1.04905711926, 5, 12.9958867368],
        [0.397590361446, 0.164404605932, 5, 16.3914110989],
        undefined,
      ],
    ],
    [
      'finite populations',
      corrected,
      [
        [6.49728395062, 0.584128746431, 5, 3.43138425878],
        [0.325925925926, 0.043840624333, 5, 0.97856719099],
        // R's own centres the single cluster at 0 (59.74); at the mean of the cluster totals, by hand in R:
        [263.14, 33.3184043986, 5],
        [5.91204819277, 0.896595479784, 5, 9.4929400225],
        [0.397590361446, 0.13885676739, 5, 11.6929066569],
        undefined,
      ],
    ],
  ] as const)('are those of R with %s', async (_, design, expected) => {
    const found = await estimate(engine, 'responses', design, ASKED)
    for (const [index, figures] of expected.entries()) {
      if (figures === undefined) continue
      near(found[index]?.value, figures[0])
      near(found[index]?.standardError, figures[1])
      expect(found[index]?.degreesOfFreedom).toBe(figures[2])
      if (figures[3] !== undefined) near(found[index]?.designEffect, figures[3])
    }
  })

  it('take the frame as the population where there is nothing else', async () => {
    // svymean(~yes, svydesign(~1, fpc=rep(60, 30), data=d)); Wilson on p(1-p)/SE^2 with qt(.975, 29)
    const [share] = await estimate(engine, 'responses', { frameSize: 60 }, [ask('true', 'yes', 'share')])
    expect(share?.value).toBe(1 / 3)
    near(share?.standardError, 0.061898446059)
    near(share?.low, 0.221767391119)
    near(share?.high, 0.467322160105)
    near(share?.designEffect, 1)
    const strata = { stratum: 'stratum', frameSize: 30 }
    const [unmoved] = await estimate(engine, 'responses', strata, [ask('true', 'yes', 'share')])
    expect(unmoved?.standardError).toBeGreaterThan(0.01)
  })

  it('lose no digits to a large mean', async () => {
    // As NIST's NumAcc4: 1,001 numbers about 10 million, standard deviation exactly 0.1.
    await engine.run(`CREATE TABLE far AS SELECT 10000000 + (CASE WHEN i = 0 THEN 2 ELSE 1 + 2 * (i % 2) END)::DOUBLE / 10 AS y
      FROM range(1001) t(i)`)
    const [mean] = await estimate(engine, 'far', {}, [ask('true', 'y', 'mean')])
    expect(mean?.value).toBeCloseTo(10000000.2, 8)
    expect(Math.abs((mean?.standardError ?? 0) / (0.1 / Math.sqrt(1001)) - 1)).toBeLessThan(1e-7)
    // Nine digits more, and nothing but the numbers' own last place is lost.
    await engine.run(
      'CREATE TABLE further AS SELECT (1e15 + i % 3)::DOUBLE AS y, 0.1 AS weight FROM range(300) t(i)',
    )
    const [further] = await estimate(engine, 'further', { weight: 'weight' }, [ask('true', 'y', 'mean')])
    expect(further?.value).toBe(1e15 + 1)
    near(further?.standardError, Math.sqrt(2 / 3 / 299))
  })

  it('are counts, exactly, where nothing weighs', async () => {
    const asked = ['g', 'h', 'NOT g', 'true'].map((member) => ask(member, 'yes', 'share'))
    const found = await estimate(engine, 'responses', {}, asked)
    const [counts] = await engine.rows(
      `SELECT ${['g', 'h', 'NOT g', 'true'].map(
        (member, index) =>
          `(count(*) FILTER (WHERE (${member}) AND yes) / count(*) FILTER (WHERE ${member}))::DOUBLE AS share_${index}`,
      )} FROM responses`,
    )
    expect(found.map((one) => one?.value)).toEqual(asked.map((_, index) => counts?.[`share_${index}`]))
  })
})

describe('sums of many rows', () => {
  it('do not depend on their order, on threads, or on what is asked beside', async () => {
    await engine.run(`CREATE TABLE many AS SELECT (hash(i) % 20)::VARCHAR AS stratum, (hash(i * 3) % 500)::VARCHAR AS cluster,
      0.2 + (hash(i * 5) % 1000003) / 314159.0 AS weight, sqrt(hash(i * 7) % 99991) AS y, hash(i * 11) % 5 AS answer,
      1 AS member_1, 2 AS fixed, 3 AS squared FROM range(130000) t(i)`)
    await engine.run('CREATE TABLE turned AS SELECT * FROM many ORDER BY hash(y) DESC, weight')
    const asked = Array.from({ length: 45 }, (_, index) =>
      index % 9 === 0
        ? ask(`answer <> ${index % 5}`, `y + ${index} * fixed`, 'mean')
        : ask(`squared = 3 AND weight > ${index / 20}`, `answer = ${index % 5} * member_1`, 'share'),
    )
    for (const [design, requests] of [
      [{ weight: 'weight', stratum: 'stratum' }, asked],
      [clustered, asked.slice(30)],
    ] as const) {
      const found = await estimate(engine, 'many', design, requests)
      expect(await estimate(engine, 'turned', design, requests)).toEqual(found)
      expect(await estimate(engine, 'turned', design, requests.slice(-9))).toEqual(found.slice(-9))
      expect(found.every((one) => (one?.standardError ?? 0) > 0)).toBe(true)
    }
  })
})

describe('samples that say little', () => {
  it('give nothing for a domain without members or weight, and no precision for one unit', async () => {
    const asked = [
      ask('false', 'yes', 'share'),
      ask('NULL', 'y', 'mean'),
      ask('i = 4', 'y', 'mean'),
      ask('i = 4', 'yes', 'share'),
    ]
    const found = await estimate(engine, 'responses', weighted, asked)
    const nothing = {
      standardError: undefined,
      low: undefined,
      high: undefined,
      designEffect: undefined,
      degreesOfFreedom: 0,
    }
    expect(found).toEqual([undefined, undefined, { value: 6.4, ...nothing }, { value: 0, ...nothing }])
    expect(await estimate(engine, 'responses', { weight: '0' }, [ask('true', 'yes', 'share')])).toEqual([
      undefined,
    ])
    await engine.run('CREATE TABLE nobody AS SELECT * FROM responses WHERE false')
    expect(await estimate(engine, 'nobody', corrected, ASKED)).toEqual(ASKED.map(() => undefined))
  })

  it('give a limit above 0 where nobody gave the answer', async () => {
    const [none] = await estimate(engine, 'responses', {}, [ask('i < 20', 'false', 'share')])
    expect(none).toMatchObject({ value: 0, standardError: 0, low: 0, designEffect: undefined })
    near(none?.high, 0.179680680357)
    const [mean] = await estimate(engine, 'responses', weighted, [ask('true', '7.3', 'mean')])
    expect(mean).toMatchObject({ value: 7.3, standardError: 0, low: 7.3, high: 7.3, designEffect: undefined })
  })

  it('are certain where everyone was asked', async () => {
    const [share, none] = await estimate(engine, 'responses', { frameSize: 30 }, [
      ask('true', 'yes', 'share'),
      ask('g', 'false', 'share'),
    ])
    expect(share).toMatchObject({ standardError: 0, low: 1 / 3, high: 1 / 3 })
    expect(none).toMatchObject({ standardError: 0, low: 0, high: 0 })
  })

  it('leave out members without a number, and read no value of others', async () => {
    const [mean, guarded] = await estimate(engine, 'responses', {}, [
      ask(
        'true',
        "CASE i WHEN 0 THEN 'NaN' WHEN 1 THEN 'inf' WHEN 2 THEN 'many' WHEN 3 THEN NULL ELSE i::VARCHAR END",
        'mean',
      ),
      ask('i > 10', 'CASE WHEN i > 10 THEN yes ELSE error(i::VARCHAR) END', 'share'),
    ])
    expect(mean?.value).toBe(16.5)
    expect(guarded?.value).toBe(6 / 19)
  })
})

describe('differences between shares', () => {
  const pair = (one: string, other: string, value = 'yes') => ({
    one: { member: one },
    other: { member: other },
    value,
  })

  it.each([
    // svycontrast(svytotal(~yg+ng+yh+nh, D), quote(yg/ng - yh/nh)); p: 2*pt(-|t|, degf(subset(D, g|h)))
    ['weights', weighted, 0.133030193396, 24, 0.490098074892],
    ['strata and clusters', clustered, 0.162339061161, 5, 0.590591209373],
    ['finite populations', corrected, 0.144104217488, 5, 0.546128023355],
  ] as const)('of overlapping groups are those of R with %s', async (_, design, error, degrees, p) => {
    const [found] = await compareShares(engine, 'responses', design, [pair('g', 'h')])
    near(found?.difference, 0.0932425353588)
    near(found?.standardError, error)
    expect(found?.degreesOfFreedom).toBe(degrees)
    near(found?.pValue, p)
  })

  it('of two unweighted groups are nearly those of the z test', async () => {
    // 60 of 200, 45 of 220; svycontrast(svyby(~y, ~g, D, svymean, covmat=TRUE), c(1, -1))
    await engine.run(
      `CREATE TABLE groups AS SELECT i < 200 AS first, i < 60 OR i BETWEEN 200 AND 244 AS yes FROM range(420) t(i)`,
    )
    const [found] = await compareShares(engine, 'groups', {}, [pair('first', 'NOT first')])
    near(found?.difference, 0.0954545454545)
    near(found?.standardError, 0.042353825924)
    near(found?.pValue, 0.0247286084266)
    // Without a correction the linearised variance is the z test's times 420/419.
    const z = Math.sqrt((0.3 * 0.7) / 200 + ((45 / 220) * (175 / 220)) / 220)
    near(found?.standardError, z * Math.sqrt(420 / 419))
  })

  it('are none of a group with itself, and never certain of a handful', async () => {
    const [same, apart, empty, alone] = await compareShares(engine, 'responses', {}, [
      pair('g', 'g'),
      pair('i < 3', 'i BETWEEN 3 AND 5', 'i < 3'),
      pair('g', 'false'),
      pair('i = 1', 'i = 1'),
    ])
    expect(same).toMatchObject({ difference: 0, standardError: 0, pValue: 1 })
    expect(apart?.difference).toBe(1)
    // Pooled: sqrt(1/4 (1/3 + 1/3)).
    near(apart?.standardError, Math.sqrt(1 / 6))
    expect([empty, alone]).toEqual([undefined, undefined])
  })
})

describe('bases and medians', () => {
  it('count members, weights, and what they are worth', async () => {
    const found = await bases(engine, 'responses', weighted, [
      { member: 'true' },
      { member: 'g' },
      { member: 'false' },
    ])
    expect(found[0]?.unweighted).toBe(30)
    near(found[0]?.weighted, 40.5)
    near(found[0]?.effective, 40.5 ** 2 / (8 * 1.44 + 8 * 0.64 + 7 * 6.25 + 7))
    expect(found[1]?.unweighted).toBe(15)
    expect(found[2]).toEqual({ unweighted: 0, weighted: 0, effective: 0 })
  })

  it('have the middle of R, and halve a tie', async () => {
    // svyquantile(~y, D, .5, qrule = "school")
    const median = (design: Design, member: string, value = 'y') =>
      weightedMedian(engine, 'responses', design, { member }, value)
    expect(await median(weighted, 'true')).toBe(6.8)
    expect(await median(weighted, 'g')).toBe(5.7)
    expect(await median({}, 'i < 4', 'i')).toBe(1.5)
    expect(await median({}, 'i < 5', 'i')).toBe(2)
    // Weights 0.1, 0.2 against 0.3: a half to the last bit.
    expect(await median({ weight: '(i + 1) * 0.1' }, 'i < 3', 'i')).toBe(1.5)
    expect(await median(weighted, 'false')).toBeUndefined()
    expect(await median({ weight: 'CASE WHEN i = 0 THEN 0 ELSE 1 END' }, 'i < 2', 'i')).toBe(1)
  })
})
