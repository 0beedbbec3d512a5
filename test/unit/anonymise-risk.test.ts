import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type RiskClass, riskOf } from '../../pipeline/3-anonymise/risk/index.ts'
import { SHARED } from '../support/stocktake.ts'

const KNOWN = join(SHARED, 'disclosure/known-answers.json')
const SCORE = [{ name: 'Score', ordered: true }]

/** Classes of a file: those who share these columns, and how many of each have which value. */
function classesOf(file: string, identifying: readonly string[], sensitive: string): readonly RiskClass[] {
  const rows: readonly Record<string, string>[] = parse(readFileSync(join(SHARED, 'disclosure', file)), {
    columns: true,
  })
  const values = [...new Set(rows.map((row) => Number(row[sensitive])))].sort((a, b) => a - b)
  const classes = new Map<string, number[]>()
  for (const row of rows) {
    const key = identifying.map((name) => row[name]).join('|')
    const counts = classes.get(key) ?? values.map(() => 0)
    const place = values.indexOf(Number(row[sensitive]))
    counts[place] = (counts[place] ?? 0) + 1
    classes.set(key, counts)
  }
  return [...classes.values()].map((counts) => ({
    size: counts.reduce((a, b) => a + b, 0),
    answers: [counts],
  }))
}

describe.skipIf(!existsSync(KNOWN))('risk of the file of pupils, as published', () => {
  if (!existsSync(KNOWN)) return console.log('skipped: no reference data beside the project (disclosure)')
  const { QI, SA, raw, k5 } = JSON.parse(readFileSync(KNOWN, 'utf8')).pycanon_StudentsMath

  it('is that of the file as received', () => {
    const risk = riskOf(classesOf(raw.file, QI, SA), SCORE)
    const [score] = risk.sensitive
    expect(risk.responses).toBe(raw.n)
    expect(risk.classes).toBe(raw.classes)
    expect(risk.smallestClass).toBe(raw.k)
    expect(score?.diversity).toBe(raw.l)
    expect(score?.alpha).toBeCloseTo(raw.alpha, 12)
    expect(score?.basicBeta).toBeCloseTo(raw.basic_beta, 12)
    expect(score?.enhancedBeta).toBeCloseTo(raw.enhanced_beta, 12)
    expect(score?.deltaDisclosure).toBeCloseTo(raw.delta_disclosure, 12)
    expect(score?.tCloseness).toBeCloseTo(raw.t_closeness_numeric_EMD, 12)
  })

  it('is that of the file with classes of five', () => {
    const risk = riskOf(classesOf(k5.file, QI, SA), SCORE)
    const [score] = risk.sensitive
    expect([risk.responses, risk.classes, risk.smallestClass]).toEqual([k5.n, k5.classes, k5.k])
    expect(score?.diversity).toBe(k5.l)
    expect(score?.alpha).toBeCloseTo(k5.alpha, 12)
    expect(score?.tCloseness).toBeCloseTo(k5.t_recomputed, 12)
    expect(risk.prosecutor).toEqual({ average: k5.classes / k5.n, highest: 1 / k5.k })
  })
})

describe('risk', () => {
  it('counts what stands alone, and classes with one answer among those where somebody answered', () => {
    const risk = riskOf(
      [
        { size: 1, answers: [[1, 0]] },
        { size: 3, answers: [[2, 1]] },
        { size: 6, answers: [[0, 0]] },
      ],
      [{ name: 'q', ordered: false }],
    )
    expect(risk).toMatchObject({ responses: 10, classes: 3, smallestClass: 1, uniques: 1 })
    expect(risk.prosecutor).toEqual({ average: 0.3, highest: 1 })
    expect(risk.sizes.filter(({ classes }) => classes > 0)).toEqual([
      { upTo: 1, classes: 1, responses: 1 },
      { upTo: 4, classes: 1, responses: 3 },
      { upTo: 9, classes: 1, responses: 6 },
    ])
    expect(risk.sensitive).toEqual([
      expect.objectContaining({ diversity: 1, oneAnswer: 0.5, alpha: 1, tCloseness: 0.25 }),
    ])
  })

  it('is nothing where there is nobody', () => {
    const risk = riskOf([], [{ name: 'q', ordered: true }])
    expect(risk).toMatchObject({ responses: 0, smallestClass: 0, prosecutor: { average: 0, highest: 0 } })
    expect(risk.sensitive[0]).toEqual({
      name: 'q',
      diversity: 0,
      oneAnswer: 0,
      alpha: 0,
      basicBeta: 0,
      enhancedBeta: 0,
      deltaDisclosure: 0,
      tCloseness: 0,
    })
  })
})
