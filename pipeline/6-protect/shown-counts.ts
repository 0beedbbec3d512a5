import type { Figure, Table } from '../artefacts.ts'
import type { ShownCount, ShownMeasure } from './suppression/model.ts'

/** Row that says again what the base is. */
const TOTAL = 'Total'

/** Whether a table counts answers, rather than averaging or comparing them. */
export const countsAnswers = ({ kind, question, of }: Table<unknown>): boolean =>
  kind !== 'response rate' && question !== undefined && of === undefined

/** Every count that stands behind the figures of some tables, once a question, group and row. */
export function shownCounts(tables: readonly Table<Figure>[]): readonly ShownCount[] {
  const counts = new Map<string, ShownCount>()
  const add = (shown: ShownCount): void => {
    counts.set(JSON.stringify([shown.question, shown.group, shown.row]), shown)
  }
  for (const table of tables) {
    const { question, columns, rows } = table
    if (question === undefined || !countsAnswers(table)) continue
    for (const [index, column] of columns.entries()) {
      if (column.group === undefined || column.base === null) continue
      const group = column.population
      add({ question, group, row: null, count: column.base })
      for (const { label, cells } of rows) {
        const cell = cells[index]
        if (label !== TOTAL && cell !== undefined) add({ question, group, row: label, count: cell.count })
      }
    }
  }
  return [...counts.values()]
}

/** Every mean, median and total of some tables, once a question, group and label. */
export function shownMeasures(tables: readonly Table<Figure>[]): readonly ShownMeasure[] {
  const found = new Map<string, ShownMeasure>()
  for (const { question, kind, columns, rows } of tables) {
    if (question === undefined || kind === 'response rate') continue
    for (const { population: group, statistic } of columns) {
      if (statistic !== 'estimate') continue
      for (const { label } of rows)
        found.set(JSON.stringify([question, group, label]), { question, group, label })
    }
  }
  return [...found.values()]
}
