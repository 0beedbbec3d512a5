import { crossingsOf, structureOf, type TabulationPlan } from '../disclosure/index.ts'
import type { LinearModel, Row, Term } from '../solver/index.ts'
import { factsOf } from './facts.ts'
import { groupedBy } from './grouped-by.ts'
import type { RecordClass } from './load-records.ts'
import type { PublishedFigure } from './published.ts'

/** How many records of one class are of one cell of a crossing: a column of the program. */
export interface Share {
  readonly column: number
  readonly record: number
  readonly cell: number
}

/** Tells which records count in a row of a question, or in its base. */
export type Holders = (question: string, row: string | null) => readonly number[]

export function holdersOf(records: readonly RecordClass[]): Holders {
  const byQuestion = new Map<string, Map<string | null, number[]>>()
  for (const [record, { rows }] of records.entries()) {
    for (const [question, held] of Object.entries(rows)) {
      const own = byQuestion.get(question) ?? new Map<string | null, number[]>()
      byQuestion.set(question, own)
      for (const row of [null, ...held]) {
        const list = own.get(row)
        if (list === undefined) own.set(row, [record])
        else list.push(record)
      }
    }
  }
  return (question, row) => byQuestion.get(question)?.get(row) ?? []
}

/** Each record is somewhere; and the records of each cell and answer are as many as the tables say. */
export function programOf(
  plan: TabulationPlan,
  figures: readonly PublishedFigure[],
  records: readonly RecordClass[],
  index: number,
  shares: readonly Share[],
  holders: Holders,
): LinearModel {
  const crossings = crossingsOf(plan).filter((crossing) => crossing !== undefined)
  const structure = structureOf(
    plan,
    crossings,
    plan.questions.map(({ id }) => id),
  )
  const { bounds } = factsOf(plan, structure, figures, [])
  const places = crossings[index]?.cells.length ?? 0
  const columnOf = new Map(shares.map(({ record, cell, column }) => [record * places + cell, column]))
  const byRecord = groupedBy(shares, ({ record }) => record)
  const isOpen = dividing(byRecord)
  const withheld = new Set(records.flatMap((record) => record.withheld))
  const facts = structure.names.flatMap(({ question, crossing, cells, row }, column): readonly Row[] => {
    const known = bounds.get(column)
    if (crossing !== index || known === undefined || withheld.has(question) || !isOpen(cells)) return []
    const terms = holders(question, row).flatMap((record) =>
      cells.flatMap((cell): readonly Term[] => {
        const column = columnOf.get(record * places + cell)
        return column === undefined ? [] : [[column, 1]]
      }),
    )
    // People without a row are in tables and in no record.
    return [{ lower: plan.somePeopleWithoutRow ? 0 : known.least, upper: known.most, terms }]
  })
  return {
    columns: shares.map(({ record }) => ({ lower: 0, upper: records[record]?.count ?? 0, integer: true })),
    rows: [
      ...records.map(({ count }, record) => ({
        lower: count,
        upper: count,
        terms: (byRecord.get(record) ?? []).map(({ column }): Term => [column, 1]),
      })),
      ...facts.filter(({ terms }) => terms.length > 0),
    ],
  }
}

/** Tells whether some cells hold a record in part: what figures say of others, the records say by themselves. */
function dividing(byRecord: ReadonlyMap<number, readonly Share[]>): (cells: readonly number[]) => boolean {
  const open = [...new Set([...byRecord.values()].map((own) => own.map(({ cell }) => cell).join()))].map(
    (cells) => cells.split(',').map(Number),
  )
  const known = new Map<string, boolean>()
  return (cells) => {
    const key = cells.join()
    const inside = new Set(cells)
    const found =
      known.get(key) ??
      open.some((own) => {
        const held = own.filter((cell) => inside.has(cell)).length
        return held > 0 && held < own.length
      })
    known.set(key, found)
    return found
  }
}
