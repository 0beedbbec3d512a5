import { type Field, NOTHING } from '../artefacts.ts'
import { allAnswerColumns, type Definition } from '../definition/index.ts'
import { groupOf } from './identifying.ts'
import { sensitiveQuestions } from './sensitive.ts'

/** The allow-list as columns: an id, the variables the definition publishes, the answers. Nothing else leaves. */
export function publishedFields(definition: Definition, level: readonly number[]): readonly Field[] {
  const id: Field = {
    name: 'id',
    title: 'Number of the response in this file; it means nothing elsewhere',
    type: 'number',
    categories: [],
    ordered: false,
    missing: [],
  }
  return [
    id,
    ...definition.privacy.publish.map((name, index) => variableField(definition, name, level[index] ?? 0)),
    ...answerFields(definition),
  ]
}

function variableField(definition: Definition, name: string, level: number): Field {
  const variable = definition.variables.find(({ id }) => id === name)
  if (variable === undefined) throw new Error(`variable ${name} is not declared`)
  const groups = variable.groups[level - 1] ?? {}
  const labels = variable.values.map((value) => groupOf(groups, value))
  return {
    name,
    title: variable.title,
    type: 'string',
    categories: [...new Set(labels)],
    ordered: false,
    missing: [NOTHING.noReply, NOTHING.error, NOTHING.notReleased],
  }
}

function answerFields(definition: Definition): readonly Field[] {
  const withheld = sensitiveQuestions(definition).flatMap((each) => [...each.withheld])
  return allAnswerColumns(definition).map(({ name, question, kind, labels, option }) => ({
    name,
    title: option === undefined ? question.text : `${question.text} – ${option}`,
    type: kind === 'ticked' ? 'boolean' : 'string',
    categories: labels,
    ordered: question.kind === 'number' || (question.kind === 'single' && question.ordered),
    missing: [
      ...[NOTHING.notAsked, NOTHING.noReply, NOTHING.error],
      ...(withheld.includes(question.id) ? [NOTHING.notReleased] : []),
    ],
    question: question.id,
  }))
}
