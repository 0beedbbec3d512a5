/**
 * Aggregate (GSBPM 5.7). In: valid anonymous responses. Out: every table, unprotected: response rates,
 * coverage, each closed question by population with its base, the themes of open ones, means, tests, the
 * breakdowns asked for, and earlier waves beside this one. Does not belong here: deciding what may be seen
 * (6-protect), how it looks (7-package).
 */
import {
  type Figure,
  type SubmissionSource,
  seal,
  type Table,
  type Tables,
  type ValidResponses,
} from '../artefacts.ts'
import { answerColumns, type Definition, isMeasured, type Question } from '../definition/index.ts'
import { planOf } from '../disclosure/index.ts'
import type { Engine } from '../engine/index.ts'
import { comparisonTable } from './comparison-table.ts'
import { coverageTable, profileTable } from './coverage-tables.ts'
import { designOf } from './design-of.ts'
import { estimatesTable } from './estimates-table.ts'
import { bannerGroups, breakdownGroups, type Group, populationGroups } from './groups.ts'
import { innerCounts } from './inner-counts.ts'
import { questionTable, type Tabulation } from './question-table.ts'
import { rateTable, type Unnumbered } from './rate-tables.ts'
import { asThemeTable, questionsOfThemes } from './theme-tables.ts'
import { waveTables } from './wave-tables.ts'

export { percent } from '../percent.ts'
export { impossibleColumns, type PrintedColumn } from './impossible.ts'
export { type Reconciliation, reconcile } from './reconcile.ts'

/** `waves` are the tables of earlier releases, in the order of the definition. */
export async function aggregate(
  engine: Engine,
  definition: Definition,
  valid: ValidResponses,
  waves: readonly SubmissionSource[],
): Promise<Tables> {
  const { responses } = valid
  const rates: Unnumbered[] = []
  for (const id of definition.tables.responseRates) {
    const table = await rateTable(engine, definition, id, responses.people, responses.units)
    if (table !== undefined) rates.push(table)
  }
  const questions = definition.questions.filter(
    (question) => answerColumns(question).length > 0 || isMeasured(question),
  )
  const tableOf = new Map(questions.map(({ id }, index) => [id, String(rates.length + index + 1)]))
  const tables: Table<Figure>[] = rates.map((table, index) => ({ ...table, id: String(index + 1) }))
  if (responses.units !== undefined) {
    if (definition.tables.coverage) tables.push(await coverageTable(engine, definition, responses.units))
    for (const id of definition.tables.profile) {
      tables.push(await profileTable(engine, definition, id, responses.units))
    }
  }
  const design = await designOf(engine, definition, valid)
  const tabulation = { engine, definition, relation: responses.counted, design, tableOf }
  const main: Table<Figure>[] = []
  for (const question of questions) {
    main.push(...(await tablesOf(tabulation, question, populationGroups(definition, question))))
  }
  const themes = questionsOfThemes(definition)
  for (const question of themes) {
    const made = await tablesOf(tabulation, question, populationGroups(definition, question))
    main.push(...made.map(asThemeTable))
  }
  tables.push(...main)
  for (const names of definition.tables.breakdowns) {
    const groups = await breakdownGroups(engine, definition, responses.counted, names)
    for (const question of questions) {
      const made = await tablesOf(tabulation, question, groups)
      tables.push(...made.map((table) => brokenDown(table, names)))
    }
    for (const question of themes) {
      const made = await tablesOf(tabulation, question, groups)
      tables.push(...made.map((table) => brokenDown(asThemeTable(table), names)))
    }
  }
  for (const names of definition.tables.banners) {
    const groups = await bannerGroups(engine, definition, tabulation.relation, names)
    for (const question of questions) {
      const made = await tablesOf(tabulation, question, groups, 'untested')
      tables.push(...made.map((table) => sideBySide(table, names)))
    }
    for (const question of themes) {
      const made = await tablesOf(tabulation, question, groups, 'untested')
      tables.push(...made.map((table) => sideBySide(asThemeTable(table), names)))
    }
  }
  tables.push(...(await waveTables(engine, definition, waves, main)))
  const plan = planOf(definition, tables, responses)
  return seal<Tables>({
    tables,
    plan,
    inner: await innerCounts(engine, definition, responses.counted, plan, responses.classes),
    responses: valid,
  })
}

/** The same tables beside other rows: what they count is the same. */
export const besideRows = (
  definition: Definition,
  { tables, inner }: Tables,
  valid: ValidResponses,
): Tables =>
  seal<Tables>({ tables, inner, plan: planOf(definition, tables, valid.responses), responses: valid })

/**
 * The tables of one question by these groups: answers, means, tests; no tests between groups of different variables, which
 * overlap and are not compared.
 */
async function tablesOf(
  tabulation: Tabulation,
  question: Question,
  groups: readonly Group[],
  tests: 'tested' | 'untested' = 'tested',
): Promise<readonly Table<Figure>[]> {
  if (groups.length === 0) return []
  const closed = answerColumns(question).length > 0
  const answers = closed ? [await questionTable(tabulation, question, groups)] : []
  const estimates = await estimatesTable(tabulation, question, groups)
  const differences =
    closed && tests === 'tested' && tabulation.definition.tables.significance
      ? await comparisonTable(tabulation, question, groups)
      : undefined
  const of = answers[0] === undefined ? {} : { of: answers[0].id }
  return [
    ...answers,
    ...[estimates, differences].flatMap((table) => (table === undefined ? [] : [{ ...table, ...of }])),
  ]
}

const brokenDown = (table: Table<Figure>, names: readonly string[]): Table<Figure> =>
  asBreakdown(table, `_by_${names.join('_by_')}`, names.join(' and '))

/** No identifier has a hyphen, so a banner is never called as a breakdown is. */
const sideBySide = (table: Table<Figure>, names: readonly string[]): Table<Figure> =>
  asBreakdown(
    table,
    `_by_${names.join('-')}`,
    `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, side by side`,
  )

function asBreakdown(table: Table<Figure>, suffix: string, by: string): Table<Figure> {
  return {
    ...table,
    id: `${table.id}${suffix}`,
    title: `${table.title} (by ${by})`,
    kind: 'breakdown',
    ...(table.of === undefined ? {} : { of: `${table.of}${suffix}` }),
  }
}
