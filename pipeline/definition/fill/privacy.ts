import type { Rule } from '../../policy.ts'
import { oneLine } from '../label-key.ts'
import type { Privacy } from '../model.ts'
import { given } from './given.ts'
import type { WrittenDefinition } from './written.ts'

/** Thresholds and what leaves. `minimum_class` may stand by itself: it is what most definitions state. */
export function fillPrivacy(written: NonNullable<WrittenDefinition['privacy']>): Privacy {
  const {
    profile = 'consultation',
    publish = [],
    groups = 'nested',
    lead = 'tables',
    minimum_class,
    rules = {},
  } = written
  return {
    profile,
    publish,
    groups,
    lead,
    rules: {
      ...given({ minimum_class }),
      ...Object.fromEntries(Object.entries(rules).map(([rule, value]) => [rule as Rule, Number(value)])),
    },
    waivers: (written.waivers ?? []).map(({ rule, value, questions, reason, approved_by }) => ({
      rule,
      ...given({ value, questions }),
      reason: oneLine(reason),
      ...given({ approvedBy: approved_by === undefined ? undefined : oneLine(approved_by) }),
    })),
  }
}
