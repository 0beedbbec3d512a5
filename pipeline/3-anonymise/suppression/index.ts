/**
 * Local suppression. In: counted groups of equal labels, what each blank costs, and the limits. Out: under
 * which mask each response is published, so that every class keeps the limits. Knows no rows, no hierarchies.
 */
export { greedy } from './greedy.ts'
export { type Key, keysOf } from './keys.ts'
export { isBlank, usableMasks } from './masks.ts'
export type { Facet, Limits, Part, Problem } from './model.ts'
export { ANSWER_COST } from './model.ts'
export { findOptimum, fits, type Optimum, type Start } from './optimum.ts'
export { type Plan, planOf } from './plan.ts'
