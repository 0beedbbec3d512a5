import { isAsStrict, PROFILES, type Rule, riskModel } from '../../policy.ts'
import type { Fault } from '../fault.ts'
import type { Definition, Privacy } from '../model.ts'

/** Thresholds laxer than the profile's without a waiver, waivers that waive nothing, and rules that contradict. */
export function checkPrivacy({ privacy }: Definition): readonly Fault[] {
  const { profile, rules, waivers } = privacy
  const model = PROFILES[profile]
  const lax = Object.entries(rules).flatMap(([name, value]): readonly Fault[] => {
    const rule = name as Rule
    if (isAsStrict(rule, value, model[rule])) return []
    return [
      {
        code: 'laxer-rule',
        path: rule === 'minimum_class' ? ['privacy', rule] : ['privacy', 'rules', rule],
        message: `${rule} is laxer than the profile '${profile}' allows: ${value}, where it has ${model[rule]}.`,
        expected: `${rule === 'microdata' ? 'at most' : 'at least'} ${model[rule]}`,
        advice: 'Remove it, or state it under waivers with the reason: the release prints it.',
      },
    ]
  })
  const waived = waivers.flatMap(({ rule, value }, index): readonly Fault[] => {
    if (rule === 'personal_facts') return []
    const path = ['privacy', 'waivers', index]
    if (rule === 'small_base') {
      return [
        {
          code: 'nothing-to-waive',
          path,
          message:
            'small_base protects nobody: it marks figures that few people stand behind. It needs no waiver.',
          advice: `Write rules: { small_base: ${value ?? 30} }, and remove the waiver.`,
        },
      ]
    }
    if (rule !== 'profile' && value === undefined) {
      return [
        {
          code: 'waiver-without-value',
          path,
          message: `The waiver of ${rule} does not say what holds instead.`,
          advice: 'Add value: and a number.',
        },
      ]
    }
    if (rule !== 'profile' && Object.hasOwn(rules, rule)) {
      return [
        {
          code: 'contradictory-rules',
          path,
          message: `${rule} is both made stricter under rules and waived here.`,
          advice: 'Keep one of the two.',
        },
      ]
    }
    return []
  })
  const unexplained =
    profile === 'as-published' && !waivers.some(({ rule }) => rule === 'profile')
      ? [
          {
            code: 'profile-without-waiver',
            path: ['privacy', 'profile'],
            message:
              "The profile 'as-published' hides nothing in tables, so it needs a waiver that says why.",
            advice: 'Add under privacy: waivers: [{ rule: profile, reason: ... }], or use another profile.',
          },
        ]
      : []
  // One fault at a time: what is laxer is told first.
  return [
    ...lax,
    ...waived,
    ...unexplained,
    ...(lax.length > 0 ? [] : [...hiddenAndShown(privacy), ...leadingNowhere(privacy)]),
  ]
}

/** Tables that hide or round counts, beside responses in which anybody can count them. */
function hiddenAndShown(privacy: Privacy): readonly Fault[] {
  const { microdata, small_counts, rounding } = riskModel(privacy)
  if (microdata === 0 || (small_counts === 0 && rounding <= 1)) return []
  const [rule, what] =
    small_counts > 0
      ? (['small_counts', 'Small counts are hidden in the tables'] as const)
      : (['rounding', 'Counts are rounded in the tables'] as const)
  const waiver = privacy.waivers.findIndex((one) => one.rule === 'microdata')
  return [
    {
      code: 'contradictory-rules',
      path:
        waiver >= 0
          ? ['privacy', 'waivers', waiver]
          : Object.hasOwn(privacy.rules, rule)
            ? ['privacy', 'rules', rule]
            : ['privacy'],
      message: `${what}, while the responses are published, in which anybody can count them.`,
      expected: 'tables that hide nothing which the responses say',
      advice: 'Add under privacy: rules: { microdata: false }, or hide and round nothing.',
    },
  ]
}

/** Responses that are to lead where none leave. */
function leadingNowhere(privacy: Privacy): readonly Fault[] {
  if (privacy.lead === 'tables' || riskModel(privacy).microdata !== 0) return []
  return [
    {
      code: 'contradictory-rules',
      path: ['privacy', 'lead'],
      message: 'The responses are to lead, but the rules let no row of a response out.',
      expected: 'lead: tables, or rules under which responses are published',
      advice: 'Remove the line.',
    },
  ]
}
