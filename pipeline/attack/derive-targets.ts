import {
  BASE,
  classAround,
  type ImpliedGroup,
  type Structure,
  type TabulationPlan,
} from '../disclosure/index.ts'

/** A group of people and a question, with the columns of its base and its rows. */
export interface Target {
  readonly group: ImpliedGroup
  readonly question: string
  readonly base: number
  /** Base of the smallest group around it that the published responses show. */
  readonly around?: number
  readonly rows: readonly { readonly label: string; readonly column: number }[]
}

/** Every question of a structure for every group that can be told apart. */
export function targetsOf(
  plan: TabulationPlan,
  structure: Structure,
  groups: readonly ImpliedGroup[],
): readonly Target[] {
  return structure.questions.flatMap(({ id: question, answers, columns }) =>
    groups.map((group): Target => {
      const { crossing, cells } = group
      const of = structure.crossings[crossing]
      const around = of === undefined || columns.length === 0 ? undefined : classAround(plan, of, cells)
      return {
        group,
        question,
        ...(around === undefined
          ? {}
          : { around: structure.column({ question, crossing, cells: around, row: BASE }) }),
        base: structure.column({ question, crossing, cells, row: BASE }),
        rows: answers.map((label) => ({
          label,
          column: structure.column({ question, crossing, cells, row: label }),
        })),
      }
    }),
  )
}
