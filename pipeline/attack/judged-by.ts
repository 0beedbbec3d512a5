import type { TabulationPlan } from '../disclosure/index.ts'
import { PROFILES } from '../policy.ts'

/** Figures that are public already are judged by the rules for consultations: nothing of them is hidden. */
export const judgedBy = (plan: TabulationPlan): TabulationPlan =>
  plan.profile === 'as-published' ? { ...plan, rules: PROFILES.consultation } : plan
