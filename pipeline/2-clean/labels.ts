import { CURLY_MARKS, labelKey, oneLine, withPlainMarks } from '../definition/index.ts'
import { identifier, literal, literals } from '../engine/index.ts'

/**
 * How far a typed label may stray from the code list and still be coded to it (GSBPM 5.2). Each step
 * includes those before it. The JavaScript normalises the code list, the SQL the answers; a property
 * test holds the two together.
 */
const CURLY = Object.values(CURLY_MARKS).join('')
const STRAIGHT = Object.entries(CURLY_MARKS)
  .map(([plain, curly]) => plain.repeat(curly.length))
  .join('')

/** Every Unicode blank, the line breaks, and the invisible marks that exports carry along. */
const BLANKS = '[\\s\\x0b\\x85\\p{Z}\\x{200b}\\x{feff}]+'

/** SQL macros used by `codeSql`; create them once an engine. */
export const LABEL_MACROS = [
  `CREATE MACRO without_blanks(x) AS trim(regexp_replace(x, ${literal(BLANKS)}, ' ', 'g'))`,
  `CREATE MACRO with_plain_marks(x) AS translate(without_blanks(x), ${literal(CURLY)}, ${literal(STRAIGHT)})`,
  `CREATE MACRO has_text(x) AS regexp_matches(x, ${literal(BLANKS.replace('[', '[^').replace('+', ''))})`,
  // A code or link of plain characters, which nearly all are, needs no cleaning.
  "CREATE MACRO code_text(x) AS CASE WHEN regexp_full_match(x, '[!-~]+') THEN x ELSE nullif(without_blanks(x), '') END",
  'CREATE MACRO label_key(x) AS lower(nfc_normalize(with_plain_marks(x)))',
]

/** What the coding of a cell came to, as written to the cleaning log. 0 is "as in the code list". */
export const CODING_RULES = {
  1: 'blanks around or inside a label removed',
  2: 'curly quotes or dashes in a label made plain',
  3: 'capitals of a label made those of the code list',
  4: 'not in the code list: kept apart as an error',
  5: 'answer to a question that the routing did not ask: removed',
  6: 'number or date out of its range, or none: kept apart as an error',
  7: 'not in the code list: counted as the answer for others, its words kept apart',
} as const
export type CodingRule = keyof typeof CODING_RULES

/**
 * SQL for cell `raw` as a value of `type`, where it is written as in the code list; NULL elsewhere.
 * Computed once a cell, before `codeSql` and `codingRuleSql`, which take it as `known`.
 */
export const knownLabelSql = (raw: string, type: string): string => `try_cast(${raw} AS ${identifier(type)})`

/** What coding a cell needs to know of it. */
export interface CodedCell {
  /** SQL of the cell as received, and of `knownLabelSql` of it. */
  readonly raw: string
  readonly known: string
  /** ENUM type: `labels` and the kinds of nothing. */
  readonly type: string
  readonly labels: readonly string[]
}

/**
 * SQL for the label of a cell. The common cases, a cell as in the code list or with blanks around it,
 * cost a look-up each; only what is left pays for normalising, once.
 */
export function codeSql({ raw, known, type, labels }: CodedCell, noReply: string, error: string): string {
  const keys = literals([...labels.map(labelKey), ''])
  const values = literals([...labels, noReply])
  const nearest = `list_extract([${values}], list_position([${keys}], label_key(${raw})))`
  return `CASE WHEN ${known} IS NOT NULL THEN ${known}
    WHEN ${raw} IS NULL THEN ${literal(noReply)}::${identifier(type)}
    ELSE coalesce(${knownLabelSql(`trim(${raw})`, type)}, ${knownLabelSql(nearest, type)},
      ${literal(error)}::${identifier(type)}) END`
}

/** SQL for the rule that `codeSql` needed, 0 for none. */
export function codingRuleSql({ raw, known, type, labels }: CodedCell): string {
  // Not IN: the engine turns long lists into a join, which normalises every cell of the column.
  const equal = (macro: string, normalise: (text: string) => string) =>
    `list_contains([${literals(labels.map(normalise))}], ${macro}(${raw}))`
  return `(CASE WHEN ${known} IS NOT NULL OR ${raw} IS NULL THEN 0
    ELSE CASE WHEN ${knownLabelSql(`trim(${raw})`, type)} IS NOT NULL THEN 1
      WHEN ${equal('with_plain_marks', withPlainMarks)}
        THEN CASE WHEN ${equal('without_blanks', oneLine)} THEN 1 ELSE 2 END
      WHEN ${equal('label_key', labelKey)} THEN 3 WHEN NOT has_text(${raw}) THEN 0 ELSE 4 END END)::UTINYINT`
}
