import type { Group, Identifying } from '../classes.ts'
import { type Generalised, generalise } from '../generalise.ts'
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
const MANY = 300

/** Of more combinations there is one try, and no optimum is looked for. */
const MOST_IMPROVED = 10_000

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
  if (groups.length > MOST_IMPROVED) {
    const [labels = []] = distinct
    const own = fixedIn(variables, fixed, labels)
    return [blankedAs(groups, own, generalise(groups, own, facets, limits))].filter((one) =>
      hidesEnough(groups, one, limits.valuesBehindABlank),
    )
  }
  const tried = distinct.slice(0, groups.length > MANY ? 1 : MOST_TRIED).map((labels) => {
    const own = fixedIn(variables, fixed, labels)
    const found = generalise(groups, own, facets, limits)
    return { own, found, candidate: blankedAs(groups, own, found) }
  })
  const [best] = [...tried].sort((a, b) => a.candidate.cost - b.candidate.cost)
  const made = tried.map(({ candidate }) => candidate)
  // The optimum takes long: it is looked for where it is most likely to be taken.
  if (best !== undefined) made.unshift(blankedAs(groups, best.own, await improve(best.found)))
  return made.filter((one) => hidesEnough(groups, one, limits.valuesBehindABlank))
}

/** The variables, those that may not be blanked with these labels as their only level. */
const fixedIn = (
  variables: readonly Identifying[],
  fixed: readonly boolean[],
  labels: Candidate['labels'],
): readonly Identifying[] =>
  variables.map((variable, index) =>
    fixed[index] === true ? { ...variable, levels: [labels[index] ?? []] } : variable,
  )

/** A solution as a candidate. */
function blankedAs(
  groups: readonly Group[],
  variables: readonly Identifying[],
  found: Generalised,
): Candidate {
  const masks: number[] = []
  for (const { at, part } of linesOf(found)) masks[at] = part.mask
  const shown = variables.map(({ levels }, index) => levels[found.best.node.level[index] ?? 0] ?? [])
  return candidateOf('recoded, and blank in some rows', groups, shown, masks)
}
