import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type CodedCell, codeSql, knownLabelSql } from './labels.ts'

/** Name of the ENUM type of a variable: its values and the kinds of nothing. */
export const variableType = (variable: string): string => `variable_${variable}`

/** The variables that a source carries, coded to their values. */
export function variableProjections(definition: Definition, source: SubmissionSource): readonly Projection[] {
  return definition.variables.flatMap(({ id, values }) => {
    const cell = source.columns.get(id)
    if (cell === undefined) return []
    return [{ name: id, sql: codeSql(coded(cell, variableType(id), values), NOTHING.noReply, NOTHING.error) }]
  })
}

const coded = (raw: string, type: string, labels: readonly string[]): CodedCell => ({
  raw,
  known: knownLabelSql(raw, type),
  type,
  labels,
})
