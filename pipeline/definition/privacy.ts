/** What may leave, and which thresholds of disclosure control hold. */
import type { ProfileName, Rule } from '../policy.ts'
import type { Id } from './model.ts'

export interface Privacy {
  /** The set of thresholds of disclosure control, see policy.ts. */
  readonly profile: ProfileName
  /** The allow-list: what of a respondent leaves (variables, and single-choice questions about facts), most important first. */
  readonly publish: readonly Id[]
  /** Thresholds that are stricter here than in the profile. */
  readonly rules: Readonly<Partial<Record<Rule, number>>>
  /** Thresholds that are laxer here, each with its reason; printed in the release. */
  readonly waivers: readonly Waiver[]
  /** How small groups are kept from following from others: by hiding figures, or by showing only groups that do not overlap. */
  readonly groups: 'nested' | 'partition'
  /** What is kept as it is where tables and rows cannot both be: the other gives way. */
  readonly lead: 'tables' | 'responses'
}

export interface Waiver {
  readonly rule: Rule | 'profile' | 'personal_facts'
  /** The threshold that holds instead; none for `profile` and `personal_facts`. */
  readonly value?: number
  /** Of `personal_facts`: questions about facts whose answers leave row by row all the same. */
  readonly questions?: readonly Id[]
  readonly reason: string
  readonly approvedBy?: string
}
