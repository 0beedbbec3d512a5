import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  compareShares,
  type Design,
  type Estimate,
  estimate,
  type Request,
  weightedMedian,
} from '../../pipeline/5-aggregate/estimation/index.ts'
import { type Engine, literal, openEngine } from '../../pipeline/engine/index.ts'
import { SHARED, workplace } from '../support/stocktake.ts'

/**
 * Samples of the Academic Performance Index of California's schools, as in R's survey package 4.1-1
 * (R 4.2.2): data(api);
 *
 *   strata   <- svydesign(~1, strata=~stype, weights=~pw, fpc=~fpc, data=apistrat)
 *   clusters <- svydesign(~dnum, weights=~pw, fpc=~fpc, data=apiclus1)   # pw = 6194/183, fpc = 757
 *   simple   <- svydesign(~1, weights=~pw, fpc=~fpc, data=apisrs)
 */
const SURVEY = join(SHARED, 'surveys/r_survey_api')

/** sort(unique(apiclus1$dnum)): all their schools in apipop are apiclus1. */
const DISTRICTS = [61, 135, 178, 197, 255, 406, 413, 437, 448, 510, 568, 637, 716, 778, 815]

const strata: Design = { weight: 'pw', stratum: 'stype', populationSize: 'fpc' }
const clusters: Design = { weight: 'pw', cluster: 'dnum', populationSize: 'fpc' }
const simple: Design = { weight: 'pw', populationSize: 'fpc' }

const [WIDE, IMPROVED] = [`"sch.wide" = 'Yes'`, `"comp.imp" = 'Yes'`]
const ask = (member: string, value: string, kind: Request['variable']['kind']): Request => ({
  domain: { member },
  variable: { value, kind },
})
const type = (letter: string): string => `stype = '${letter}'`

describe.skipIf(!existsSync(SURVEY))('estimates of real samples', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await openEngine({ memoryLimit: '1GB', spill: join(workplace(), 'spill'), folders: [SURVEY] })
    const read = (file: string): string => `read_csv(${literal(join(SURVEY, file))}, nullstr = 'NA')`
    await engine.run(`CREATE TABLE strata AS SELECT * FROM ${read('apistrat.csv')}`)
    await engine.run(`CREATE TABLE simple AS SELECT * FROM ${read('apisrs.csv')}`)
    await engine.run(`CREATE TABLE clusters AS SELECT *, 6194::DOUBLE / 183 AS pw, 757 AS fpc
      FROM ${read('apipop.csv')} WHERE list_contains([${DISTRICTS.join(', ')}], dnum)`)
  })
  afterAll(() => engine.close())

  const one = async (relation: string, design: Design, request: Request): Promise<Estimate | undefined> =>
    (await estimate(engine, relation, design, [request]))[0]

  /** To the digits of R's print with digits = 12. */
  const near = (found: number | undefined, expected: number) =>
    expect(Math.abs((found ?? Number.NaN) - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(expected),
    )

  it('give every published figure', async () => {
    const published: readonly Readonly<Record<string, string>>[] = parse(
      readFileSync(join(SURVEY, 'published.csv')),
      { columns: true },
    )
    expect(published.length).toBe(5)
    for (const { design, statistic = '', estimate: value = '', se = '' } of published) {
      const [kind, name = ''] = statistic.split(' ')
      const letter = name.startsWith('stype') ? name.slice(-1) : undefined
      const request =
        kind === 'total'
          ? ask('true', `(${type(letter ?? '')})::INTEGER`, 'total')
          : ask('true', name, 'mean')
      const found =
        design === 'apiclus1'
          ? await one('clusters', clusters, request)
          : await one('strata', strata, request)
      const as = (number: number | undefined, printed: string) =>
        Number(number?.toFixed((printed.split('.')[1] ?? '').length))
      expect([as(found?.value, value), as(found?.standardError, se)], statistic).toEqual([
        Number(value),
        Number(se),
      ])
    }
  })

  it.each([
    // svymean(~enroll, D, deff=TRUE), svymean(~api00, ...), svymean(~sch.wide, ...), svytotal(~enroll, ...)
    [
      'strata',
      strata,
      197,
      [
        [595.282137136, 18.5085109586, 0.362018122363],
        [662.287363159, 9.40894080278, 1.20445726854],
        [0.827948011416, 0.0243447801131, 0.855571850975],
        [3687177.53244, 114641.716101, 0.362018122363],
      ],
    ],
    [
      'clusters',
      clusters,
      14,
      [
        [549.715846995, 45.1913723436, 2.82289576799],
        [644.169398907, 23.5422406938, 9.34586946549],
        [0.874316939891, 0.0203594772446, 0.707429990736],
        [3404939.95628, 932234.97824, 31.3106561442],
      ],
    ],
    [
      'simple',
      simple,
      199,
      [
        [584.61, 27.3683652477, 1],
        [656.585, 9.24972203928, 1],
        [0.815, 0.027077645562, 1],
        [3621074.34, 169519.654344, 1],
      ],
    ],
  ] as const)('are those of R: %s', async (relation, design, degrees, expected) => {
    const found = await estimate(engine, relation, design, [
      ask('true', 'enroll', 'mean'),
      ask('true', 'api00', 'mean'),
      ask('true', WIDE, 'share'),
      ask('true', 'enroll', 'total'),
    ])
    for (const [index, [value, standardError, designEffect]] of expected.entries()) {
      near(found[index]?.value, value)
      near(found[index]?.standardError, standardError)
      near(found[index]?.designEffect, designEffect)
      expect(found[index]?.degreesOfFreedom).toBe(degrees)
    }
  })

  it('are those of R in domains, which keep the whole design', async () => {
    // svyby(~api00, ~stype, D, svymean); svyby(~I(sch.wide=="Yes"), ...); degf(subset(D, ...))
    const expected = [
      ['strata', strata, type('E'), 674.43, 12.3824797939, 0.91, 0.0284351962064, 99],
      ['strata', strata, type('H'), 625.82, 14.9371291854, 0.52, 0.0689676349228, 49],
      ['clusters', clusters, type('H'), 618.571428571, 38.0202493594, 0.785714285714, 0.0914619099888, 7],
      ['clusters', clusters, type('M'), 631.44, 31.6094652272, 0.68, 0.109502248398, 11],
      ['simple', simple, type('H'), 605.36, 21.9266446973, 0.48, 0.0985402170614, 24],
      ['simple', simple, type('M'), 654.272727273, 21.8261159913, 0.727272727273, 0.0764569895951, 32],
    ] as const
    for (const [relation, design, member, mean, meanError, share, shareError, degrees] of expected) {
      const found = await estimate(engine, relation, design, [
        ask(member, 'api00', 'mean'),
        ask(member, WIDE, 'share'),
      ])
      near(found[0]?.value, mean)
      near(found[0]?.standardError, meanError)
      near(found[1]?.value, share)
      near(found[1]?.standardError, shareError)
      expect(found[1]?.degreesOfFreedom).toBe(degrees)
    }
    // A domain across the strata: subset(strata, comp.imp == "Yes")
    near((await one('strata', strata, ask(IMPROVED, type('E'), 'share')))?.standardError, 0.0193729993732)
    near((await one('strata', strata, ask(IMPROVED, 'api00', 'mean')))?.designEffect, 1.14532412992)
    // svytotal(~enroll, subset(clusters, stype == "H"))
    near((await one('clusters', clusters, ask(type('H'), 'enroll', 'total')))?.standardError, 226716.582838)
  })

  it('are those of R for a factor, its design effects, and the strata themselves', async () => {
    // svymean(~stype, clusters, deff=TRUE)
    const shares = ['E', 'H', 'M'].map((letter) => ask('true', type(letter), 'share'))
    const found = await estimate(engine, 'clusters', clusters, shares)
    const expected = [
      [0.786885245902, 0.0463365536499, 2.40114507259],
      [0.0765027322404, 0.0268102190508, 1.90802484257],
      [0.136612021858, 0.0296490466403, 1.39772718297],
    ] as const
    for (const [index, [value, standardError, designEffect]] of expected.entries()) {
      near(found[index]?.value, value)
      near(found[index]?.standardError, standardError)
      near(found[index]?.designEffect, designEffect)
    }
    // Strata are known, not estimated.
    const known = await estimate(engine, 'strata', strata, shares)
    expect(known.map((share) => share?.standardError)).toEqual([0, 0, 0])
  })

  it('have the intervals of R', async () => {
    // confint(svymean(~api00, D), df = degf(D)); confint(svytotal(~stype, clusters), df = 14)
    const mean = await one('clusters', clusters, ask('true', 'api00', 'mean'))
    near(mean?.low, 593.676314463)
    near(mean?.high, 694.662483351)
    const total = await one('clusters', clusters, ask('true', `(${type('H')})::INTEGER`, 'total'))
    near(total?.low, 133.481840779)
    near(total?.high, 814.234006216)
  })

  it('differ as in R: apart, overlapping, and one within the other', async () => {
    // svycontrast of svyby(covmat=TRUE), and of ratios of svytotal; p: 2*pt(-|t|, degf(subset(D, either)))
    const expected = [
      [
        'strata',
        strata,
        [0.39, 0.074599564678, 5.7412401201e-7],
        [0.454509306673, 0.0699821517705, 1.22446384554e-9],
        [-0.307948011416, 0.064727385542, 3.78161446212e-6],
      ],
      [
        'clusters',
        clusters,
        [0.130952380952, 0.101612030983, 0.218375160172],
        [0.214285714286, 0.0914619099888, 0.0344262875574],
        [-0.0886026541764, 0.0849713738563, 0.314743287566],
      ],
      [
        'simple',
        simple,
        [0.414366197183, 0.101770556031, 7.21324461986e-5],
        [0.504962406015, 0.0974482374249, 7.18214330362e-7],
        [-0.335, 0.0895311659316, 0.000239057739909],
      ],
    ] as const
    for (const [relation, design, ...figures] of expected) {
      const high = { member: type('H') }
      const found = await compareShares(engine, relation, design, [
        { one: { member: type('E') }, other: high, value: WIDE },
        { one: { member: IMPROVED }, other: high, value: WIDE },
        { one: high, other: { member: 'true' }, value: WIDE },
      ])
      for (const [index, [difference, standardError, pValue]] of figures.entries()) {
        near(found[index]?.difference, difference)
        near(found[index]?.standardError, standardError)
        near(found[index]?.pValue, pValue)
      }
    }
  })

  it('have the medians of R', async () => {
    // svyquantile(~enroll, D, .5, qrule = "school", na.rm = TRUE), and of subset(D, stype == "E")
    const expected = [
      ['strata', strata, 446, 385.5, 668],
      ['clusters', clusters, 462, 425.5, 652],
      ['simple', simple, 453, 392, 659],
    ] as const
    for (const [relation, design, ...figures] of expected) {
      const found = [
        await weightedMedian(engine, relation, design, { member: 'true' }, 'enroll'),
        await weightedMedian(engine, relation, design, { member: type('E') }, 'enroll'),
        await weightedMedian(engine, relation, design, { member: 'true' }, 'api00'),
      ]
      expect(found, relation).toEqual(figures)
    }
  })
})

it.runIf(!existsSync(SURVEY))('has no reference data beside the project', (context) => {
  console.log('skipped: no reference data beside the project')
  context.skip()
})
