import type { ValidResponses } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Design } from './estimation/index.ts'

/**
 * The sample design of the responses. Where the definition names no population sizes, the frame is the
 * population of which those who responded are taken to be a random sample without replacement: only
 * when every response must come from it, and not more responded than there are.
 */
export async function designOf(
  engine: Engine,
  definition: Definition,
  { responses }: ValidResponses,
): Promise<Design> {
  const has = (role: string) => definition.responses.some(({ columns }) => Object.hasOwn(columns, role))
  const frameSize = await frameSizeOf(engine, definition, responses)
  return {
    ...(definition.weighting === undefined ? {} : { weight: 'weight' }),
    ...(has('stratum') ? { stratum: 'stratum' } : {}),
    ...(has('cluster') ? { cluster: '"cluster"' } : {}),
    ...(has('population_size') ? { populationSize: 'population_size' } : {}),
    ...(frameSize === undefined ? {} : { frameSize }),
  }
}

async function frameSizeOf(
  engine: Engine,
  definition: Definition,
  { people, units, responses }: ValidResponses['responses'],
): Promise<number | undefined> {
  if (!definition.responses.every(({ fromFrame }) => fromFrame)) return undefined
  const counted = people === undefined ? 'count(*)' : 'sum(in_frame)'
  const relation = people ?? units
  if (relation === undefined) return undefined
  const [row] = await engine.rows(`SELECT (${counted})::DOUBLE AS size FROM ${identifier(relation)}`)
  const size = Number(row?.['size'])
  return size >= responses ? size : undefined
}
