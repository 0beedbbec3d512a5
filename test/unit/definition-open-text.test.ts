import { describe, expect, it } from 'vitest'
import { readDefinition, themeColumns, themeQuestion } from '../../pipeline/definition/index.ts'

const TEXT = `title: Library services
publisher: { name: Anytown Council }
licence: OGL-UK-3.0
fieldwork: { start: 2024-01-08, end: 2024-03-01 }
responses:
  file: responses.csv
  columns: { reference: Response ID, area: Area, age: Age }
questions:
  q1: { text: Do you use the library?, answers: ["Yes", "No"] }
  q2:
    text: What would you change?
    kind: open
    themes:
      hours:
        title: Opening hours
        meaning: Wants other hours.
        opposite: content
        sub_themes:
          sundays: { title: Sundays, meaning: Wants to come on Sundays. }
      content: { title: Content, meaning: Wants no change. }
open_text:
  coders:
    - { coder: Ann, file: ann.csv }
    - { coder: Ben, file: ben.csv, separator: "," }
  quotes:
    file: quotes.csv
    attribution: ["{area} resident"]
    words: { area: { northern: [North] } }
    named_if: { area: North }
variables:
  area: { values: [North, South] }
  age: { values: [Young, Old] }
privacy: { publish: [area] }
`

const read = (text: string) => readDefinition(text, 'consultation.yaml', 'libraries-2024')
const broken = (passage: string, replacement: string) => {
  expect(TEXT.split(passage).length).toBe(2)
  return read(TEXT.replace(passage, replacement)).issues.map(({ row, column, message }) => [
    row,
    column,
    message,
  ])
}

describe('open text in a definition', () => {
  it('has themes as a list, sub-themes behind their themes, and defaults', () => {
    const { value, issues } = read(TEXT)
    expect(issues).toEqual([])
    const question = value?.questions[1]
    if (question?.kind !== 'open' || question.themes === undefined) throw new Error('no themes')
    expect(question.themes.map(({ code, label, parent }) => [code, label, parent])).toEqual([
      ['hours', 'Opening hours', undefined],
      ['sundays', 'Opening hours \u2013 Sundays', 'hours'],
      ['content', 'Content', undefined],
    ])
    const coded = { ...question, themes: question.themes }
    expect(themeColumns(coded)).toEqual(['themes_q2_1', 'themes_q2_2', 'themes_q2_3'])
    expect(themeQuestion(coded)).toMatchObject({
      id: 'themes_q2',
      kind: 'multiple',
      base: { of: 'answered' },
    })
    expect(value?.openText?.resolve).toBe('nobody')
    expect(value?.openText?.quotes).toMatchObject({
      attribution: ['{area} resident'],
      words: { area: { North: 'northern' } },
      namedIf: { area: { how: 'any', labels: ['North'] } },
    })
    expect(value?.openText?.coders.map(({ coder, separator }) => [coder, separator])).toEqual([
      ['Ann', ';'],
      ['Ben', ','],
    ])
  })

  it.each([
    [
      'opposite: content',
      'opposite: contnet',
      17,
      'questions.q2.themes.hours.opposite',
      "There is no other theme 'contnet' — did you mean 'content'?",
    ],
    [
      '      content: {',
      '      hours2: { title: "opening  Hours", meaning: Again. }\n      content: {',
      20,
      'questions.q2.themes.hours2.title',
      "The titles 'Opening hours' and 'opening Hours' are the same but for capitals, blanks, quotes or dashes.",
    ],
    [
      '          sundays:',
      '          content:',
      20,
      'questions.q2.themes.content',
      "The code 'content' is used twice in this code frame.",
    ],
    [
      '      content: {',
      '      none: {',
      20,
      'questions.q2.themes.none',
      "The code 'none' is what coders write where an answer has no theme.",
    ],
    [
      'title: Content',
      'title: "=Content"',
      20,
      'questions.q2.themes.content.title',
      "The title '=Content' begins with a sign that a spreadsheet takes for a formula.",
    ],
    [
      '    kind: open\n',
      '    answers: [a, b]\n',
      13,
      'questions.q2.themes',
      "'themes' does not belong to a question of kind single.",
    ],
    [
      'reference: Response ID, ',
      '',
      21,
      'open_text',
      'Sheets of open text name responses by their reference, and no file of responses has that column.',
    ],
    ['coder: Ben', 'coder: ann', 24, 'open_text.coders[2].coder', "Two coders are called 'ann'."],
    [
      'file: ben.csv',
      'file: ann.csv',
      24,
      'open_text.coders[2].file',
      "The sheet 'ann.csv' is that of two coders, so they would agree in everything.",
    ],
    [
      'meaning: Wants no change.',
      'keywords: [a]',
      20,
      'questions.q2.themes.content',
      "'meaning' is missing in questions.q2.themes.content.",
    ],
    [
      '"{area} resident"',
      '"{aera} resident"',
      27,
      'open_text.quotes.attribution[1]',
      "There is no variable 'aera' — did you mean 'area'?",
    ],
    [
      '"{area} resident"',
      '"{age} resident"',
      27,
      'open_text.quotes.attribution[1]',
      "'age' is not among the variables that may leave, so quotes cannot be attributed by it.",
    ],
    [
      '"{area} resident"',
      '"{area resident"',
      27,
      'open_text.quotes.attribution[1]',
      "'{area resident' has a brace that holds no variable.",
    ],
    [
      'northern: [North]',
      'northern: [Nroth]',
      28,
      'open_text.quotes.words.area',
      "'area' has no answer or value 'Nroth' — did you mean 'North'?",
    ],
    [
      'named_if: { area: North }',
      'named_if: { are: North }',
      29,
      'open_text.quotes.named_if.are',
      "There is no question or variable 'are' — did you mean 'area'?",
    ],
  ])('%j -> %j', (passage, replacement, row, column, message) => {
    expect(broken(passage, replacement)).toContainEqual([row, column, message])
  })
})
