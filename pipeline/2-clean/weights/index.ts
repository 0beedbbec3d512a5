/**
 * Weights (GSBPM 5.6). In: `responses` with the weights received, if any. Out: the same with the weights that
 * tables use: as received and checked, or raked to known totals. Does not belong here: estimates
 * (5-aggregate).
 */
import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { checkWeights } from './check-weights.ts'
import { rakeResponses } from './rake-responses.ts'

/** Checks the weights received, and makes those asked for. Nothing happens where there are none. */
export async function weigh(engine: Engine, definition: Definition): Promise<readonly Issue[]> {
  const { weighting } = definition
  if (weighting === undefined) return []
  const received = definition.responses.filter(({ columns }) => Object.hasOwn(columns, 'weight'))
  const issues: Issue[] = []
  if (received.length > 0 || weighting.rake.length === 0) {
    issues.push(
      ...(await checkWeights(engine, 'responses', weighting.rake.length === 0 ? weighting.total : undefined)),
    )
  }
  if (weighting.rake.length === 0 || hasErrors(issues)) return issues
  return [...issues, ...(await rakeResponses(engine, definition, weighting))]
}
