import { answerColumns, type Definition, type Id } from '../definition/index.ts'
import type { Field } from '../fields.ts'
import { riskModel } from '../policy.ts'
import type { Table } from '../tables.ts'
import { labelsOf, plannedQuestion, plannedThemes } from './planned-questions.ts'
import { plannedRows } from './planned-rows.ts'
import type { TabulationPlan } from './tabulation-plan.ts'

/** What leaves of the responses beside the tables. */
export interface RowsBeside {
  readonly rows: number
  /** Responses that are counted. */
  readonly responses: number
  readonly classes: { readonly leftOut: ReadonlySet<Id> }
  readonly fields: readonly Field[]
}

/** The plan of a definition, of the tables made from it, and of the rows that leave beside them. */
export function planOf(
  definition: Definition,
  tables: readonly Table<unknown>[],
  beside?: RowsBeside,
): TabulationPlan {
  const { privacy, populations, variables, responses, questions } = definition
  const groups = new Map(
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ population, group }) => (group === undefined ? [] : [[population, group]])),
    ),
  )
  const named = new Set([
    ...[...groups.values()].flatMap(({ values }) => Object.keys(values)),
    ...populations.flatMap(({ where = {} }) => Object.keys(where)),
  ])
  const isInRows = (id: Id) => beside?.classes.leftOut.has(id) !== true && !privacy.publish.includes(id)
  const files = { id: 'source', values: responses.map(({ file }) => file) }
  const asked = questions.map((question) => ({ id: question.id, values: labelsOf(question) }))
  return {
    profile: privacy.profile,
    // Where no row leaves, whatever the reason, the tables stand alone.
    rules: { ...riskModel(privacy), ...(beside?.rows === 0 ? { microdata: 0 } : {}) },
    roundedWithin: 0,
    questions: [
      ...questions
        .filter((question) => answerColumns(question).length > 0)
        .map((question) => plannedQuestion(definition, question))
        .map((planned) => (isInRows(planned.id) ? planned : { ...planned, columns: [], replies: [] })),
      ...plannedThemes(definition),
    ],
    populations: populations.map(({ id, where = {} }) => ({
      id,
      where,
      ...(questions.some((question) => Object.hasOwn(where, question.id)) ? { answers: true as const } : {}),
    })),
    groups: [...groups].map(([id, group]) => ({ id, ...group })),
    variables: [...variables, ...asked, files]
      .filter(({ id }) => named.has(id))
      .map(({ id, values }) => ({ id, values })),
    published: riskModel(privacy).microdata === 0 || beside?.rows === 0 ? [] : privacy.publish,
    ...recodedIn(beside?.fields ?? []),
    ...(beside !== undefined && beside.rows > 0 && beside.rows < beside.responses
      ? { somePeopleWithoutRow: true as const }
      : {}),
    tables: tables.flatMap(({ id, kind, question, of, columns }): TabulationPlan['tables'] => {
      if (question === undefined || kind === 'response rate') return []
      if (of === undefined) return [{ id, question, of: 'answers' }]
      return columns.some(({ statistic }) => statistic === 'estimate') ? [{ id, question, of: 'scores' }] : []
    }),
    ...(riskModel(privacy).microdata === 0 || beside?.rows === 0
      ? {}
      : { rows: plannedRows(definition, isInRows) }),
  }
}

/** Values that rows put together, as the fields of the rows say. */
function recodedIn(fields: readonly Field[]): Pick<TabulationPlan, 'recoded'> {
  const recoded = fields.flatMap(({ name, merged }) =>
    merged === undefined
      ? []
      : [[name, Object.fromEntries(merged.map(({ label, standsFor }) => [label, standsFor]))] as const],
  )
  return recoded.length === 0 ? {} : { recoded: Object.fromEntries(recoded) }
}
