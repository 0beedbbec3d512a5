/**
 * Aggregate (GSBPM 5.7). In: valid anonymous responses. Out: every table, unprotected: response rates,
 * coverage, each closed question by population with its base, and the breakdowns asked for. Does not
 * belong here: deciding what may be seen (6-protect), how it looks (7-package).
 */
import { type Figure, NOTHING, seal, type Table, type Tables, type ValidResponses } from '../artefacts.ts'
import { answerColumns, type Definition, populationColumn, type Question } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { coverageTable, profileTable } from './coverage-tables.ts'
import { type Group, questionTable } from './question-table.ts'
import { rateTable, type Unnumbered } from './rate-tables.ts'

export { impossibleColumns, type PrintedColumn } from './impossible.ts'
export { percent } from './percent.ts'
export { type Reconciliation, reconcile } from './reconcile.ts'

export async function aggregate(
  engine: Engine,
  definition: Definition,
  valid: ValidResponses,
): Promise<Tables> {
  const { responses } = valid
  const rates: Unnumbered[] = []
  for (const id of definition.tables.responseRates) {
    const table = await rateTable(engine, definition, id, responses.people, responses.units)
    if (table !== undefined) rates.push(table)
  }
  const questions = definition.questions.filter((question) => answerColumns(question).length > 0)
  const tableOf = new Map(questions.map(({ id }, index) => [id, String(rates.length + index + 1)]))
  const tables: Table<Figure>[] = rates.map((table, index) => ({ ...table, id: String(index + 1) }))
  if (responses.units !== undefined) {
    if (definition.tables.coverage) tables.push(await coverageTable(engine, definition, responses.units))
    for (const id of definition.tables.profile) {
      tables.push(await profileTable(engine, definition, id, responses.units))
    }
  }
  for (const question of questions) {
    const groups = populationGroups(definition, question)
    tables.push(await questionTable(engine, definition, responses.relation, question, groups, tableOf))
  }
  for (const variable of definition.tables.breakdowns) {
    const groups = await breakdownGroups(engine, definition, responses.relation, variable)
    for (const question of questions) {
      const table = await questionTable(engine, definition, responses.relation, question, groups, tableOf)
      tables.push({
        ...table,
        id: `${table.id}_by_${variable}`,
        title: `${table.title} (by ${variable})`,
        kind: 'breakdown',
      })
    }
  }
  return seal<Tables>({ tables, responses: valid })
}

function populationGroups(definition: Definition, question: Question): readonly Group[] {
  return question.populations.flatMap((id) => {
    const population = definition.populations.find((candidate) => candidate.id === id)
    return population === undefined ? [] : [{ population, member: identifier(populationColumn(id)) }]
  })
}

async function breakdownGroups(
  engine: Engine,
  definition: Definition,
  relation: string,
  variable: string,
): Promise<readonly Group[]> {
  const column = identifier(variable)
  const title = definition.variables.find(({ id }) => id === variable)?.title ?? variable
  const rows =
    await engine.rows(`SELECT DISTINCT ${column}::VARCHAR AS label, ${column} FROM ${identifier(relation)}
    WHERE ${column} <> ${literal(NOTHING.notReleased)} ORDER BY ${column}`)
  return rows.map(({ label }) => ({
    population: {
      id: `${variable}: ${label}`,
      title: String(label),
      base: `respondents with ${title.toLowerCase()} ${label}`,
    },
    member: `${column} = ${literal(String(label))}`,
  }))
}
