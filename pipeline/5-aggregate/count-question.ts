import { type Engine, identifier } from '../engine/index.ts'
import type { AnswerRow } from './answers.ts'
import type { Group } from './groups.ts'

/** One group's counts of a question: how many are in its base, and how many are in each row. */
export interface Counts {
  readonly base: number
  readonly rows: readonly number[]
}

/**
 * Counts a question for every group in one pass over the responses; whole numbers, unweighted. No row may
 * hold outside the base.
 */
export async function countQuestion(
  engine: Engine,
  relation: string,
  base: string,
  rows: readonly AnswerRow[],
  groups: readonly Pick<Group, 'member'>[],
): Promise<readonly Counts[]> {
  if (groups.length === 0) return []
  const conditions = [base, ...rows.map(({ holds }) => holds)]
  const items = groups.flatMap(({ member }, group) =>
    conditions.map(
      (holds, index) => `(count(*) FILTER (WHERE (${member}) AND (${holds})))::INTEGER AS g${group}_${index}`,
    ),
  )
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM ${identifier(relation)}`)
  return groups.map((_, group) => ({
    base: Number(row?.[`g${group}_0`]),
    rows: rows.map((__, index) => Number(row?.[`g${group}_${index + 1}`])),
  }))
}
