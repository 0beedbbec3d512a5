import type { SubmissionSource } from '../artefacts.ts'
import type { SetAsideRule } from '../definition/index.ts'
import { literal } from '../engine/index.ts'

/** SQL: the reason why a row counts for nothing, by the rules of its file and of its platform; NULL where it counts. */
export function setAsideSql(rules: readonly SetAsideRule[], source: SubmissionSource): string {
  const own = source.conventions.notResponses.map(
    ({ reason, holds }) => `WHEN ${holds} THEN ${literal(reason)}`,
  )
  const stated = rules.map(({ reason, column, equals = [], startsWith = [] }) => {
    const cell = source.headings.get(column) ?? 'NULL'
    const equal = equals.map((text) => `without_blanks(${cell}) = ${literal(text)}`)
    const starts = startsWith.map((text) => `starts_with(${cell}, ${literal(text)})`)
    return `WHEN ${[...equal, ...starts].join(' OR ') || 'false'} THEN ${literal(reason)}`
  })
  const cases = [...own, ...stated]
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`
}
