/**
 * The disclosure report, for the team's own eyes. In: the definition, and what anonymising, protecting and
 * attacking came to, as far as a run got. Out: the report as data and as a page. Pure. Does not belong here: what a
 * release itself says of its protection (7-package), and where the report is written (edge).
 */
import { refusalStatements } from '../7-package/index.ts'
import { type AttackReport, findingIssue } from '../attack/index.ts'
import type { Definition } from '../definition/index.ts'
import type { Issue } from '../issues.ts'
import type { Disclosed } from '../pipeline.ts'
import { PROFILES, riskModel } from '../policy.ts'
import { rulesInWords } from '../rules-in-words.ts'
import type { DisclosureReport, WaiverInWords } from './model.ts'

export type { DisclosureReport } from './model.ts'
export { disclosurePage } from './page.ts'

/** What is to be told of a run, whether its release appeared or not. */
export function disclosureReport(definition: Definition, found: Disclosed): DisclosureReport {
  const { id, title, privacy } = definition
  const { anonymity, refused = [], released, attack } = found
  const findings = [...refused, ...(attack?.findings ?? []).map(findingIssue)]
  return {
    consultation: id,
    title,
    outcome: outcomeOf(definition, refused, attack),
    profile: privacy.profile,
    rules: rulesInWords(riskModel(privacy)),
    waivers: waiversInWords(definition),
    responses: anonymity,
    ...(released === undefined ? {} : { tables: released.protection }),
    refusals: released === undefined ? [] : refusalStatements(released),
    refusedBreakdowns: released?.refusedBreakdowns ?? [],
    ...(released?.suppression === undefined ? {} : { suppression: released.suppression }),
    ...(attack === undefined
      ? {}
      : {
          attack: {
            examined: attack.examined,
            untight: attack.untight,
            comparedWith: attack.comparedWith,
            notTested: attack.notTested,
          },
        }),
    findings: findings.map(({ message, advice = '' }) => ({ finding: message, mend: advice })),
  }
}

function outcomeOf(
  { privacy }: Definition,
  refused: readonly Issue[],
  attack: AttackReport | undefined,
): DisclosureReport['outcome'] {
  if (refused.length > 0) return 'stopped while protecting tables'
  if (attack === undefined || attack.findings.length === 0) return 'passed'
  return privacy.profile === 'as-published' ? 'reported on' : 'stopped by the attack'
}

/** Waivers, each with what would hold without it. */
const waiversInWords = ({ privacy }: Definition): readonly WaiverInWords[] =>
  privacy.waivers.map(({ rule, value, questions = [], reason, approvedBy }) => ({
    rule,
    says:
      rule === 'profile'
        ? `the profile is ${privacy.profile}`
        : rule === 'personal_facts'
          ? `published row by row: ${questions.join(', ')}`
          : `${value} instead of ${PROFILES[privacy.profile][rule]}`,
    reason,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  }))
