import {
  BASE,
  echelon,
  isCombination,
  NO_REPLY,
  PRIME,
  populationsMadeOf,
  type Structure,
  type TabulationPlan,
  unstatedIn,
} from '../disclosure/index.ts'

import type { Term } from '../solver/index.ts'
import type { Range } from './figure-bounds.ts'
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
  readonly rows: readonly { readonly label: string; readonly column: number }[]
}

/** Groups that no figures settle exactly are looked at one by one up to so many a question. */
const MOST_LOOKED = 120

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
): readonly Target[] {
  const small = Math.max(plan.rules.minimum_base, plan.rules.unanimity_below)
  const unstated = structure.crossings.map((crossing) => unstatedIn(crossing))
  return structure.questions.flatMap(({ id: question, answers, sensitive }) => {
    const made = [...populationsMadeOf(plan, question)]
    const spaces = structure.crossings.map((_, crossing) => ({
      known: spaceOf(structure, question, crossing, bounds),
      rows: spaceOf(structure, question, crossing, responses),
      isEmpty: emptyCells(structure, question, crossing, bounds),
    }))
    let others = 0
    return groups.flatMap((group): readonly Target[] => {
      const { crossing, cells, description } = group
      const { known, rows, isEmpty } = spaces[crossing] ?? {}
      if (known === undefined || made.some((id) => description.includes(id))) return []
      if (rows !== undefined && rows.sizeOf(cells) !== undefined) return []
      const size = known.sizeOf(cells)
      const planned = structure.crossings[crossing]?.groups.has(description) === true
      if (size !== undefined && (size === 0 || size >= small) && plan.rules.small_counts === 0) return []
      if (size === undefined && !planned) {
        others += 1
        if (others > MOST_LOOKED) return []
      }
      return [
        {
          group,
          question,
          pointable: unstated[crossing]?.(cells.filter((cell) => isEmpty?.(cell) !== true)) !== true,
          sensitive: sensitive === true,
          follows: planned || size !== undefined,
          base: [
            [structure.column({ question, crossing, cells, row: BASE }), 1],
            ...(answers.includes(NO_REPLY)
              ? [[structure.column({ question, crossing, cells, row: NO_REPLY }), -1] as const]
              : []),
          ],
          rows: answers
            .filter((label) => label !== NO_REPLY)
            .map((label) => ({
              label,
              column: structure.column({ question, crossing, cells, row: label }),
            })),
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

/** The groups whose bases are known exactly, and what follows from them by sums and differences. */
function spaceOf(
  { names, crossings, questions, column }: Structure,
  question: string,
  crossing: number,
  bounds: ReadonlyMap<number, Range>,
): { readonly sizeOf: (cells: readonly number[]) => number | undefined } {
  const width = crossings[crossing]?.cells.length ?? 0
  const asked = questions.find(({ id }) => id === question)?.answers.includes(NO_REPLY) === true
  const silentOf = (cells: readonly number[]): number | undefined => {
    if (!asked) return 0
    const range = bounds.get(column({ question, crossing, cells, row: NO_REPLY }))
    return range === undefined || range.least !== range.most ? undefined : range.least
  }
  const rows = [...bounds].flatMap(([column, { least, most }]) => {
    const name = names[column]
    if (name === undefined || least !== most || name.row !== BASE) return []
    if (name.question !== question || name.crossing !== crossing) return []
    const silent = silentOf(name.cells)
    if (silent === undefined) return []
    const row = new Float64Array(width + 1)
    for (const cell of name.cells) row[cell] = 1
    row[width] = least - silent
    return [row]
  })
  const space = echelon(rows, width)
  const whole = echelon(rows, width + 1)
  return {
    sizeOf: (cells) => {
      const vector = new Float64Array(width)
      for (const cell of cells) vector[cell] = 1
      if (!isCombination(space, vector)) return undefined
      return lastOf(whole, cells, width)
    },
  }
}

/** What a combination comes to in the last column: its size, where the combination is unique. */
function lastOf(
  { rows, pivots }: ReturnType<typeof echelon>,
  cells: readonly number[],
  width: number,
): number | undefined {
  const rest = new Float64Array(width + 1)
  for (const cell of cells) rest[cell] = 1
  for (const [index, pivot] of pivots.entries()) {
    const factor = rest[pivot] ?? 0
    const row = rows[index]
    if (factor === 0 || row === undefined || pivot >= width) continue
    for (let at = 0; at <= width; at += 1)
      rest[at] = ((rest[at] ?? 0) + (PRIME - factor) * (row[at] ?? 0)) % PRIME
  }
  const size = (PRIME - (rest[width] ?? 0)) % PRIME
  return size > PRIME / 2 ? undefined : size
}
