import { NO_REPLY, type PlannedQuestion } from '../../disclosure/index.ts'
import type { RiskModel } from '../../policy.ts'
import { isUnanimous, type PlannedColumn } from './columns.ts'

/** Whether a column is hidden for itself: too few answered, or all, or all but too few, gave the same answer. */
export const isPrimary = (
  { base, answered, rows }: Pick<PlannedColumn, 'base' | 'answered' | 'rows'>,
  { sensitive }: PlannedQuestion,
  rules: RiskModel,
): boolean =>
  (base >= 1 && base < rules.minimum_base) ||
  (answered >= 1 && answered < rules.minimum_base) ||
  [...rows].some(
    ([row, count]) => row !== NO_REPLY && isUnanimous(answered, count, sensitive === true, rules),
  )
