import { grouped } from '../grouped.ts'
import { bases } from './estimation/index.ts'
import type { Group } from './groups.ts'
import type { Tabulation } from './question-table.ts'

/**
 * For each group, the end of its base in words where responses are weighted: ", weighted base 6,194,
 * effective base 173"; nothing where they are not. The effective base (Kish) is the number of responses
 * of equal weight that would tell as much.
 */
export async function weightedBases(
  { engine, relation, design }: Tabulation,
  base: string,
  groups: readonly Group[],
): Promise<readonly (string | undefined)[]> {
  if (design.weight === undefined) return groups.map(() => undefined)
  const found = await bases(
    engine,
    relation,
    design,
    groups.map(({ member }) => ({ member: `(${member}) AND (${base})` })),
  )
  return found.map(
    ({ weighted, effective }) => `, weighted base ${grouped(weighted)}, effective base ${grouped(effective)}`,
  )
}
