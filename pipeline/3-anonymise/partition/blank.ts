import type { Group, Identifying } from '../classes.ts'
import { generalise } from '../generalise.ts'
import { improve } from '../improve.ts'
import type { RowLimits } from '../limits.ts'
import { linesOf } from '../lines.ts'
import type { Facet } from '../suppression/index.ts'
import { candidateOf } from './candidate.ts'
import type { Candidate } from './model.ts'
import { type Recoded, recodings } from './recode.ts'
import { hidesEnough } from './safe.ts'

/** Of the partitions in which others are blanked, so many are tried; of many combinations one. */
const MOST_TRIED = 6
const MANY = 5000

/**
 * Candidates in which variables that no table tells people apart by are blanked in some rows, while the others are
 * recoded as in these partitions, or by themselves.
 */
export async function blankings(
  groups: readonly Group[],
  variables: readonly Identifying[],
  facets: readonly Omit<Facet, 'counts'>[],
  limits: RowLimits,
  recoded: readonly Recoded[],
): Promise<readonly Candidate[]> {
  const fixed = variables.map(({ tabulated = false }) => tabulated)
  if (variables.length === 0 || fixed.every((one) => one)) return []
  const alone = fixed.some((one) => one) ? recodings(groups, variables, limits, fixed) : []
  const partitions = [...recoded.slice(0, 2), ...alone, ...recoded].map(({ labels }) =>
    labels.map((own, variable) => (fixed[variable] === true ? own : [])),
  )
  const distinct = [...new Map(partitions.map((one) => [JSON.stringify(one), one])).values()]
  const made: Candidate[] = []
  for (const labels of distinct.slice(0, groups.length > MANY ? 1 : MOST_TRIED)) {
    const own = variables.map((variable, index) =>
      fixed[index] === true ? { ...variable, levels: [labels[index] ?? []] } : variable,
    )
    const best = await improve(generalise(groups, own, facets, limits))
    const masks: number[] = []
    for (const { at, part } of linesOf(best)) masks[at] = part.mask
    const shown = own.map(({ levels }, index) => levels[best.best.node.level[index] ?? 0] ?? [])
    const one = candidateOf('recoded, and blank in some rows', groups, shown, masks)
    if (hidesEnough(groups, one, limits.valuesBehindABlank)) made.push(one)
  }
  return made
}
