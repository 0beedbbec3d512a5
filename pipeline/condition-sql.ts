import {
  answerColumns,
  type Condition,
  type ConditionPart,
  type Definition,
  type Id,
} from './definition/index.ts'
import { identifier, literal, literals } from './engine/index.ts'

/**
 * A condition as SQL over columns named as questions, variables and `source` (file name). Always true
 * or false: what is not known does not hold.
 */
export function conditionSql(definition: Definition, condition: Condition): string {
  const parts = Object.entries(condition).map(([name, each]) => part(definition, name, each))
  return parts.length === 0 ? 'true' : parts.join(' AND ')
}

function part(definition: Definition, name: Id, { how, labels }: ConditionPart): string {
  const question = definition.questions.find(({ id }) => id === name)
  if (question === undefined || question.kind !== 'multiple') {
    const all = labelsOf(definition, name)
    switch (how) {
      case 'any':
        return among(name, labels)
      case 'answered':
        return among(name, all)
      case 'none':
        return among(
          name,
          all.filter((label) => !labels.includes(label)),
        )
      case 'all':
        // Of one choice nobody gave two answers.
        return new Set(labels).size > 1 ? 'false' : among(name, labels)
    }
  }
  const columns = answerColumns(question)
  const ticked = columns
    .filter(({ option }) => option !== undefined && (how === 'answered' || labels.includes(option)))
    .map((column) => `coalesce(${identifier(column.name)} = ${literal('true')}, false)`)
  if (how === 'all') return `(${ticked.join(' AND ') || 'true'})`
  if (how !== 'none') return `(${ticked.join(' OR ') || 'false'})`
  const answered = columns.map(
    ({ name: column }) => `coalesce(${identifier(column)} = ${literal('true')}, false)`,
  )
  return `((${answered.join(' OR ')}) AND NOT (${ticked.join(' OR ') || 'false'}))`
}

const among = (name: Id, labels: readonly string[]): string =>
  labels.length === 0 ? 'false' : `coalesce(${identifier(name)} IN (${literals(labels)}), false)`

/** Every label that counts as an answer to a question, or as a value of a variable. */
function labelsOf(definition: Definition, name: Id): readonly string[] {
  const question = definition.questions.find(({ id }) => id === name)
  if (question !== undefined) return answerColumns(question).flatMap(({ labels }) => labels)
  const variable = definition.variables.find(({ id }) => id === name)
  return variable?.values ?? definition.responses.map(({ file }) => file)
}
