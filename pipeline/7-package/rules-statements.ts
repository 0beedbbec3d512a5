import type { ReleasedTables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { listed } from '../listed.ts'
import { type NotTested, notTestedInWords } from '../not-tested.ts'
import { PROFILES, type Rule } from '../policy.ts'
import { PROFILE_IN_WORDS, rulesInWords } from '../rules-in-words.ts'
import { counted } from './words.ts'

/** Which rules a release keeps: the profile, and what each asks of its rows, where it has any, its tables and between releases. */
export function ruleStatements(
  { privacy }: Definition,
  { plan, responses }: ReleasedTables,
  notTested: readonly NotTested[],
): readonly string[] {
  const { profile } = privacy
  // Rows that could leave by the rules may be too few to leave.
  const microdata = responses.responses.rows === 0 ? 0 : plan.rules.microdata
  const asked = rulesInWords({ ...plan.rules, microdata }).filter(
    ({ of, rule }) => of !== 'quotes' && of !== 'quality' && rule !== 'microdata',
  )
  const intro =
    profile === 'as-published'
      ? `Nothing is hidden in the tables: the rules are those for ${PROFILE_IN_WORDS[profile]}.`
      : `The release keeps the rules for ${PROFILE_IN_WORDS[profile]} (the profile \u201c${profile}\u201d).`
  const isTested = (name: Rule) => notTested.every(({ rule }) => rule !== name)
  const rules = asked.map(({ rule, says }) => (isTested(rule) ? says : says.replace(/\.$/, ' (not tested).')))
  return [[intro, ...rules].join(' ')]
}

/** Rules that are laxer here than in the profile, each with its reason. */
export const waiverStatements = ({ privacy }: Definition): readonly string[] =>
  privacy.waivers.map(({ rule, value, questions = [], reason, approvedBy }) => {
    const what =
      rule === 'profile'
        ? `The profile \u201c${privacy.profile}\u201d was chosen`
        : rule === 'personal_facts'
          ? `Facts about persons are published row by row, though classes are not counted by them: the answers to ${listed(questions)}`
          : `One rule is laxer here than in the profile: ${rule} is ${value} instead of ${PROFILES[privacy.profile][rule]}`
    const who = approvedBy === undefined ? '' : ` Approved by ${approvedBy}.`
    return `${what}. The reason: ${reason.replace(/[.\s]+$/, '')}.${who}`
  })

/** What of the tables is hidden, rounded or left out, and why, in numbers. */
export function hiddenStatements({ protection, plan }: ReleasedTables): readonly string[] {
  const { figures, hidden, changed } = protection
  if (figures === 0) return []
  const inTables = figures - hidden.refused - hidden.unrounded
  const reasons = [
    ...some(hidden.base, 'because too few people answered (primary suppression)'),
    ...some(
      hidden.derived,
      'because they, or what follows from them, say what few people answered (primary and complementary suppression)',
    ),
  ]
  const left = [
    ...some(hidden.refused, 'in breakdowns that were refused'),
    ...some(hidden.unrounded, 'because they cannot be made from rounded counts'),
  ]
  return [
    [
      reasons.length === 0
        ? `None of the ${counted(inTables, 'figure', 'figures')} in the tables had to be hidden.`
        : `Of ${counted(inTables, 'figure', 'figures')} in the tables, some are not shown and marked [c]: ${listed(reasons)}.`,
      ...(hidden.quality === 0
        ? []
        : [
            `${counted(hidden.quality, 'figure is', 'figures are')} left out and marked [x], for too few answered to conclude from; the published responses tell as much.`,
          ]),
      ...(left.length === 0 ? [] : [`Left out as a whole: ${listed(left)}.`]),
      ...(plan.rules.rounding > 1
        ? [
            `By rounding, ${counted(changed.figures, 'figure differs', 'figures differ')} from what was counted: percentages by ${changed.meanPercent} points on average, counts by ${changed.meanCount}.`,
          ]
        : []),
    ].join(' '),
  ]
}

const some = (count: number, why: string): readonly string[] =>
  count === 0 ? [] : [`${counted(count, 'figure', 'figures')} ${why}`]

/**
 * That the release was attacked, what that means, and what the attack left out; true of any that appears, because
 * others are stopped.
 */
export function attackStatement({ privacy }: Definition, notTested: readonly NotTested[]): string {
  const left = notTested.map(notTestedInWords).join('; ')
  return [
    'Before it appeared, this release was attacked, alone and together with every earlier one of the same consultation: a program that holds every published file and knows these rules tried to work out, by whole-number arithmetic, what they keep from it.',
    ...(left === '' ? [] : [`Not everything was tested: ${left}.`]),
    privacy.profile === 'as-published'
      ? 'Since the figures are public already, what it found was reported to the publisher and did not stop the release.'
      : `It found nothing${left === '' ? '' : ' in what it tested'}; with a finding nothing would have been published. That does not rule out what somebody knows from elsewhere, such as from respondents themselves.`,
  ].join(' ')
}
