/**
 * Estimates from samples: shares, means, totals, medians and differences, weighted, with standard
 * errors that know strata, clusters and finite populations. In: a relation, its design, what is asked.
 * Out: numbers. Does not belong here: which figures a table shows, how they are rounded, who may see
 * them.
 */
export { type Base, bases } from './bases.ts'
export { type Comparison, compareShares, type Pair } from './compare.ts'
export type { Design } from './design.ts'
export { estimate } from './estimate.ts'
export { holm } from './holm.ts'
export { weightedMedian } from './median.ts'
export type { Domain, Estimate, Request, Variable } from './model.ts'
export { studentQuantile, studentTail } from './student-t.ts'
