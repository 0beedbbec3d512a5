import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvOf, figure, publish, refuse, times } from './support/consultation.ts'
import { stocktake } from './support/stocktake.ts'

const definition = (rules: string) => `responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { title: Region, values: [North, South, East] }
questions:
  ill: { text: Ill, answers: ["Yes", "No"] }
  long: { text: Long, answers: [Year, More], asked_if: { ill: "Yes" } }
  note: { text: Anything else, kind: open }
tables: { breakdowns: [region] }
privacy:
  publish: [region]
  rules: { ${rules} }
`
const rows = ['North', 'South', 'East'].flatMap((region) => [
  ...times(40, { Region: region, Ill: 'Yes', Long: 'Year', 'Anything else': 'canary words' }),
  ...times(30, { Region: region, Ill: 'Yes', Long: 'More', 'Anything else': '' }),
  ...times(region === 'East' ? 25 : 30, { Region: region, Ill: 'No', Long: '', 'Anything else': '' }),
])
// Fewer than the smallest class: with responses published, this region would be blanked.
const few = times(4, { Region: 'East', Ill: 'Yes', Long: 'Year', 'Anything else': '' })
const files = { 'r.csv': csvOf([...rows, ...few]) }

describe('a release without responses', () => {
  const outcome = publish(definition('microdata: false'), files)
  const paths = [...outcome.release.keys()]
  const folder = 'dist/survey/1.0.0'

  it('has no file of them, and no file that speaks of one', () => {
    expect(paths).toContain('data/tables.csv')
    expect(paths.filter((path) => /response/.test(path))).toEqual([])
    const speaking = [...outcome.release].filter(
      ([path, bytes]) => !path.endsWith('.xlsx') && /data\/responses|response\.schema/.test(bytes.toString()),
    )
    expect(speaking.map(([path]) => path)).toEqual([])
  })

  it('still breaks tables down by what would have been published, counted in full', () => {
    expect(figure(outcome, { table: '1_by_region', population: 'region: North', row: 'Yes' })).toBe('70')
    expect(figure(outcome, { table: '1_by_region', population: 'region: East', row: 'Yes' })).toBe('75')
  })

  it('says in its words that there are none', () => {
    const readme = outcome.release.get('README.md')?.toString() ?? ''
    expect(readme).toContain('No row of a response is published')
    expect(readme).not.toContain('numbered anew')
    const codebook = outcome.release.get('codebook.html')?.toString() ?? ''
    expect(codebook).toContain('What was asked, and what could be answered')
    expect(codebook).toContain('‘Yes’')
    expect(outcome.release.get('metadata/ddi-codebook.xml')?.toString()).not.toContain('fileDscr')
    expect(outcome.said).toContain('Microdata  none')
  })

  it('is one that verify takes', () => {
    const { said, exitCode } = stocktake(outcome.home, ['verify', folder])
    expect(said).toContain('figures')
    expect(exitCode).toBe(0)
  })

  it('is one that attack takes', () => {
    expect(stocktake(outcome.home, ['attack', folder]).exitCode).toBe(0)
  })

  it('is compared with the next, which breaks what others built on', () => {
    const path = join(outcome.home, 'raw/survey/consultation.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('rules: { microdata: false }', ''))
    const run = stocktake(outcome.home, ['run', 'raw/survey'])
    expect(run.exitCode).toBe(0)
    expect(run.result['version']).toBe('1.1.0')
    writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n  rules: { microdata: false }\n`)
    const again = stocktake(outcome.home, ['run', 'raw/survey'])
    expect(again.said).toContain('2.0.0')
  })
})

describe('tables that hide what responses say', () => {
  it.each(['small_counts: 5', 'rounding: 5'])('contradict each other: %s', (rule) => {
    const { said, result } = refuse(2, definition(rule), files)
    expect(said).toContain('rules: { microdata: false }')
    expect(JSON.stringify(result['issues'])).toContain('contradictory-rules')
  })

  it('do not where no responses are published', () => {
    publish(definition('microdata: false, rounding: 5'), files)
  })
})
