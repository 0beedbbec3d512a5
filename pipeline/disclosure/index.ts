/**
 * What figures say about people, for those who protect tables and for those who attack them. In: a
 * plan (questions, populations, groups: what anybody may know of how tables hang together). Out: the
 * unknown counts behind the tables, the relations that hold between them, the groups that follow from
 * those shown, and the interval of each count that is left when some figures are known. Does not belong
 * here: what must be protected (policy.ts), what is hidden (6-protect), how a release is read (attack).
 */

export { type Ample, isWhole } from './ample-targets.ts'
export { cellStates, partHolds } from './cell-states.ts'
export { rowsOfQuestion } from './couplings.ts'
export {
  type Crossing,
  type CrossingCell,
  crossingOf,
  crossingsOf,
  MOST_CELLS,
  ROW_CLASS,
  sideVariable,
} from './crossings.ts'
export { type ColumnFamily, combinationsIn, type ImpliedSets, impliedSets } from './implied-sets.ts'
export type { CellCounts, InnerCounts, MeasureCounts, RowRecord } from './inner-counts.ts'
export { type Interval, intervals, MOST_WHOLE } from './intervals.ts'
export { populationsMadeOf } from './made-of.ts'
export { echelon, isCombination, PRIME, restOf } from './modular.ts'
export { mostPeople } from './most-people.ts'
export { planOf } from './plan-of.ts'
export type { PlannedRows } from './planned-rows.ts'
export { routingComponents } from './routing-components.ts'
export type { Seen } from './seen-ranges.ts'
export { type Span, spansOf, wholeSpan } from './spans.ts'
export { BASE, type CellName, columnOfRow, type Structure, structureOf } from './structure.ts'
export {
  NO_REPLY,
  type PlannedGroup,
  type PlannedQuestion,
  type TabulationPlan,
} from './tabulation-plan.ts'
export { unstatedIn, withoutRowIn } from './unstated.ts'
