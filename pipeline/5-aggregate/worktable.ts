import type { Projection } from '../artefacts.ts'
import { identifier } from '../engine/index.ts'
import type { Tabulation } from './question-table.ts'

/** Relation that `withWorktable` makes and drops. */
const WORKTABLE = 'tabulated'

/**
 * Works out once a response what several estimates of one table need (who is in which group, who gave
 * which answer, numbers), beside its sample design, and lends it as a relation while `work` runs. The
 * estimates then name columns instead of repeating long conditions.
 */
export async function withWorktable<T>(
  { engine, relation, design }: Tabulation,
  columns: readonly Projection[],
  work: (relation: string) => Promise<T>,
): Promise<T> {
  const { weight, stratum, cluster, populationSize } = design
  const kept = [weight, stratum, cluster, populationSize].flatMap((column) => column ?? [])
  const items = columns.map(({ name, sql }) => `(${sql}) AS ${identifier(name)}`)
  await engine.run(`CREATE TEMP TABLE ${WORKTABLE} AS SELECT ${[...items, ...kept].join(', ')}
    FROM ${identifier(relation)}`)
  try {
    return await work(WORKTABLE)
  } finally {
    await engine.run(`DROP TABLE ${WORKTABLE}`)
  }
}
