import {
  baseColumn,
  codedQuestions,
  type Definition,
  groupColumn,
  isMeasured,
  measureColumn,
  populationColumn,
  themeColumns,
} from '../definition/index.ts'
import { identifier } from '../engine/index.ts'

/**
 * SQL for what tables need of a response and no release holds: its populations and bases, its sample
 * design, numbers to be averaged, and variables that tables are broken down by without being published.
 */
export function privateColumns(definition: Definition): readonly string[] {
  const { questions, populations, tables, privacy } = definition
  const kept = [
    ...populations.map(({ id }) => populationColumn(id)),
    ...questions.filter(({ base }) => base.of === 'rule').map(({ id }) => baseColumn(id)),
    ...questions.filter(isMeasured).map(({ id }) => measureColumn(id)),
    ...codedQuestions(definition).flatMap(themeColumns),
    ...['weight', 'stratum', 'cluster', 'population_size'],
  ].map((name) => `r.${identifier(name)}`)
  const variables = new Set(tables.breakdowns.flat())
  const groups = definition.variables
    .filter(({ id }) => variables.has(id) && !privacy.publish.includes(id))
    .map(({ id }) => `r.${identifier(id)} AS ${identifier(groupColumn(id))}`)
  return [...kept, ...groups]
}
