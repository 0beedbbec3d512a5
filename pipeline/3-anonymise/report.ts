import type { AnonymityReport, Risk } from '../artefacts.ts'
import type { Group, Identifying } from './classes.ts'
import type { Generalised } from './generalise.ts'
import type { Improved } from './improve.ts'
import { riskOf } from './risk/index.ts'
import type { SensitiveFacet, SensitiveQuestion } from './sensitive.ts'
import { isBlank, keysOf, type Limits } from './suppression/index.ts'

/** What the report is made of. */
export interface Reported {
  readonly variables: readonly Identifying[]
  readonly sensitive: readonly SensitiveQuestion[]
  readonly facets: readonly SensitiveFacet[]
  readonly limits: Limits
  readonly generalised: Improved
  /** Combinations as received. */
  readonly before: readonly Group[]
  /** Combinations as published, counted anew. */
  readonly after: readonly Group[]
}

/** What anonymising came to: what it took, and the risk before and after. */
export function anonymityReport(reported: Reported): AnonymityReport {
  const { variables, sensitive, facets, limits, generalised, before, after } = reported
  const { node, plan } = generalised.best
  const keyOf = keysOf(node.problem)
  const blanked = (variable: number) =>
    plan.parts.reduce((sum, { mask, count }) => sum + (isBlank(mask, variable) ? count : 0), 0)
  const risk = riskAfter(facets, after)
  return {
    minimumClass: limits.minimumClass,
    diversity: limits.diversity,
    method: generalised.method,
    identifying: variables.map(({ id }, index) => ({
      variable: id,
      level: node.level[index] ?? 0,
      blanked: blanked(index),
    })),
    sensitive: sensitive.map(({ question }, index) => ({
      question: question.id,
      withheld: answersOf(facets, index, before) - answersOf(facets, index, after),
      responses: plan.parts.reduce(
        (sum, part) =>
          sum + (plan.withheld[index]?.has(keyOf(part.group, part.mask)) === true ? part.count : 0),
        0,
      ),
    })),
    classes: risk.classes,
    smallestClass: risk.smallestClass,
    loss: lossOf(generalised),
    before: riskAfter(facets, before),
    after: risk,
  }
}

const riskAfter = (facets: readonly SensitiveFacet[], groups: readonly Group[]): Risk =>
  riskOf(
    groups.map(({ count, answers }) => ({ size: count, answers })),
    facets.map(({ column, ordered }) => ({ name: column.name, ordered })),
  )

/** Responses that answered a sensitive question. */
const answersOf = (facets: readonly SensitiveFacet[], question: number, groups: readonly Group[]): number => {
  const own = facets.flatMap((facet, index) => (facet.question === question ? [index] : []))
  return groups.reduce(
    (sum, { answers }) =>
      sum + Math.max(0, ...own.map((facet) => (answers[facet] ?? []).reduce((all, one) => all + one, 0))),
    0,
  )
}

/** Share of identifying detail lost: every label's loss, 1 for a blank, over all values of all responses. */
function lossOf({ levels, best: { node, plan } }: Generalised): number {
  const { variables, labels } = node.problem
  let lost = 0
  let total = 0
  for (const { group, mask, count } of plan.parts) {
    for (let variable = 0; variable < variables; variable += 1) {
      const label = labels[group * variables + variable] ?? 0
      const own = levels[variable]?.[node.level[variable] ?? 0]?.lost[label] ?? 0
      lost += count * (isBlank(mask, variable) ? 1 : own)
      total += count
    }
  }
  return total === 0 ? 0 : lost / total
}
