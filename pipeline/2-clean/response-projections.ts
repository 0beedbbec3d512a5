import type { Projection, SubmissionSource } from '../artefacts.ts'
import type { Definition, ResponseSource } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { answerProjections } from './answer-projections.ts'
import { variableProjections } from './variable-projections.ts'

/** Everything to be read of one response file, in one pass. */
export function responseProjections(
  definition: Definition,
  plan: ResponseSource,
  source: SubmissionSource,
): readonly Projection[] {
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  return [
    { name: 'link', sql: `code_text(${cell('link')})` },
    { name: 'unit_key', sql: `code_text(${cell('unit')})` },
    { name: 'unit_name', sql: cell('unit_name') },
    { name: 'covers', sql: cell('covers') },
    { name: 'submitted', sql: timestamp(cell('submitted'), definition.cleaning.dates) },
    {
      name: 'complete',
      sql: source.columns.has('submitted') ? `(${cell('submitted')} IS NOT NULL)` : 'true',
    },
    { name: 'not_a_response', sql: notAResponse(plan, source) },
    { name: 'digest', sql: digest(definition, source) },
    ...variableProjections(definition, source),
    ...definition.questions.flatMap((question) => answerProjections(question, source)),
  ]
}

/** Exports write dates in several notations, sometimes in one file; the order of day and month is declared. */
function timestamp(cell: string, order: 'day first' | 'month first'): string {
  if (cell.startsWith('NULL')) return 'NULL::TIMESTAMP'
  const date = order === 'day first' ? '%d/%m/%Y' : '%m/%d/%Y'
  const short = date.replace('%Y', '%y')
  const formats = [`${date} %H:%M:%S`, `${date} %H:%M`, date, `${short} %H:%M:%S`, `${short} %H:%M`, short]
  return `coalesce(try_cast(${cell} AS TIMESTAMP), try_strptime(trim(${cell}), [${literals(formats)}]))`
}

function notAResponse(plan: ResponseSource, source: SubmissionSource): string {
  const cases = plan.setAside.map((rule) => {
    const cell = source.headings.get(rule.column) ?? 'NULL'
    const equal = (rule.equals ?? []).map((text) => `without_blanks(${cell}) = ${literal(text)}`)
    const starts = (rule.startsWith ?? []).map((text) => `starts_with(${cell}, ${literal(text)})`)
    return `WHEN ${[...equal, ...starts].join(' OR ') || 'false'} THEN ${literal(rule.reason)}`
  })
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`
}

/**
 * A row's own mark, the same in whatever order rows arrive: a hash of every column but the open answers,
 * which are long and add nothing. Private: it is made of what identifies, and only orders rows.
 */
function digest(definition: Definition, source: SubmissionSource): string {
  const open = new Set(
    definition.questions.filter(({ kind }) => kind === 'open').map(({ id }) => source.columns.get(id)),
  )
  const cells = [...source.headings.values()].filter((column) => !open.has(column))
  return `hash(${[literal(source.file), ...cells].join(', ')})`
}
