import { knownLabel, oneLine } from '../label-key.ts'
import type { Definition, Population, Variable } from '../model.ts'
import { fillFrame, fillInvitees, fillResponses } from './files.ts'
import { given, listOf, mapRecord } from './given.ts'
import { fillCondition, fillQuestion } from './question.ts'
import { fillTables } from './tables.ts'
import type { WrittenDefinition, WrittenVariable } from './written.ts'

/**
 * A written definition with every default filled in and every label as its list spells it. Says
 * nothing of names that do not exist: that is checked afterwards.
 */
export function fill(written: WrittenDefinition, id: string): Definition {
  const variables = Object.entries(written.variables ?? {}).map(([name, each]) => fillVariable(name, each))
  const responses = listOf(written.responses).map((each) => fillResponses(each, written.frame !== undefined))
  const questions = Object.entries(written.questions)
  const populationIds = Object.keys(written.populations ?? { [ALL_RESPONSES.id]: ALL_RESPONSES })
  const frame = written.frame && fillFrame(written.frame)
  const invitees = written.invitees && fillInvitees(written.invitees)
  const tables = fillTables(written.tables ?? {}, { frame, invitees, responses, variables, populationIds })
  const labels = new Map<string, readonly string[]>(variables.map((each) => [each.id, each.values]))
  for (const [name, { answers, columns }] of questions)
    labels.set(name, (answers ?? Object.keys(columns ?? {})).map(oneLine))
  const { publisher, licence, fieldwork, published, printed } = written
  return {
    id,
    title: oneLine(written.title),
    description: oneLine(written.description ?? written.title),
    publisher,
    licence,
    version: written.version ?? '1.0.0',
    language: written.language ?? 'en-GB',
    keywords: written.keywords ?? [],
    fieldwork,
    sources: (written.sources ?? []).map((each) => ({ ...each, title: oneLine(each.title) })),
    notes: (written.notes ?? []).map(oneLine),
    ...given({ published, frame, invitees, printed }),
    responses,
    variables,
    questions: questions.map(([name, each]) => fillQuestion(name, each, tables.populations, labels)),
    populations: fillPopulations(written, labels),
    tables,
    ...fillConventions(written),
  }
}

const ALL_RESPONSES: Population = { id: 'all_responses', title: 'All responses', base: 'all respondents' }

function fillPopulations(
  { populations }: WrittenDefinition,
  labels: ReadonlyMap<string, readonly string[]>,
): readonly Population[] {
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
  const { keep = 'last complete', partial = 'set aside', dates = 'day first' } = cleaning
  const { decimals = 0, low = '**', zero = '0', not_applicable: notApplicable = '-' } = reporting
  const { profile = 'consultation', publish = [], minimum_class: minimumClass } = privacy
  return {
    cleaning: { keep, partial, unlistedAnswers: cleaning.unlisted_answers ?? 'refuse', dates },
    reporting: { decimals, low, zero, notApplicable },
    privacy: { profile, publish, ...given({ minimumClass }) },
  }
}
