import {
  baseColumn,
  type Condition,
  codedQuestions,
  type Definition,
  groupColumn,
  isMeasured,
  measureColumn,
  populationColumn,
  themeColumns,
} from '../definition/index.ts'
import { identifier } from '../engine/index.ts'
import type { Withheld } from './withheld.ts'

/**
 * SQL for what tables need of a response and no release holds: its populations and bases, its sample
 * design, numbers to be averaged, and variables that tables are broken down by without being published.
 * Whose answer is withheld is in no population and no base that goes by it, or its size would tell.
 */
export function privateColumns(definition: Definition, withheld: Withheld): readonly string[] {
  const { questions, populations, tables, privacy } = definition
  const unless = (name: string, hidden: string | undefined, otherwise: string) => {
    const column = `r.${identifier(name)}`
    return hidden === undefined
      ? column
      : `CASE WHEN ${hidden} THEN ${otherwise} ELSE ${column} END AS ${identifier(name)}`
  }
  const member = (name: string, condition: Condition | undefined) =>
    unless(name, withheld(Object.keys(condition ?? {})), 'false')
  const variables = new Set([...tables.breakdowns, ...tables.banners].flat())
  return [
    ...populations.map(({ id, where }) => member(populationColumn(id), where)),
    ...questions.flatMap(({ id, base }) => (base.of === 'rule' ? [member(baseColumn(id), base.rule)] : [])),
    ...questions.filter(isMeasured).map(({ id }) => unless(measureColumn(id), withheld([id]), 'NULL')),
    ...codedQuestions(definition).flatMap((question) =>
      themeColumns(question).map((name) => unless(name, withheld([question.id]), 'NULL')),
    ),
    ...['weight', 'stratum', 'cluster', 'population_size'].map((name) => `r.${identifier(name)}`),
    ...definition.variables
      .filter(({ id }) => variables.has(id) && !privacy.publish.includes(id))
      .map(({ id }) => `r.${identifier(id)} AS ${identifier(groupColumn(id))}`),
  ]
}
