import { knownLabel, oneLine } from '../label-key.ts'
import type { Definition, Population, ResponseSource, Variable, Weighting } from '../model.ts'
import { fillCondition, type Labels } from './condition.ts'
import { fillDescription } from './description.ts'
import { fillFrame, fillInvitees, fillResponses } from './files.ts'
import { given, listOf, mapRecord } from './given.ts'
import { fillOpenText } from './open-text.ts'
import { fillPrivacy } from './privacy.ts'
import { fillPublication } from './publication.ts'
import { fillQuestion, labelsOfWritten } from './question.ts'
import { fillTables } from './tables.ts'
import type { WrittenDefinition, WrittenVariable } from './written.ts'

/**
 * A written definition with every default filled in and every label as its list spells it. Says
 * nothing of names that do not exist: that is checked afterwards.
 */
export function fill(written: WrittenDefinition, id: string): Definition {
  const variables = [
    ...Object.entries(written.variables ?? {}).map(([name, each]) => fillVariable(name, each)),
    ...channelVariable(written),
  ]
  const questions = Object.entries(written.questions)
  const labels: Labels = new Map([
    ...variables.map((each) => [each.id, each.values] as const),
    ...questions.flatMap(([name, each]) => labelsOfWritten(name, each)),
  ])
  const responses = listOf(written.responses).map((each) =>
    fillResponses(each, written.frame !== undefined, labels),
  )
  const populationIds = Object.keys(written.populations ?? { [ALL_RESPONSES.id]: ALL_RESPONSES })
  const frame = written.frame && fillFrame(written.frame)
  const invitees = written.invitees && fillInvitees(written.invitees)
  const tables = fillTables(written.tables ?? {}, { frame, invitees, responses, variables, populationIds })
  const { publisher, licence, fieldwork, printed } = written
  return {
    id,
    title: oneLine(written.title),
    description: oneLine(written.description ?? written.title),
    publisher,
    licence,
    ...fillPublication(written),
    language: written.language ?? 'en-GB',
    keywords: written.keywords ?? [],
    fieldwork,
    sources: (written.sources ?? []).map((each) => ({ ...each, title: oneLine(each.title) })),
    notes: (written.notes ?? []).map(oneLine),
    ...fillDescription(written),
    ...given({ frame, invitees, printed }),
    responses,
    variables,
    questions: questions.flatMap(([name, each]) => fillQuestion(name, each, tables.populations, labels)),
    populations: fillPopulations(written, labels),
    tables,
    waves: (written.waves ?? []).map((wave) => ({ ...wave, tables: wave.tables ?? {} })),
    ...given({
      weighting: fillWeighting(written, responses, labels),
      openText: written.open_text && fillOpenText(written.open_text, publishedVariables(written), labels),
    }),
    ...fillConventions(written),
  }
}

const ALL_RESPONSES: Population = { id: 'all_responses', title: 'All responses', base: 'all respondents' }

/** Of what is published, that which quotes can be attributed to: an answer is none of it. */
const publishedVariables = ({ privacy, questions }: WrittenDefinition): readonly string[] =>
  (privacy?.publish ?? []).filter((id) => !Object.hasOwn(questions, id))

/** Weights are used where a column has them, or where they are to be made. */
function fillWeighting(
  { weighting }: WrittenDefinition,
  responses: readonly ResponseSource[],
  labels: Labels,
): Weighting | undefined {
  const given = responses.some(({ columns }) => Object.hasOwn(columns, 'weight'))
  if (weighting === undefined) return given ? { rake: [] } : undefined
  const { rake = [], ...rest } = weighting
  return {
    ...rest,
    rake: rake.flatMap((each) =>
      typeof each === 'string'
        ? [{ variable: each }]
        : Object.entries(each).map(([variable, totals]) => ({
            variable,
            totals: mapRecord(totals, (value, total) => [
              knownLabel(oneLine(value), labels.get(variable) ?? []),
              total,
            ]),
          })),
    ),
  }
}

/** The channel of a response is a variable like any other, its values the channels of the files. */
function channelVariable({ responses, variables = {} }: WrittenDefinition): readonly Variable[] {
  const channels = listOf(responses).flatMap(({ channel }) => channel ?? [])
  if (channels.length === 0 || Object.hasOwn(variables, 'channel')) return []
  return [fillVariable('channel', { values: [...new Set(channels)] })]
}

function fillPopulations({ populations }: WrittenDefinition, labels: Labels): readonly Population[] {
  if (populations === undefined) return [ALL_RESPONSES]
  return Object.entries(populations).map(([id, { title, base, where }]) => ({
    id,
    title: oneLine(title),
    base: oneLine(base),
    ...given({ where: where && fillCondition(where, labels) }),
  }))
}

function fillVariable(id: string, { title, values, groups }: WrittenVariable): Variable {
  const known = values.map(oneLine)
  const inWords = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('_', ' ')}`
  return {
    id,
    title: oneLine(title ?? inWords),
    values: known,
    groups: listOf(groups ?? []).map((level) =>
      mapRecord(level, (label, members) => [label, members.map((member) => knownLabel(member, known))]),
    ),
  }
}

function fillConventions({ cleaning = {}, reporting = {}, privacy = {} }: WrittenDefinition) {
  const { keep = 'last complete', partial = 'set aside', dates } = cleaning
  const { decimals = 0, low = '**', zero = '0', not_applicable: notApplicable = '-' } = reporting
  return {
    cleaning: { keep, partial, unlistedAnswers: cleaning.unlisted_answers ?? 'refuse', ...given({ dates }) },
    reporting: { decimals, low, zero, notApplicable },
    privacy: fillPrivacy(privacy),
  }
}
