/**
 * Risk of a file of responses, from its classes alone: counts go in, measures come out. Knows no rows, no
 * engine, no thresholds.
 */
import type { Risk } from '../../artefacts.ts'
import { attributeRisk } from './attribute.ts'
import type { RiskClass, SensitiveAttribute } from './model.ts'

export type { RiskClass, SensitiveAttribute } from './model.ts'

/** Classes of up to so many responses are counted together. */
const SIZES = [1, 2, 4, 9, 19, 49] as const

/** The risk measures of classes of at least one response each; of none at all everything is 0. */
export function riskOf(classes: readonly RiskClass[], attributes: readonly SensitiveAttribute[]): Risk {
  const sizes = classes.map(({ size }) => size)
  const responses = sizes.reduce((sum, size) => sum + size, 0)
  const smallestClass = sizes.length === 0 ? 0 : sizes.reduce((least, size) => Math.min(least, size))
  return {
    responses,
    classes: classes.length,
    smallestClass,
    uniques: sizes.filter((size) => size === 1).length,
    sizes: bySize(sizes),
    prosecutor: {
      average: responses === 0 ? 0 : classes.length / responses,
      highest: smallestClass === 0 ? 0 : 1 / smallestClass,
    },
    sensitive: attributes.map((attribute, index) =>
      attributeRisk(
        attribute,
        classes.map(({ answers }) => answers[index] ?? []),
      ),
    ),
  }
}

function bySize(sizes: readonly number[]): Risk['sizes'] {
  const limits = [0, ...SIZES, Number.POSITIVE_INFINITY]
  return limits.slice(1).map((upTo, index) => {
    const within = sizes.filter((size) => size > (limits[index] ?? 0) && size <= upTo)
    return {
      upTo: Number.isFinite(upTo) ? upTo : null,
      classes: within.length,
      responses: within.reduce((sum, size) => sum + size, 0),
    }
  })
}
