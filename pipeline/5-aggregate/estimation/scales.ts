import { type Engine, identifier } from '../../engine/index.ts'
import type { Design } from './design.ts'
import { type Extent, sane, weightOf } from './extent.ts'
import { double, exponentFor } from './fixed-point.ts'
import type { Request } from './model.ts'

/** How the numbers of a request are brought to whole numbers: (y - centre) * weight * 2^exponent. */
export interface Scale {
  /** Subtracted first, so that a large mean costs no digits: the middle of a mean's numbers, else 0. */
  readonly centre: number
  readonly exponent: number
  /** For (y - centre)^2 * weight. */
  readonly squareExponent: number
}

/** A request with the scale its numbers are added up in. */
export interface Scaled {
  readonly request: Request
  readonly scale: Scale
}

/** A share counts weights: nothing to centre, and the scale is that of the weights. */
const shareScale = ({ weightExponent }: Extent): Scale => ({
  centre: 0,
  exponent: weightExponent,
  squareExponent: weightExponent,
})

/** The requests with their scales, in their order; one pass where there is a mean or a total among them. */
export async function scalesOf(
  engine: Engine,
  relation: string,
  design: Design,
  extent: Extent,
  requests: readonly Request[],
): Promise<readonly Scaled[]> {
  const numbers = requests
    .map((request, index) => ({ request, index }))
    .filter(({ request }) => request.variable.kind !== 'share')
  if (numbers.length === 0) return requests.map((request) => ({ request, scale: shareScale(extent) }))
  // A number that weighs nothing must not coarsen the others'.
  const columns = numbers.map(({ request, index }) => `${numberOf(request)} AS number_${index}`)
  const items = numbers.flatMap(({ index }) => [
    `min(number_${index}) FILTER (WHERE weight > 0) AS low_${index}`,
    `max(number_${index}) FILTER (WHERE weight > 0) AS high_${index}`,
  ])
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM (
    SELECT ${weightOf(design)} AS weight, ${columns.join(', ')} FROM ${identifier(relation)})`)
  return requests.map((request, index) => {
    const [low, high] = [Number(row?.[`low_${index}`] ?? 0), Number(row?.[`high_${index}`] ?? 0)]
    const isShare = request.variable.kind === 'share'
    return { request, scale: isShare ? shareScale(extent) : numberScale(request, extent, low, high) }
  })
}

function numberScale(
  { variable }: Request,
  { largestWeight, bits }: Extent,
  low: number,
  high: number,
): Scale {
  const centre = variable.kind === 'mean' ? low / 2 + high / 2 : 0
  const reach = Math.max(Math.abs(low - centre), Math.abs(high - centre))
  return {
    centre,
    exponent: exponentFor(largestWeight * reach, bits),
    squareExponent: exponentFor(largestWeight * reach ** 2, bits),
  }
}

/** SQL: the number of a member, a DOUBLE; NULL for others and where it is no number to reckon with. */
export const numberOf = ({ domain, variable }: Request): string =>
  `CASE WHEN ${domain.member} THEN ${sane(variable.value)} END`

/** SQL: weight * (number - centre), or * its square, of a column of numbers. */
export const weighted = (column: string, { centre }: Scale, power: 1 | 2): string => {
  const from = `(${column} - ${double(centre)})`
  return `weight * ${power === 1 ? from : `(${from} * ${from})`}`
}
