import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { literal } from '../engine/index.ts'
import { ruleColumn } from './answer-names.ts'
import { type CodedCell, codeSql, codingRuleSql, knownLabelSql } from './labels.ts'

/** Name of the ENUM type of a variable: its values and the kinds of nothing. */
export const variableType = (variable: string): string => `variable_${variable}`

/**
 * The variables that a source carries, coded to their values, and `rule_<variable>`, the coding rule each
 * needed. The channel is said of the whole file.
 */
export function variableProjections(
  definition: Definition,
  source: SubmissionSource,
  channel?: string,
): readonly Projection[] {
  return definition.variables.flatMap(({ id, values }) => {
    const said = id === 'channel' && channel !== undefined ? literal(channel) : undefined
    const raw = source.columns.get(id) ?? said
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
