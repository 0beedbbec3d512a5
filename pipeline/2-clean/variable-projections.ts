import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { ruleColumn } from './answer-projections.ts'
import { type CodedCell, codeSql, codingRuleSql, knownLabelSql } from './labels.ts'

/** Name of the ENUM type of a variable: its values and the kinds of nothing. */
export const variableType = (variable: string): string => `variable_${variable}`

/**
 * The variables that a source carries, coded to their values, and `rule_<variable>`, the coding rule each
 * needed.
 */
export function variableProjections(definition: Definition, source: SubmissionSource): readonly Projection[] {
  return definition.variables.flatMap(({ id, values }) => {
    const raw = source.columns.get(id)
    if (raw === undefined) return []
    const cell = coded(raw, variableType(id), values)
    return [
      { name: id, sql: codeSql(cell, NOTHING.noReply, NOTHING.error) },
      { name: ruleColumn(id), sql: codingRuleSql(cell) },
    ]
  })
}

const coded = (raw: string, type: string, labels: readonly string[]): CodedCell => ({
  raw,
  known: knownLabelSql(raw, type),
  type,
  labels,
})
