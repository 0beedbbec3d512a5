import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, type Findings, findings } from '../pipeline/7-package/findings/index.ts'
import type { ReleasedFigure, Table, TableColumn } from '../pipeline/artefacts.ts'
import { type Definition, readDefinition } from '../pipeline/definition/index.ts'
import { EXAMPLE, SHARED } from './support/stocktake.ts'
import { type Row, readCsv } from './support/survey.ts'
import { releasedTables } from './unit/package-fixture.ts'

const FACTS = join(SHARED, 'taking-stock/published-tables.csv')

/** The printed figures of the report as released tables: what the example would release of them. */
function reportTables(definition: Definition, facts: readonly Row[]): readonly Table<ReleasedFigure>[] {
  const closed = definition.questions.filter(({ kind }) => kind === 'single')
  return [...new Set(facts.map(({ table }) => table))].map((id, index): Table<ReleasedFigure> => {
    const own = facts.filter(({ table }) => table === id)
    const keys = [...new Set(own.map(({ population, statistic }) => `${population}|${statistic}`))]
    const isRate = own[0]?.['base'] === ''
    return {
      id: id ?? '',
      title: own[0]?.['title'] ?? '',
      kind: isRate ? 'response rate' : 'question',
      ...(isRate ? {} : { question: closed[index - 3]?.id ?? '' }),
      columns: keys.map((key): TableColumn => {
        const [population = '', statistic = ''] = key.split('|')
        const line = own.find((one) => one['population'] === population && one['statistic'] === statistic)
        return {
          population,
          title: population,
          statistic,
          base: isRate ? null : Number(line?.['base']),
          baseDescription: line?.['base_description'] ?? '',
          decimals: 0,
        }
      }),
      rows: [...new Set(own.map(({ row }) => row ?? ''))].map((label) => ({
        label,
        cells: keys.map((key) => {
          const [population, statistic] = key.split('|')
          const line = own.find(
            (one) =>
              one['row'] === label && one['population'] === population && one['statistic'] === statistic,
          )
          return { value: Number(line?.['value']), status: '' as const }
        }),
      })),
      notes: [],
    }
  })
}

const LEADERS = 'chief_executives_and_leaders'
const CHILDREN = 'chief_executives_and_leaders_single_and_upper_tier'
const ALL = 'all_consultation_responses'

describe.skipIf(!existsSync(FACTS))('findings of the figures that the report prints', () => {
  let made: Findings
  let facts: readonly Row[]
  beforeAll(() => {
    const text = readFileSync(join(EXAMPLE, 'consultation.yaml'), 'utf8')
    const definition = readDefinition(text, 'consultation.yaml', 'taking-stock-2015').value
    if (definition === undefined) throw new Error('the example has no definition')
    facts = readCsv(FACTS)
    made = findings(definition, releasedTables(reportTables(definition, facts)))
  })
  const all = (): readonly Finding[] => [...made.key, ...[...made.byTable.values()].flat()]
  const of = (table: string): string => (made.byTable.get(table) ?? []).map(({ text }) => text).join(' ')

  const differences = (table: string): readonly string[] =>
    (made.byTable.get(table) ?? []).map(({ text }) => text).filter((text) => text.includes(' than of '))

  it('print figures of the report and no others', () => {
    expect(all().length).toBeGreaterThan(20)
    for (const { figures, text } of all()) {
      expect(figures.length, text).toBeGreaterThan(0)
      for (const { table, population, row, statistic, value } of figures) {
        const fact = facts.find(
          (one) =>
            one['table'] === table &&
            one['population'] === population &&
            one['row'] === row &&
            (statistic === 'base' || one['statistic'] === statistic),
        )
        expect(fact?.[statistic === 'base' ? 'base' : 'value'], text).toBe(String(value))
      }
    }
  })

  // What the report's own sentences say of each table: of whom, which answer, which figure.
  it.each([
    ['4', LEADERS, 'Yes they are generally relevant, but I suggest some changes', 54],
    ['4', LEADERS, 'Yes, they are still all relevant exactly as they are', 44],
    ['4', ALL, 'Yes, they are still all relevant exactly as they are', 43],
    ['5', LEADERS, 'Yes', 72],
    ['5', ALL, 'Yes', 73],
    ['6', LEADERS, 'Yes - all should be published', 47],
    ['6', ALL, 'Yes - unless there are exceptional circumstances', 32],
    ['6', LEADERS, 'No - this should be a matter of local choice', 21],
    ['7', LEADERS, 'Yes', 82],
    ['7', ALL, 'Yes', 84],
    ['8', CHILDREN, 'Yes', 94],
    ['8', ALL, 'Yes', 84],
    ['9', CHILDREN, 'Yes', 45],
    ['9', CHILDREN, 'No', 30],
    ['9', CHILDREN, "Don't know", 24],
    ['10', CHILDREN, 'Yes', 62],
    ['10', CHILDREN, 'No', 31],
    ['11', CHILDREN, 'Yes', 53],
    ['11', CHILDREN, 'No', 26],
    ['11', CHILDREN, "Don't know", 21],
    ['12', CHILDREN, 'Yes', 80],
    ['13', CHILDREN, 'A new inspectorate', 50],
    ['13', CHILDREN, 'Ofsted', 23],
  ])('tell of table %s what the report tells: %s, %s, %i per cent', (table, population, row, value) => {
    const told = (made.byTable.get(table) ?? []).flatMap(({ figures }) => figures)
    expect(told).toContainEqual({ table, population, row, statistic: 'percent', value })
    expect(of(table)).toContain(`${value} per cent`)
  })

  it('say in words what the report says in words', () => {
    expect(of('5')).toMatch(
      /^Nearly three quarters \(72 per cent\) of chief executives and leaders said yes,/,
    )
    expect(of('10')).toMatch(
      /^Nearly two thirds \(62 per cent\) of chief executives and leaders from single and/,
    )
    expect(of('11')).toMatch(/^Just over half \(53 per cent\) of .* who answered yes in Table 10 said yes,/)
    expect(of('13')).toMatch(/^The most common answer .* was \u2018A new inspectorate\u2019, given by half/)
    expect(of('1')).toContain('160 responded: a response rate of 20 per cent')
    expect(of('2')).toContain(
      'highest for \u2018Shire county\u2019 (63 per cent) and lowest for \u2018Fire and rescue\u2019',
    )
    expect(of('3')).toContain(
      'highest for \u2018Yorkshire and the Humber\u2019 (58 per cent) and lowest for \u2018East Midl',
    )
  })

  // Of the children's services questions the report says that the full sample differs, chiefly in "don't know".
  it('say that populations differ where the report does, in the same direction', () => {
    expect(differences('8')).toEqual([
      'A higher proportion of chief executives and leaders from single and upper tier councils (94 per cent) than of all consultation respondents (84 per cent) said yes.',
      'A lower proportion of chief executives and leaders from single and upper tier councils (2 per cent) than of all consultation respondents (15 per cent) answered \u2018don\u2019t know\u2019.',
    ])
    for (const table of ['10', '13']) {
      expect(differences(table)).toEqual([
        expect.stringMatching(
          /^A lower proportion of chief executives .* answered \u2018don\u2019t know\u2019\.$/,
        ),
      ])
    }
  })

  it('say nothing of differences that the data does not carry', () => {
    for (const table of ['4', '5', '6', '7', '9', '11', '12']) expect(differences(table)).toEqual([])
    expect(made.key.map(({ text }) => text).filter((text) => /(higher|lower)/.test(text)).length).toBe(2)
  })

  it('have a few for the top, which name their question', () => {
    expect(made.key.length).toBeGreaterThanOrEqual(3)
    expect(made.key.length).toBeLessThanOrEqual(7)
    expect(made.key.map(({ text }) => text).join('\n')).toContain(
      'Should all authorities be expected to have',
    )
  })
})

if (!existsSync(FACTS)) console.log('skipped: no reference data beside the project (taking-stock)')
