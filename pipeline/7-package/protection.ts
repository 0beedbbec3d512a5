import { type AnonymityReport, NOTHING, type ReleasedTables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { listed } from '../listed.ts'
import type { NotTested } from '../not-tested.ts'
import { riskModel } from '../policy.ts'
import { publishedFields } from './published-fields.ts'
import { attackStatement, hiddenStatements, ruleStatements, waiverStatements } from './rules-statements.ts'
import { counted } from './words.ts'

/** How people are protected, in paragraphs for anybody. States only what the release itself shows. */
export function protectionParagraphs(
  definition: Definition,
  released: ReleasedTables,
  notTested: readonly NotTested[],
): readonly string[] {
  const { responses } = released.responses
  const titles = responses.report.identifying.map(
    ({ variable }) => `\u201c${titleOf(definition, variable)}\u201d`,
  )
  const unpublished = definition.questions.filter(
    ({ id }) => !responses.fields.some(({ question }) => question === id),
  )
  if (publishedFields(released).length === 0)
    return [
      `No row of a response is published, only figures about groups of people: ${responses.report.withoutRows ?? 'rows would say what the figures leave out'}. Names, contact details and everything else that was received were left out.`,
      ...quoteSentences(definition, responses),
      ...tableSentences(definition, released, notTested),
    ]
  return [
    titles.length === 0
      ? 'Nothing that was received about respondents is published, only their answers. Names, contact details and everything else were left out.'
      : `Of what was received about respondents, only ${listed(titles)} ${titles.length === 1 ? 'is' : 'are'} published. Names, contact details and everything else were left out.`,
    ...classSentences(definition, responses.report),
    ...withheldSentences(definition, responses.report),
    ...confidentialSentences(responses.report),
    `The responses are sorted by what is published and numbered in that order: neither says anything else. ${uniqueSentence(responses)}`,
    ...(unpublished.length === 0
      ? []
      : [
          `${counted(unpublished.length, 'question', 'questions')} whose answers could give somebody away (answers in people\u2019s own words, exact numbers, facts about a person that others can know, and what would say what few people answered) ${unpublished.length === 1 ? 'is' : 'are'} left out of the responses.`,
        ]),
    ...quoteSentences(definition, responses),
    ...tableSentences(definition, released, notTested),
  ]
}

/** The rules, what they took from the tables, and that their keeping was tested. */
const tableSentences = (
  definition: Definition,
  released: ReleasedTables,
  notTested: readonly NotTested[],
): readonly string[] => [
  ...ruleStatements(definition, released, notTested),
  ...waiverStatements(definition),
  ...hiddenStatements(released),
  attackStatement(definition, notTested),
]

/** How those who are quoted are protected. */
function quoteSentences(
  definition: Definition,
  { quotes = [] }: ReleasedTables['responses']['responses'],
): readonly string[] {
  if (quotes.length === 0) return []
  const least = riskModel(definition.privacy).attribution_class
  return [
    `${counted(quotes.length, 'quote is', 'quotes are')} published, each approved by a person. Words in them that could identify somebody are replaced by what they are, such as [name]. A quote is attributed to a group that at least ${least} respondents share, or to an organisation that agreed to be named; it belongs to no line of the responses, and its place among the quotes means nothing. Nobody is quoted who asked not to be.`,
  ]
}

/** Who is counted and in no row. */
const confidentialSentences = ({ confidential, omitted }: AnonymityReport): readonly string[] =>
  confidential === 0
    ? []
    : [
        `Who asked for confidentiality is counted in the tables and in none of these responses${omitted === 0 ? '' : ', nor are some others, so that nobody\u2019s answers follow from what is missing'}.`,
      ]

/** How many rows are like no other in all that is published of them. */
const uniqueSentence = ({ report, rows }: ReleasedTables['responses']['responses']): string =>
  report.uniques === 0
    ? 'Every one of them is like another in all that is published of it.'
    : `${counted(report.uniques, 'response is', 'responses are')} (${Math.round((100 * report.uniques) / rows)} per cent) like no other in all that is published of it: who knows enough of what somebody answered could find it there, and read the rest.`

/** What it took to make every combination of details common enough. */
function classSentences(definition: Definition, report: AnonymityReport): readonly string[] {
  if (report.identifying.length === 0 || report.classes === 0) return []
  const combination =
    report.identifying.length === 1
      ? 'Every value of this detail (the quasi-identifier)'
      : 'Every combination of these details (the quasi-identifiers)'
  const grouped = report.identifying
    .filter(({ merged, values }) => merged && values > 0)
    .map(({ variable }) => `\u201c${titleOf(definition, variable)}\u201d`)
  const withheld = report.identifying
    .filter(({ blanked }) => blanked > 0)
    .map(
      ({ variable, blanked }) =>
        `\u201c${titleOf(definition, variable)}\u201d in ${counted(blanked, 'response', 'responses')}`,
    )
  return [
    [
      `${combination} is shared by at least ${counted(report.smallestClass, 'response', 'responses')}, its equivalence class.`,
      ...(grouped.length === 0
        ? []
        : [
            `For this, ${listed(grouped)} ${grouped.length === 1 ? 'is' : 'are'} given in broader groups, the same in all rows (recoding).`,
          ]),
      ...(withheld.length === 0
        ? []
        : [`${NOTHING.notReleased} stands in place of ${listed(withheld)} that would have been too rare.`]),
    ].join(' '),
  ]
}

/** Which answers are missing in the responses; tables count them. */
function withheldSentences(definition: Definition, report: AnonymityReport): readonly string[] {
  const withheld = report.withheld.filter(({ everywhere, responses }) => !everywhere && responses > 0)
  if (withheld.length === 0) return []
  const textOf = (id: string) => definition.questions.find((question) => question.id === id)?.text ?? id
  const where = withheld.map(
    ({ question, responses }) =>
      `to \u201c${textOf(question)}\u201d in ${counted(responses, 'response', 'responses')}`,
  )
  return [
    `Sharing these details must not tell what somebody answered, nor who was asked what. Answers ${listed(where)} are not shown there (${NOTHING.notReleased}); the tables count them.`,
  ]
}

/** A detail is a variable, or a question that asks for a fact about the person. */
const titleOf = ({ variables, questions }: Definition, id: string): string =>
  variables.find((variable) => variable.id === id)?.title ??
  questions.find((question) => question.id === id)?.text ??
  id
