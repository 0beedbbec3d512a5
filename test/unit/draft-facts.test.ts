import { describe, expect, it } from 'vitest'
import { cycle, draftTable } from './draft-support.ts'

const count = 120
const SUPPORT = ['Yes', 'No', 'No opinion', 'Yes', 'Yes']
const numbered = (form: (row: number) => string) => Array.from({ length: count }, (_, row) => form(row))
const TREES = ['Alder', 'Beech', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Juniper']
const STREETS = TREES.flatMap((tree) => [`${tree} Lane`, `${tree} Road`])

/** A draft of a file with this column and one for opinions. */
const draftOf = (heading: string, cells: readonly (string | null)[]) =>
  draftTable([heading, 'Are you in favour of the scheme?'], cycle(count, cells, SUPPORT))

describe('a fact about the person in a draft', () => {
  it.each<[string, string, readonly string[]]>([
    ['Are you a Blue Badge holder?', 'blue_badge', ['Yes', 'No']],
    ['Main language', 'language', ['English', 'Urdu', 'Polish']],
    ['In which country were you born?', 'birth_country', ['UK', 'Poland', 'India']],
    ['Are you currently pregnant?', 'pregnancy', ['No', 'No', 'Yes']],
    ['What is the first part of your postcode?', 'postcode', ['NR1', 'NR2', 'NR31']],
    ['Do you have children under 5?', 'children', ['Yes', 'No']],
    ['Which school does your child attend?', 'school', ['Oak', 'Elm', 'Ash']],
    ['In which capacity are you answering?', 'type', ['Resident', 'Business', 'Visitor']],
    ['How many cars does your household have?', 'household', ['0', '1', '2', '3 or more']],
    ['Column 3', 'ethnicity', ['White British', 'Asian or Asian British', 'Black African', 'Mixed']],
    ['Column 3', 'street', ['Alder Lane', 'Beech Road', 'Cedar Close', 'Dale Street']],
  ])('%s is a variable, %s', async (heading, id, cells) => {
    const { draft, definition, faults, yaml } = await draftOf(heading, cells)
    expect(faults).toEqual([])
    expect(draft.variables.map((variable) => variable.id)).toEqual([id])
    expect(draft.questions.map(({ text }) => text)).toEqual(['Are you in favour of the scheme?'])
    expect(definition?.privacy.publish).toEqual([])
    expect(draft.publishable).toEqual(id === 'type' ? ['type'] : [])
    expect(yaml.includes('# ? A fact about the person?')).toBe(id !== 'type')
  })

  it.each<[string, string, readonly string[]]>([
    ['Street or Road Name', 'street', STREETS],
    ['Column 3', 'street', STREETS],
    ['Where', 'street', numbered((row) => `${row + 1} ${STREETS[row % 20]}`)],
    ['Column 3', 'postcode', numbered((row) => `NR${1 + (row % 30)}`)],
    ['What is your occupation?', 'work', numbered((row) => `Maker of ${TREES[row % 10]} ${row}`)],
    [
      'Job',
      'job title',
      [
        'Nurse',
        'Teacher',
        'Clerk',
        'Driver',
        'Cleaner',
        'Chef',
        'Baker',
        'Joiner',
        'Planner',
        'Architect',
        'Dentist',
        'Builder',
        'Ranger',
        'Farmer',
      ],
    ],
    ['When', 'date of birth', numbered((row) => `${1940 + (row % 60)}-0${1 + (row % 9)}-1${row % 10}`)],
  ])('%s is kept back where it has many values: %s', async (heading, kind, cells) => {
    const { draft, faults, yaml } = await draftOf(heading, cells)
    expect(faults).toEqual([])
    expect(draft.identifying.map((one) => one.heading)).toEqual([heading])
    expect(yaml).toContain(`Taken for: ${kind}`)
    for (const cell of cells) expect(yaml.includes(cell), cell).toBe(false)
  })

  it('stays a question, marked and asked about, where several answers or numbers are given', async () => {
    const { definition, draft, faults, yaml } = await draftTable(
      ['Which of these disabilities do you have?', 'How old are you?', 'Are you in favour of the scheme?'],
      cycle(
        count,
        ['Hearing;Mobility', 'Mobility', 'Sight;Hearing', 'Sight', 'Hearing'],
        numbered((row) => String(18 + ((row * 7) % 60))),
        SUPPORT,
      ),
    )
    expect(faults).toEqual([])
    expect(draft.questions.map(({ kind, identifying }) => [kind, identifying])).toEqual([
      ['multiple', true],
      ['number', true],
      ['single', undefined],
    ])
    expect(definition?.questions.map(({ identifying }) => identifying)).toEqual([true, true, undefined])
    expect(yaml.match(/# \? A fact about the person\?/g)?.length).toBe(2)
  })

  it('is the question where nothing else was asked, and marked', async () => {
    const { draft } = await draftTable(['Are you a carer?'], cycle(count, ['Yes', 'No']))
    expect(draft.variables).toEqual([])
    expect(draft.questions.map(({ identifying }) => identifying)).toEqual([true])
  })

  it('is not seen in opinions that speak of such things', async () => {
    const headings = [
      'Should the council build more homes in your area?',
      'How satisfied are you with services for disabled people?',
      'Which street needs repair most?',
    ]
    const { draft } = await draftTable(
      headings,
      cycle(count, ['Yes', 'No'], ['Very', 'Fairly', 'Not at all'], STREETS.slice(0, 5)),
    )
    expect(draft.variables).toEqual([])
    expect(draft.identifying).toEqual([])
    expect(draft.questions.map(({ identifying }) => identifying)).toEqual([undefined, undefined, undefined])
  })
})

describe('a column of consent in a draft', () => {
  it.each<[string, readonly (string | null)[], readonly string[] | undefined, number]>([
    [
      'Consent',
      ['Yes, publish it with no name', 'No, keep it confidential'],
      ['Yes, publish it with no name'],
      60,
    ],
    ['May we publish your response?', ['Yes', 'No', 'Yes'], ['Yes'], 40],
    ['May we publish your response?', ['Yes', null, 'Yes'], ['Yes'], 40],
    ['Keep my response confidential', ['Yes', 'No', 'No'], undefined, 40],
    ['Keep my response confidential', ['x', null, null], undefined, 40],
    ['Response publication', ['Published', 'Not published'], ['Published'], 60],
  ])('%s %j is mapped, and asked about', async (heading, cells, mayPublish, kept) => {
    const { draft, definition, faults, yaml } = await draftOf(heading, cells)
    expect(faults).toEqual([])
    expect(draft.questions.map(({ text }) => text)).toEqual(['Are you in favour of the scheme?'])
    const [source] = definition?.responses ?? []
    expect(source?.columns['do_not_publish']).toBe(heading)
    expect(source?.mayPublish).toEqual(mayPublish)
    expect(yaml.replaceAll(/\n\s*#\s+/g, ' ')).toContain(`Kept back: ${kept} rows`)
  })

  it('says of a second one that it is not read', async () => {
    const { draft, faults } = await draftTable(
      ['Publish response', 'Confidential?', 'Are you in favour of the scheme?'],
      cycle(count, ['Yes', 'No'], ['No', 'Yes'], SUPPORT),
    )
    expect(faults).toEqual([])
    expect(draft.columns.map(({ name, heading }) => [name, heading])).toContainEqual([
      'do_not_publish',
      'Publish response',
    ])
    expect(draft.ignore.map(({ heading }) => heading)).toEqual(['Confidential?'])
    expect(draft.ignore[0]?.doubts[0]).toContain('One column alone is read')
  })
})
