import type { PlannedQuestion } from '../../disclosure/index.ts'
import type { RiskModel } from '../../policy.ts'
import type { Around, Told } from './around.ts'
import { differing } from './columns.ts'
import type { ImpliedGroup } from './implied.ts'
import type { Wish } from './targets.ts'

/**
 * What can be asked, since what many people said is told: that all of them gave one answer says it of each; where one of many
 * gave an answer, it is one or none in any group of them.
 */
export function withinReach(wish: Wish, { many, enough }: Told): readonly Wish[] {
  const count = ({ rows }: Around) => rows.get(wish.row) ?? 0
  if (many.some((column) => count(column) === column.answered)) return []
  if (wish.rule === 'same answer') {
    const others = Math.min(...many.map((column) => column.answered - count(column)))
    return [{ ...wish, above: Math.min(wish.above, others - wish.truth) }].filter(({ above }) => above > 0)
  }
  if (wish.rule === 'small count') return [wish]
  const wide = Math.min(wish.wide, ...enough.map(count))
  return wide > 0 ? [{ ...wish, wide }] : []
}

/** People of a group: in the base, those of them who answered, those who gave one answer, and most that anybody takes it for. */
interface People {
  readonly base: number
  readonly size: number
  readonly count: number
  readonly most: number
}

/** What the rules ask of one row of a group. That somebody who was asked and was silent did not give an answer is told, too. */
export function rowWishes(
  rules: RiskModel,
  { id, sensitive }: PlannedQuestion,
  at: ImpliedGroup,
  row: string,
  { base, size, count, most }: People,
  pointable: boolean,
): readonly Wish[] {
  const smallGroup = size < rules.minimum_base && pointable
  const told = base < rules.minimum_base ? base : size
  const own = { question: id, group: at.description, row, at, others: false, truth: count }
  const smallCount = count >= 1 && count <= rules.small_counts
  const apart = size - count
  const wanted = Math.min(differing(sensitive === true), Math.max(1, size - 1))
  // Of one person whom nobody can point at nothing is learned.
  const same = count >= 1 && apart < wanted && size < rules.unanimity_below && (pointable || size > 1)
  return [
    ...(smallGroup
      ? [
          {
            ...own,
            rule: 'small group' as const,
            below: 0,
            above: 0,
            wide: Math.max(0, Math.min(rules.values_left, told + 1) - 1),
          },
        ]
      : []),
    ...(smallCount
      ? [
          {
            ...own,
            rule: 'small count' as const,
            below: count,
            above: Math.min(rules.small_counts + 1, most) - count,
            wide: 0,
          },
        ]
      : []),
    ...(same
      ? [
          {
            ...own,
            rule: 'same answer' as const,
            others: true,
            truth: apart,
            below: 0,
            above: wanted - apart,
            wide: 0,
          },
        ]
      : []),
  ]
}
