import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { figureOf, type Row, readCsv, runSurvey, surveyFolder } from './support/survey.ts'

/** Published figures have a fixed number of digits; ours may have more. */
const asPrinted = (ours: string, printed: string): string => {
  const digits = printed.split('.')[1]?.length ?? 0
  return String(Number(Number(ours).toFixed(digits)))
}

describe('schools of California, weighted', () => {
  it('a stratified sample gives the published mean and standard error', async (context) => {
    const folder = surveyFolder('r_survey_api')
    if (folder === undefined) return context.skip()
    const files = { 'schools.csv': readFileSync(join(folder, 'apistrat.csv')) }
    const tables = await runSurvey('california-schools-stratified', files, 28)
    const published = readCsv(join(folder, 'published.csv')).filter(({ design }) => design === 'apistrat')
    expect(published.length).toBe(1)
    for (const { estimate = '', se = '' } of published) {
      const mean = figureOf(tables, 'Pupils enrolled', 'Mean', 'estimate')
      expect(asPrinted(mean.value, estimate)).toBe(estimate)
      // Print has a digit more than a table of two decimals shows.
      const error = figureOf(tables, 'Pupils enrolled', 'Mean', 'standard_error')
      expect(Number(error.value)).toBeCloseTo(Number(se), 3)
    }
  })

  it('a sample of districts gives the published means, totals and standard errors', async (context) => {
    const folder = surveyFolder('r_survey_api')
    if (folder === undefined) return context.skip()
    const files = { 'schools.csv': sampleOfDistricts(readCsv(join(folder, 'apipop.csv'))) }
    const tables = await runSurvey('california-schools-clusters', files, 28)
    const published = readCsv(join(folder, 'published.csv')).filter(({ design }) => design === 'apiclus1')
    expect(published.length).toBe(4)
    for (const { statistic = '', estimate = '', se = '' } of published) {
      const [, type] = /^total stype(.)$/.exec(statistic) ?? []
      const [value, error] =
        type === undefined
          ? [
              figureOf(tables, 'Performance Index', 'Mean', 'estimate'),
              figureOf(tables, 'Performance Index', 'Mean', 'standard_error'),
            ]
          : [
              figureOf(tables, 'Type of school', type, 'total'),
              figureOf(tables, 'Type of school', type, 'total_standard_error'),
            ]
      expect(asPrinted(value.value, estimate), statistic).toBe(String(Number(estimate)))
      expect(asPrinted(error.value, se), statistic).toBe(String(Number(se)))
    }
  })
})

/** The districts drawn for the sample that R calls apiclus1: it holds all of their schools. */
const DISTRICTS = new Set([
  '61',
  '135',
  '178',
  '197',
  '255',
  '406',
  '413',
  '437',
  '448',
  '510',
  '568',
  '637',
  '716',
  '778',
  '815',
])

/** That sample as a file: 183 schools of 15 out of 757 districts, each standing for 6,194 / 183. */
function sampleOfDistricts(schools: readonly Row[]): string {
  const sample = schools.filter(({ dnum = '' }) => DISTRICTS.has(dnum))
  expect(sample.length).toBe(183)
  const names = Object.keys(sample[0] ?? {})
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const weight = String(6194 / 183)
  const rows = sample.map((school) => [...names.map((name) => school[name] ?? ''), weight, '757'])
  return `${[[...names, 'pw', 'fpc'], ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')}\n`
}
