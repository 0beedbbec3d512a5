import { type Cells, csvOf, times } from '../support/consultation.ts'

/** A small consultation: what its definition says beside the title and the like, and its responses. */
export interface Consultation {
  readonly definition: string
  readonly files: Readonly<Record<string, string>>
}

/** Words that would be markup, end a script, or break a line, if anybody let them. */
export const HOSTILE = `<script>alert("1")</script><img src=x onerror=alert(2)> "quoted" 'it' & more \u{1f9d1}\u200d\u{1f33e} </title></style> ${'wwwww'.repeat(24)}`

/** A text as YAML and JSON both read it. */
const text = JSON.stringify

const closed = (id: string, wording: string, answers: readonly string[], more = ''): string =>
  `  ${id}: { text: ${text(wording)}, answers: ${text(answers)}, statistics: [count, percent]${more} }\n`

const source = 'responses: { file: r.csv }\n'

/** Each answer `count` times. */
const evenly = (heading: string, answers: readonly string[], count: number): readonly Cells[] =>
  answers.flatMap((answer) => times(count, { [heading]: answer }))

const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`)

const markup = (): Consultation => {
  const answers = [HOSTILE, `${HOSTILE}2`, 'No']
  const regions = ['1', '2'].map((number) => HOSTILE + number)
  const rows = evenly(HOSTILE, answers, 24).map((row, index) => ({
    ...row,
    Region: regions[index % 2] ?? '',
  }))
  return {
    definition: `description: ${text(HOSTILE)}
responses: { file: r.csv, columns: { region: Region } }
variables:
  region: { title: ${text(HOSTILE)}, values: ${text(regions)} }
privacy: { publish: [region] }
tables: { breakdowns: [region] }
questions:
${closed('q', HOSTILE, answers, `, nets: { ${text(`Net ${HOSTILE}`)}: ${text(answers.slice(0, 2))} }`)}`,
    files: { 'r.csv': csvOf(rows) },
  }
}

const sixty = (): Consultation => {
  const answers = numbered('An option that takes some words to say', 60)
  return {
    definition: `${source}questions:\n${closed('q', 'Which one?', answers)}`,
    files: { 'r.csv': csvOf(evenly('Which one?', answers, 12)) },
  }
}

const suppressed = (): Consultation => ({
  definition: `${source}questions:\n${closed('q', 'Do you agree?', ['Yes', 'No'])}`,
  files: {
    'r.csv': csvOf([...times(3, { 'Do you agree?': 'Yes' }), ...times(2, { 'Do you agree?': 'No' })]),
  },
})

const nobody = (): Consultation => ({
  definition: `${source}questions:
${closed('p', 'Did you come?', ['Yes', 'No'])}${closed('q', 'Do you agree?', ['Yes', 'No'])}`,
  files: { 'r.csv': csvOf(times(30, { 'Did you come?': 'Yes', 'Do you agree?': '' })) },
})

const twoHundred = (): Consultation => {
  const wordings = numbered('Do you agree with proposal', 200)
  const scale = ['Strongly agree', 'Agree', 'Neither', 'Disagree', 'Strongly disagree']
  const rows = Array.from({ length: 100 }, (_, row) =>
    Object.fromEntries(
      wordings.map((wording, column) => [wording, scale[(row * 7 + column * (1 + (row % 3))) % 5] ?? '']),
    ),
  )
  const questions = wordings.map((wording, index) => closed(`q${index + 1}`, wording, scale, ', kind: scale'))
  return {
    definition: `${source}privacy: { rules: { microdata: false } }\nquestions:\n${questions.join('')}`,
    files: { 'r.csv': csvOf(rows) },
  }
}

export const HOSTILE_CONSULTATIONS: Readonly<Record<string, () => Consultation>> = {
  'of markup, quotes and long words': markup,
  'of 60 options': sixty,
  'of which everything is hidden': suppressed,
  'with a question that nobody answered': nobody,
  'of 200 questions': twoHundred,
}
