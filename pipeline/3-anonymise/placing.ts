import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Group } from './classes.ts'
import type { Candidate } from './partition/index.ts'

/**
 * Relation of a candidate: for each combination of true values (positions) its class. Its columns, and those of every
 * query over rows, have names with a blank in them, which no variable and no question can have.
 */
const PLACING = 'row_classes'

/** Relation of further responses that are in no row, so that enough people are missing: their `row`. */
export const OMITTED = 'omitted'

/** Column with the class of a row. */
export const ROW_CLASS = 'row class'

/** Column with the position of a variable's true value in its code list. */
export const valueColumn = (variable: number): string => `row value ${variable}`

/** SQL of the rows that leave, and of the class of each. */
export interface Placing {
  /** `FROM ... WHERE ...` with `r`, the responses, and `k."row class"`. */
  readonly from: string
  /** Whether a response `r` leaves as a row. */
  readonly leaves: string
}

/** Whether anybody could ask for confidentiality. */
export const hasConfidential = ({ responses }: Definition): boolean =>
  responses.some(({ columns }) => Object.hasOwn(columns, 'do_not_publish'))

/** SQL: whether whoever sent a response `r` did not ask for confidentiality. */
export const isOpen = (definition: Definition): string =>
  hasConfidential(definition) ? 'NOT coalesce(r.do_not_publish, false)' : 'true'

/** Writes the classes of a candidate, and gives the SQL that reads rows by class. */
export async function place(
  engine: Engine,
  definition: Definition,
  relation: string,
  groups: readonly Group[],
  { classes }: Candidate,
): Promise<Placing> {
  const { publish } = definition.privacy
  const values = publish.map(
    (_, variable) => [valueColumn(variable), groups.map((group) => group.values[variable] ?? 0)] as const,
  )
  await engine.run(`DROP TABLE IF EXISTS ${PLACING}`)
  await engine.table(PLACING, new Map([[ROW_CLASS, classes], ...values]))
  await engine.run(`CREATE OR REPLACE TABLE ${OMITTED} (row BIGINT)`)
  const leaves = hasConfidential(definition)
    ? `${isOpen(definition)} AND r.rowid NOT IN (SELECT row FROM ${OMITTED})`
    : 'true'
  return {
    from: `FROM ${identifier(relation)} r JOIN ${PLACING} k ON ${sameValues(definition, 'k')} WHERE ${leaves}`,
    leaves,
  }
}

/** SQL: whether a response `r` has the combination of a row of `table`. */
export const sameValues = ({ privacy }: Definition, table: string): string =>
  privacy.publish
    .map((id, variable) => `enum_code(r.${identifier(id)}) = ${table}.${identifier(valueColumn(variable))}`)
    .join(' AND ') || 'true'
