import type { Interval, TabulationPlan } from '../disclosure/index.ts'
import type { Target } from './derive-targets.ts'
import type { Finding } from './findings.ts'
import { type Around, NOTHING_AROUND } from './larger-groups.ts'

/** What can be derived of one row of a group. */
export interface JudgedRow {
  readonly label: string
  readonly count: Interval
  /** Those of the group who are not in the row. */
  readonly others: Interval
}

/**
 * What the rules forbid to be known of a group, of what can be derived. `alone`: what the published responses
 * say of the same rows without any table, which no table gives away. `around`, row by row: what is told of many people is
 * told of each of them, so that all of them gave one answer is no finding, and where a few did, no more can be open.
 */
export function findingsOf(
  rules: TabulationPlan['rules'],
  { group, question, pointable, sensitive, follows }: Target,
  base: Interval,
  rows: readonly JudgedRow[],
  alone: readonly JudgedRow[] = [],
  around: readonly Around[] = [],
): readonly Finding[] {
  const said = { question, group: group.description }
  const shown = ({ label, count }: JudgedRow) => ({ row: label, least: count.least, most: count.most })
  const isSmall = pointable && base.most < rules.minimum_base
  // Who knows how many there are needs that many values and one more to tell nothing.
  // Of a group of which no figure follows a count must not be known.
  const asked = follows ? rules.values_left : Math.min(rules.values_left, 2)
  const needed = Math.min(asked, Math.max(1, base.least) + 1)
  const isNew = ({ label, count, others }: JudgedRow): boolean => {
    const before = alone.find((row) => row.label === label)
    if (before === undefined) return true
    const narrower = (one: Interval, other: Interval) => one.most - one.least < other.most - other.least
    return narrower(count, before.count) || narrower(others, before.others)
  }
  const aroundRow = new Map(rows.map(({ label }, index) => [label, around[index] ?? NOTHING_AROUND]))
  const of = ({ label }: JudgedRow): Around => aroundRow.get(label) ?? NOTHING_AROUND
  const news = rows.filter((row) => isNew(row) && of(row).others >= 1)
  const narrow = news.filter(
    (row) =>
      row.count.most >= 1 && row.count.most - row.count.least + 1 < Math.min(needed, of(row).count + 1),
  )
  const small = news.filter(({ count }) => count.least >= 1 && count.most <= rules.small_counts)
  const apart = sensitive && base.least > 2 ? 2 : 1
  // Of one person at whom nobody can point nothing is learned.
  const isTold = pointable || base.most > 1
  const unanimous = news.filter(({ count, others }) => count.most >= 1 && others.most < apart)
  return [
    ...(isSmall && narrow.length > 0
      ? [{ ...said, rule: 'small group' as const, base, derived: narrow.map(shown) }]
      : []),
    ...(small.length > 0 ? [{ ...said, rule: 'small count' as const, base, derived: small.map(shown) }] : []),
    ...(isTold && base.least >= 1 && base.most < rules.unanimity_below && unanimous.length > 0
      ? [{ ...said, rule: 'same answer' as const, base, derived: unanimous.map(shown) }]
      : []),
  ]
}
