import { answerColumns, type Condition, type Definition, type Id } from '../definition/index.ts'
import { identifier, literal, literals } from '../engine/index.ts'

/**
 * A condition as SQL over columns named as questions, variables and `source` (file name). Always true
 * or false: what is not known does not hold.
 */
export function conditionSql(definition: Definition, condition: Condition): string {
  const parts = Object.entries(condition).map(([name, values]) => part(definition, name, values))
  return parts.length === 0 ? 'true' : parts.join(' AND ')
}

function part(definition: Definition, name: Id, values: readonly string[]): string {
  const question = definition.questions.find(({ id }) => id === name)
  if (question?.kind !== 'multiple') {
    return `coalesce(${identifier(name)} IN (${literals(values)}), false)`
  }
  const ticked = answerColumns(question)
    .filter(({ option }) => option !== undefined && values.includes(option))
    .map((column) => `${identifier(column.name)} = ${literal('true')}`)
  return `coalesce(${ticked.join(' OR ') || 'false'}, false)`
}
