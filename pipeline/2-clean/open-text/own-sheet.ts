import type { Projection, SubmissionSource } from '../../artefacts.ts'
import type { Issue } from '../../issues.ts'

/** Reads a sheet of the research team's own, which may have no rows yet. Returns what is wrong with it. */
export async function readOwnSheet(
  source: SubmissionSource,
  relation: string,
  projections: readonly Projection[],
): Promise<readonly Issue[]> {
  const faults = await source.into(relation, projections)
  return faults.filter(({ code }) => code !== 'collect/no-rows')
}
