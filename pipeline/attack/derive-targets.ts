import {
  BASE,
  NO_REPLY,
  populationsMadeOf,
  type Structure,
  type TabulationPlan,
  unstatedIn,
} from '../disclosure/index.ts'
import type { Term } from '../solver/index.ts'
import type { Range } from './figure-bounds.ts'
import { type Combiners, impliedSizes } from './implied-sizes.ts'
import type { ToldGroup } from './told-apart.ts'

/** A group of people and a question, with the columns of its base and its rows. */
export interface Target {
  readonly group: ToldGroup
  readonly question: string
  /** Whether anybody can point at it: nobody knows who left something unstated. */
  readonly pointable: boolean
  readonly sensitive: boolean
  /** Whether figures show it, or its size follows from them. */
  readonly follows: boolean
  /** Those who answered: the base, less those who did not reply where they are in it. */
  readonly base: readonly Term[]
  readonly rows: readonly { readonly label: string; readonly terms: () => readonly Term[] }[]
}

/** Groups that no figures settle exactly are looked at one by one up to so many a question. */
export const MOST_LOOKED = 120

/**
 * The groups of each question that deserve a closer look: those the plan shows; those whose size follows from what is shown
 * by elimination and is small; and of others as many as can be looked at. Left out: what the published responses
 * show by themselves, and populations made of answers to the question, which tell nobody apart.
 */
export function targetsOf(
  plan: TabulationPlan,
  structure: Structure,
  groups: readonly ToldGroup[],
  bounds: ReadonlyMap<number, Range>,
  responses: ReadonlyMap<number, Range>,
  combiners: Combiners,
): readonly Target[] {
  const small = Math.max(plan.rules.minimum_base, plan.rules.unanimity_below)
  const unstated = structure.crossings.map((crossing) => unstatedIn(crossing))
  return structure.questions.flatMap(({ id: question, answers, sensitive }) => {
    const made = [...populationsMadeOf(plan, question)]
    const spaces = structure.crossings.map((_, crossing) => ({
      known: sizesOf(structure, question, crossing, bounds, combiners),
      rows: sizesOf(structure, question, crossing, responses, combiners),
      isEmpty: emptyCells(structure, question, crossing, bounds),
    }))
    let others = 0
    return groups.flatMap((group): readonly Target[] => {
      const { crossing, cells, description } = group
      const { known, rows, isEmpty } = spaces[crossing] ?? {}
      if (known === undefined || made.some((id) => description.includes(id))) return []
      if (rows !== undefined && rows(cells) !== undefined) return []
      const size = known(cells)
      const planned = structure.crossings[crossing]?.groups.has(description) === true
      if (size !== undefined && (size === 0 || size >= small) && plan.rules.small_counts === 0) return []
      if (size === undefined && !planned) {
        others += 1
        if (others > MOST_LOOKED) return []
      }
      // Cell by cell: a column for the group would be one more long relation of the program.
      const counts = (row: string | null, by: number): readonly Term[] =>
        cells.map((cell) => [structure.column({ question, crossing, cells: [cell], row }), by])
      return [
        {
          group,
          question,
          pointable: unstated[crossing]?.(cells.filter((cell) => isEmpty?.(cell) !== true)) !== true,
          sensitive: sensitive === true,
          follows: planned || size !== undefined,
          base: [...counts(BASE, 1), ...(answers.includes(NO_REPLY) ? counts(NO_REPLY, -1) : [])],
          rows: answers
            .filter((label) => label !== NO_REPLY)
            .map((label) => ({ label, terms: () => counts(label, 1) })),
        },
      ]
    })
  })
}

/** Tells the cells in which nobody is, as a base of nobody says: they are no reason to know where to look. */
function emptyCells(
  { names }: Structure,
  question: string,
  crossing: number,
  bounds: ReadonlyMap<number, Range>,
): (cell: number) => boolean {
  const empty = new Set(
    [...bounds].flatMap(([column, { most }]) => {
      const name = names[column]
      const isOwn = name?.row === BASE && name.question === question && name.crossing === crossing
      return isOwn && most <= 0 ? name.cells : []
    }),
  )
  return (cell) => empty.has(cell)
}

/** The sizes that follow by sums and differences from the bases that are known exactly. */
function sizesOf(
  { names, questions, column }: Structure,
  question: string,
  crossing: number,
  bounds: ReadonlyMap<number, Range>,
  combiners: Combiners,
): (cells: readonly number[]) => number | undefined {
  const asked = questions.find(({ id }) => id === question)?.answers.includes(NO_REPLY) === true
  const silentOf = (cells: readonly number[]): number | undefined => {
    if (!asked) return 0
    const range = bounds.get(column({ question, crossing, cells, row: NO_REPLY }))
    return range === undefined || range.least !== range.most ? undefined : range.least
  }
  const columns = [...bounds].flatMap(([at, { least, most }]) => {
    const name = names[at]
    if (name === undefined || least !== most || name.row !== BASE) return []
    if (name.question !== question || name.crossing !== crossing) return []
    const silent = silentOf(name.cells)
    return silent === undefined ? [] : [{ cells: name.cells, size: least - silent }]
  })
  return impliedSizes(combiners, crossing, columns)
}
