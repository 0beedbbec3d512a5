import type { Projection, SubmissionSource } from '../artefacts.ts'
import { type Definition, labelKey, type ResponseSource } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'

/**
 * What one file writes differently, undone before anything looks at a cell (GSBPM 5.2): characters that its
 * platform escapes, texts that mean no reply, numbers instead of labels, wordings of its own. One
 * projection for each raw column that needs it; none for a file that writes as the definition does.
 */
export function cellProjections(
  definition: Definition,
  plan: ResponseSource,
  source: SubmissionSource,
): readonly Projection[] {
  const missing = [...plan.missing, ...source.conventions.missing]
  const { escapes } = source.conventions
  return [...source.columns].flatMap(([name, cell]) => {
    if (ROLES.has(name)) return []
    const plain = escapes.reduce(
      (sql, [written, meant]) => `replace(${sql}, ${literal(written)}, ${literal(meant)})`,
      cell,
    )
    const present =
      missing.length === 0
        ? plain
        : `CASE WHEN list_contains([${literals(missing)}], trim(${plain})) THEN NULL ELSE ${plain} END`
    const sql = relabelled(present, listOf(definition, name), plan, name)
    return sql === cell ? [] : [{ name: cell, sql }]
  })
}

/** Columns that are no answers: times, links and the sample design are read as they stand. */
const ROLES = new Set([
  ...['link', 'unit', 'unit_name', 'started', 'submitted', 'covers'],
  ...['weight', 'stratum', 'cluster', 'population_size'],
])

/** The code list of a column that holds one label; nothing for several in one cell, numbers and words. */
function listOf(definition: Definition, name: string): readonly string[] | undefined {
  const variable = definition.variables.find(({ id }) => id === name)
  if (variable !== undefined) return variable.values
  const question = definition.questions.find(({ id }) => id === name)
  return question?.kind === 'single' ? question.answers : undefined
}

function relabelled(
  cell: string,
  labels: readonly string[] | undefined,
  { recode, answersAs }: ResponseSource,
  name: string,
): string {
  if (labels === undefined) return cell
  const wordings = recode[name]
  const numbered =
    answersAs === 'labels'
      ? cell
      : `coalesce(list_extract([${literals(labels)}], ${placeSql(cell)}), ${cell})`
  if (wordings === undefined) return numbered
  return `coalesce(${recoded(wordings, `label_key(${cell})`)}, ${numbered})`
}

/**
 * SQL: the place in a list that a cell names: 1 for the first. NULL for anything but a whole number above 0,
 * because lists can also be counted from their end, and a code such as -1 means that there is no answer.
 */
export const placeSql = (cell: string): string =>
  `try_cast(regexp_extract(trim(${cell}), '^0*([1-9][0-9]{0,8})(?:[.]0*)?$', 1) AS INTEGER)`

/** SQL: the label that a wording, given by its key, stands for; NULL for other wordings. */
export function recoded(wordings: Readonly<Record<string, string>>, key: string): string {
  const entries = Object.entries(wordings)
  const from = literals(entries.map(([wording]) => labelKey(wording)))
  return `list_extract([${literals(entries.map(([, label]) => label))}], list_position([${from}], ${key}))`
}
