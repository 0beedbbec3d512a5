import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Definition, readDefinition, routingOrder } from '../../pipeline/definition/index.ts'
import { BASE, broken } from './definition-base.ts'

const ROOT = join(import.meta.dirname, '../..')

function read(text: string): Definition {
  const { value, issues } = readDefinition(text, 'consultation.yaml', 'libraries-2024')
  expect(issues).toEqual([])
  if (value === undefined) throw new Error('no definition and no issue')
  return value
}

const question = (definition: Definition, id: string) => definition.questions.find((each) => each.id === id)

const SMALLEST = `title: Library services
publisher: { name: Anytown Council }
licence: OGL-UK-3.0
fieldwork: { start: 2024-01-08, end: 2024-03-01 }
responses: { file: responses.csv }
questions:
  q1:
    text: Do you use the library?
    answers: ["Yes", "No"]
`

describe('reading a definition', () => {
  it.each(['raw/taking-stock-2015', 'test/golden/flying-etiquette'])(
    'takes %s without an issue',
    (folder) => {
      read(readFileSync(join(ROOT, folder, 'consultation.yaml'), 'utf8'))
    },
  )

  it('fills every default', () => {
    expect(read(SMALLEST)).toEqual({
      id: 'libraries-2024',
      changes: {},
      contributors: [],
      contact: { name: 'Anytown Council' },
      themes: [],
      spatial: [],
      methodology: {},
      title: 'Library services',
      description: 'Library services',
      publisher: { name: 'Anytown Council' },
      licence: 'OGL-UK-3.0',
      version: '1.0.0',
      language: 'en-GB',
      keywords: [],
      fieldwork: { start: '2024-01-08', end: '2024-03-01' },
      sources: [],
      notes: [],
      responses: [
        {
          file: 'responses.csv',
          columns: {},
          identifying: [],
          ignore: [],
          missing: [],
          answersAs: 'labels',
          recode: {},
          setAside: [],
          fromFrame: false,
        },
      ],
      variables: [],
      questions: [
        {
          id: 'q1',
          text: 'Do you use the library?',
          kind: 'single',
          answers: ['Yes', 'No'],
          ordered: false,
          populations: ['all_responses'],
          statistics: ['percent'],
          nets: {},
          base: { of: 'answered' },
          decimals: 1,
          sensitive: false,
          headings: {},
          scores: { Yes: 1, No: 2 },
        },
      ],
      waves: [],
      populations: [{ id: 'all_responses', title: 'All responses', base: 'all respondents' }],
      cleaning: { keep: 'last complete', partial: 'set aside', unlistedAnswers: 'refuse' },
      tables: {
        responseRates: [],
        profile: [],
        coverage: false,
        populations: ['all_responses'],
        breakdowns: [],
        banners: [],
        precision: false,
        significance: false,
      },
      reporting: { decimals: 0, low: '**', zero: '0', notApplicable: '-' },
      privacy: {
        profile: 'consultation',
        publish: [],
        rules: {},
        waivers: [],
        groups: 'nested',
        lead: 'tables',
      },
    })
  })

  it('takes defaults from what the files carry', () => {
    const carried = read(
      broken(
        '  response_rates: [role, region]\n  profile: [region]\n  populations: [clerks, everyone]\n',
        '',
      ),
    )
    expect(carried.tables).toEqual({
      responseRates: ['region', 'role'],
      profile: [],
      coverage: true,
      populations: ['clerks', 'everyone'],
      breakdowns: [['region']],
      banners: [],
      precision: false,
      significance: false,
    })
    expect(carried.responses.map(({ fromFrame }) => fromFrame)).toEqual([true, false])
    expect(carried.variables.map(({ title }) => title)).toEqual(['Region', 'Role'])
    expect(carried.questions.every(({ populations }) => populations.join() === 'clerks,everyone')).toBe(true)
  })

  it('takes labels as they are written, whatever YAML makes of them', () => {
    const labels = read(
      broken('[Agree, Disagree]', '[1, 2, true, True2, yes, 1.0, 007, 2015-01-20, "null", 0x1F]'),
    )
    expect(question(labels, 'q5')).toMatchObject({
      answers: ['1', '2', 'true', 'True2', 'yes', '1.0', '007', '2015-01-20', 'null', '0x1F'],
    })
    const typed = read(`${BASE}reporting: { decimals: 1, zero: 0 }\n`)
    expect(typed.reporting).toEqual({ decimals: 1, low: '**', zero: '0', notApplicable: '-' })
  })

  it('takes one value where a list may stand, and one level of groups as well as several', () => {
    const one = read(BASE)
    expect(question(one, 'q2')?.askedIf).toEqual({ q1: { how: 'any', labels: ['Yes'] } })
    expect(one.responses[0]?.setAside).toEqual([{ reason: 'test row', column: 'Status', equals: ['Test'] }])
    expect(one.variables[0]?.groups).toEqual([{ Inland: ['North', 'South'] }])
    const levels = '[{ Inland: [North, South] }, { Everywhere: [North, South, Coast] }]'
    expect(read(broken('{ Inland: [North, South] }', levels)).variables[0]?.groups).toHaveLength(2)
  })

  it('understands a label that differs in capitals or quotes from the list it is from', () => {
    const curly = read(broken('asked_if: { q1: "Yes" }', 'asked_if: { q1: [yes, Don’t know] }'))
    expect(question(curly, 'q2')?.askedIf).toEqual({
      q1: { how: 'any', labels: ['Yes', "Don't know"] },
    })
  })

  it('knows the three ways a question with several answers comes', () => {
    const q3 = (replacement: string) =>
      question(
        read(broken('    answers: [Bus, Car]\n    columns: { Bus: Q3_1, Car: Q3_2 }\n', replacement)),
        'q3',
      )
    const unticked = ['', '0', 'No', 'False', 'Not selected']
    const headings = { Bus: 'Q3_1', Car: 'Q3_2' }
    const columns = '    columns: { Bus: Q3_1, Car: Q3_2 }\n'
    expect(q3(columns)).toMatchObject({ answers: ['Bus', 'Car'], headings, unticked })
    expect(q3(`${columns}    unticked: ["", 9]\n`)).toMatchObject({
      headings,
      unticked: ['', '9'],
    })
    expect(q3('    answers: [Bus, Car]\n')).toMatchObject({ headings: {} })
    expect(q3('    answers: [Bus, Car]\n    separator: ", "\n')).toMatchObject({
      headings: {},
      separator: ', ',
    })
  })

  it('reads numbers with bands, and scales in order', () => {
    expect(question(read(BASE), 'q4')).toMatchObject({
      kind: 'number',
      minimum: 0,
      bands: [{ label: 'Under 5', below: 5 }, { label: 'Under 10', below: 10 }, { label: '10 or more' }],
    })
    expect(question(read(BASE), 'q5')).toMatchObject({ kind: 'single', ordered: true })
  })

  it('reads the same whatever ends the lines', () => {
    expect(read(`\ufeff${BASE.replaceAll('\n', '\r\n')}`)).toEqual(read(BASE))
  })
})

describe('routingOrder', () => {
  it('puts a question after those it depends on and leaves the others where they are', () => {
    const later = read(broken('asked_if: { q1: "Yes" }', 'asked_if: { q3: Bus, role: Clerk }'))
    expect(routingOrder(later).map(({ id }) => id)).toEqual(['q1', 'q3', 'q2', 'q4', 'q5'])
    expect(routingOrder(read(BASE)).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5'])
  })
})
