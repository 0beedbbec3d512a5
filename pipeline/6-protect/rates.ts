import type { Tables } from '../artefacts.ts'
import type { SuppressionInput } from './suppression/model.ts'

/** What response rates say of the people whom tables count: at least as many with each value as responded. */
export const ratesOf = ({ tables, inner }: Tables): SuppressionInput['rates'] =>
  tables.flatMap(({ by: variable, columns, rows }) => {
    if (variable === undefined) return []
    const place = columns.findIndex(({ statistic }) => statistic === 'responded')
    const one = inner.find(({ crossing }) => crossing.variables.includes(variable))
    if (one === undefined || place < 0) return []
    const { crossing, people } = one
    const at = crossing.variables.indexOf(variable)
    return rows.flatMap(({ label, cells }) => {
      const all = crossing.cells.reduce(
        (sum, { values }, cell) => sum + (values[at] === label ? (people[cell] ?? 0) : 0),
        0,
      )
      const others = all - (cells[place]?.value ?? 0)
      // Units that responded with nothing that is counted are no people of the tables.
      return others < 0 || all === 0 ? [] : [{ variable, label, others }]
    })
  })
