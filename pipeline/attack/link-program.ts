import { crossingsOf, structureOf, type TabulationPlan } from '../disclosure/index.ts'
import type { LinearModel, Row, Term } from '../solver/index.ts'
import { factsOf } from './facts.ts'
import type { RecordClass } from './load-records.ts'
import type { PublishedFigure } from './published.ts'

/** How many records of one class are of one cell of a crossing: a column of the program. */
export interface Share {
  readonly column: number
  readonly record: number
  readonly cell: number
}

/** Each record is somewhere; and the records of each cell and answer are as many as the tables say. */
export function programOf(
  plan: TabulationPlan,
  figures: readonly PublishedFigure[],
  records: readonly RecordClass[],
  index: number,
  shares: readonly Share[],
): LinearModel {
  const crossings = crossingsOf(plan).filter((crossing) => crossing !== undefined)
  const structure = structureOf(
    plan,
    crossings,
    plan.questions.map(({ id }) => id),
  )
  const { bounds } = factsOf(plan, structure, figures, [])
  const byCell = groupedBy(shares, ({ cell }) => cell)
  const byRecord = groupedBy(shares, ({ record }) => record)
  const withheld = new Set(records.flatMap((record) => record.withheld))
  const facts = structure.names.flatMap(({ question, crossing, cells, row }, column): readonly Row[] => {
    const known = bounds.get(column)
    if (crossing !== index || known === undefined || withheld.has(question)) return []
    const terms = cells.flatMap((cell) =>
      (byCell.get(cell) ?? []).flatMap((share): readonly Term[] => {
        const held = records[share.record]?.rows[question]
        const counts = row === null ? held !== undefined : (held?.includes(row) ?? false)
        return counts ? [[share.column, 1]] : []
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

/** Shares that have something in common. */
export function groupedBy(
  shares: readonly Share[],
  key: (share: Share) => number,
): ReadonlyMap<number, readonly Share[]> {
  const groups = new Map<number, Share[]>()
  for (const share of shares) {
    const group = groups.get(key(share))
    if (group === undefined) groups.set(key(share), [share])
    else group.push(share)
  }
  return groups
}
