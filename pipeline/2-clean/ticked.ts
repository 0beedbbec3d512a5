import { labelKey } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'

/** SQL: whether the cell of an option is ticked: it holds the option itself, or anything but a mark for "not ticked". */
export const tickedSql = (cell: string, option: string, unticked: readonly string[]): string =>
  `CASE WHEN ${cell} IS NULL THEN false WHEN ${cell} = ${literal(option)} THEN true
    ELSE NOT list_contains([${literals(['', ...unticked.map(labelKey)])}], label_key(${cell})) END`
