import {
  BASE,
  classAround,
  type ImpliedGroup,
  impliedGroups,
  type TabulationPlan,
} from '../../disclosure/index.ts'
import type { Term } from '../../solver/index.ts'
import type { Unprotectable } from './model.ts'
import type { Problem } from './problem.ts'

/**
 * A sum of counts that must stay uncertain: its interval must reach down by `below` and up by `above` from the
 * truth, and be `wide` between its ends.
 */
export interface Target extends Unprotectable {
  readonly terms: readonly Term[]
  readonly truth: number
  readonly below: number
  readonly above: number
  readonly wide: number
  /** An answer that nobody of a small group gave: to be protected only if it is not certain already. */
  readonly ifOpen?: true
}

/**
 * What the rules ask to be protected, shown or not: of every group that can be told apart, each count of a
 * group that is too small, each small count, and that not all of a group said the same. Groups that the
 * published responses show themselves are left out: their classes are protected there.
 */
export function targetsOf(
  plan: TabulationPlan,
  problem: Problem,
  groups: readonly ImpliedGroup[],
): readonly Target[] {
  const { structure, truth } = problem
  const sum = (columns: readonly number[]) =>
    columns.reduce((total, column) => total + (truth[column] ?? 0), 0)
  return structure.questions.flatMap(({ id: question, answers, columns }) =>
    groups.flatMap(({ crossing, cells, description: group }) => {
      // As sums of the finest counts: most groups that subtraction reaches have nothing to be protected.
      const counts = (some: readonly number[], row: string | null) =>
        some.map((cell) => structure.column({ question, crossing, cells: [cell], row }))
      const of = structure.crossings[crossing]
      const around = of === undefined || columns.length === 0 ? undefined : classAround(plan, of, cells)
      const base = counts(cells, BASE)
      const size = sum(base)
      if (size < 1 || (around !== undefined && size === sum(counts(around, BASE)))) return []
      return answers.flatMap((row): readonly Target[] => {
        const own = counts(cells, row)
        return rowTargets(plan.rules, { question, group, row }, base, own, size, sum(own))
      })
    }),
  )
}

function rowTargets(
  rules: TabulationPlan['rules'],
  named: Omit<Unprotectable, 'rule'>,
  base: readonly number[],
  counts: readonly number[],
  size: number,
  count: number,
): readonly Target[] {
  const smallGroup = size < rules.minimum_base
  if (count < 1 && !smallGroup) return []
  const own = { ...named, terms: counts.map((column): Term => [column, 1]), truth: count }
  const others = [...base.map((column): Term => [column, 1]), ...counts.map((column): Term => [column, -1])]
  const smallCount = count >= 1 && count <= rules.small_counts
  const same = count === size && size < rules.unanimity_below
  return [
    ...(smallGroup
      ? [
          {
            ...own,
            rule: 'small group' as const,
            ...(count === 0 ? { ifOpen: true as const } : {}),
            below: 0,
            above: 0,
            wide: Math.max(0, Math.min(rules.values_left, size + 1) - 1),
          },
        ]
      : []),
    ...(smallCount
      ? [
          {
            ...own,
            rule: 'small count' as const,
            below: count,
            above: rules.small_counts + 1 - count,
            wide: 0,
          },
        ]
      : []),
    ...(same
      ? [{ ...named, rule: 'same answer' as const, terms: others, truth: 0, below: 0, above: 1, wide: 0 }]
      : []),
  ]
}

/** The groups that any crossing of a plan can tell apart. */
export const allImpliedGroups = ({ structure }: Pick<Problem, 'structure'>): readonly ImpliedGroup[] =>
  structure.crossings.flatMap((crossing, index) => impliedGroups(crossing, index))
