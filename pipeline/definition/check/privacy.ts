import { isAsStrict, PROFILES, type Rule } from '../../policy.ts'
import type { Fault } from '../fault.ts'
import type { Definition } from '../model.ts'

/** Thresholds laxer than the profile's without a waiver, waivers that waive nothing, and rules that contradict. */
export function checkPrivacy({ privacy: { profile, rules, waivers } }: Definition): readonly Fault[] {
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
    const path = ['privacy', 'waivers', index]
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
  return [...lax, ...waived, ...unexplained]
}
