import type { PrintedColumn } from '../attack/index.ts'

const NAME = ({ table, population }: PrintedColumn): string => `Table ${table}, ${population}`

/** What printed percentages and bases give away, in lines for people. */
export function printedLines(columns: readonly PrintedColumn[]): readonly string[] {
  const possible = columns.filter(({ impossible }) => !impossible)
  const rows = possible.flatMap((column) => column.rows)
  const between = (most: number) => rows.filter((row) => row.least >= 1 && row.most <= most).length
  const exact = rows.filter(({ least, most }) => least === most).length
  const whole = possible.filter((column) => column.rows.every(({ least, most }) => least === most))
  return [
    `Columns    ${columns.length} of percentages with a base, ${possible.length} of them possible`,
    `Counts     ${exact} of ${rows.length} follow exactly; ${between(9)} are proven to be 1 to 9, ${between(4)} to be 1 to 4`,
    ...whole.map(
      (column, index) => `${index === 0 ? 'Whole      ' : '           '}${NAME(column)}: every count follows`,
    ),
    ...columns
      .filter(({ impossible }) => impossible)
      .map((column) => `Impossible ${NAME(column)}: no counts of ${column.base} give these percentages`),
  ]
}
