import type { Field } from '../artefacts.ts'
import type { CodeList } from './code-lists.ts'
import { code, codeBlock } from './markdown.ts'
import { PATHS } from './paths.ts'
import { missingIn } from './response-schema.ts'

/**
 * How to read the responses in R, Python, Stata and Excel, as Markdown: marks become missing, and the answers of
 * the first column that has a list of them come in its order. Tests run what they can of it on every release.
 */
export function readingInstructions(fields: readonly Field[], lists: readonly CodeList[]): readonly string[] {
  if (fields.length === 0) return [EXCEL]
  const marks = missingIn(fields)
  const list = lists.find((one) => one.fields.length > 0 && fields.some(({ name }) => name === one.fields[0]))
  const example = list?.fields[0]
  const choice = list === undefined || example === undefined ? undefined : { column: example, list }
  return [
    'Run these in the folder of this file. Every other column with a code list is read the same way.',
    '**R**',
    codeBlock('r', inR(marks, choice)),
    `**Python**, with pandas. ${code('pd.read_parquet')} reads ${code(PATHS.responsesParquet)} faster.`,
    codeBlock('python', inPython(marks, choice)),
    '**Stata**',
    codeBlock('stata', inStata(marks, choice)),
    EXCEL,
  ]
}

const EXCEL = `**Excel.** ${code(PATHS.workbook)} opens as it is. Bring in a CSV file by Data, From Text/CSV, with 65001: Unicode (UTF-8) as its origin and a comma as its delimiter; opened by a double click, accents and dashes may be lost.`

interface Choice {
  readonly column: string
  readonly list: CodeList
}

/** A string that R and Python read alike. */
const quoted = (text: string): string => JSON.stringify(text)

const inR = (marks: readonly string[], choice: Choice | undefined): readonly string[] => [
  `marks <- c(${marks.map(quoted).join(', ')})`,
  `responses <- read.csv(${quoted(PATHS.responses)}, na.strings = marks, encoding = "UTF-8")`,
  ...(choice === undefined
    ? []
    : [
        `codes <- read.csv(${quoted(choice.list.path)}, encoding = "UTF-8")`,
        `responses[["${choice.column}"]] <- factor(responses[["${choice.column}"]], levels = codes[["value"]]${choice.list.ordered ? ', ordered = TRUE' : ''})`,
        `print(table(responses[["${choice.column}"]]))`,
      ]),
]

const inPython = (marks: readonly string[], choice: Choice | undefined): readonly string[] => [
  'import pandas as pd',
  '',
  `marks = [${marks.map(quoted).join(', ')}]`,
  `responses = pd.read_csv(${quoted(PATHS.responses)}, na_values=marks, keep_default_na=False)`,
  ...(choice === undefined
    ? []
    : [
        `codes = pd.read_csv(${quoted(choice.list.path)}, keep_default_na=False)`,
        `responses["${choice.column}"] = pd.Categorical(responses["${choice.column}"], codes["value"]${choice.list.ordered ? ', ordered=True' : ''})`,
        `print(responses["${choice.column}"].value_counts(sort=False))`,
      ]),
]

const inStata = (marks: readonly string[], choice: Choice | undefined): readonly string[] => [
  `import delimited using "${PATHS.responses}", varnames(1) case(preserve) encoding("utf-8") bindquotes(strict) maxquotedrows(unlimited) stringcols(_all) clear`,
  'destring id, replace',
  ...(marks.length === 0
    ? []
    : [
        `foreach mark in ${marks.map((mark) => `"${mark}"`).join(' ')} {`,
        '    foreach column of varlist _all {',
        // A number has no marks.
        '        capture replace `column\' = "" if `column\' == "`mark\'"',
        '    }',
        '}',
      ]),
  ...(choice === undefined
    ? []
    : [
        `label define ${choice.column} ${choice.list.codes.map(({ value }, index) => `${index + 1} \`"${value}"'`).join(' ')}`,
        `encode ${choice.column}, generate(${choice.column}_code) label(${choice.column})`,
        `tabulate ${choice.column}_code`,
      ]),
]
