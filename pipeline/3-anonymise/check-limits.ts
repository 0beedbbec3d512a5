import type { Group } from './classes.ts'
import type { SensitiveFacet } from './sensitive.ts'
import type { Limits } from './suppression/index.ts'

/**
 * Throws where what is published, counted anew from its own rows, does not keep the limits, or has lost any of the
 * `responses`: that would be our fault, and is found before anything leaves. Where fewer responded than one class needs, there is one class,
 * wholly blank and without sensitive answers.
 */
export function checkLimits(
  classes: readonly Group[],
  facets: readonly SensitiveFacet[],
  { minimumClass, diversity }: Limits,
  responses: number,
): void {
  if (classes.reduce((sum, { count }) => sum + count, 0) !== responses)
    throw new Error('the anonymised responses are not as many as those received')
  const alone = classes.length === 1
  const broken = classes.some(({ count, answers }) => {
    const small = count < minimumClass
    if (small && !alone) return true
    return facets.some(({ kind }, facet) => {
      const counts = answers[facet] ?? []
      const different = counts.filter((one) => one > 0).length
      if (small) return different > 0
      if (kind === 'tick') return diversity > 1 && different === 1 && (counts[0] ?? 0) > 0
      return different > 0 && different < diversity
    })
  })
  if (broken) throw new Error('the anonymised responses do not keep the limits they were made for')
}
