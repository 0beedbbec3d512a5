import type { AnonymityReport, ProtectionReport, RefusedBreakdown, SuppressionReport } from '../artefacts.ts'
import type { NotTested } from '../not-tested.ts'
import type { ProfileName } from '../policy.ts'
import type { RuleInWords } from '../rules-in-words.ts'

/** What happened to a release, for those who answer for it. Private: says what was hidden. */
export interface DisclosureReport {
  readonly consultation: string
  readonly title: string
  /** Whether it may appear, and if not, at which point it was stopped. */
  readonly outcome: 'passed' | 'stopped while protecting tables' | 'stopped by the attack' | 'reported on'
  readonly profile: ProfileName
  readonly rules: readonly RuleInWords[]
  readonly waivers: readonly WaiverInWords[]
  readonly responses: AnonymityReport
  /** Absent where tables could not be protected. */
  readonly tables?: ProtectionReport
  /** Breakdowns that are refused, and why, in sentences. */
  readonly refusals: readonly string[]
  /** The same breakdowns with the sizes of their groups, and what would let them be shown. */
  readonly refusedBreakdowns: readonly RefusedBreakdown[]
  /** Absent where nothing had to be hidden beside what is hidden for itself. */
  readonly suppression?: SuppressionReport
  /** Absent where it did not come to that. */
  readonly attack?: {
    readonly examined: number
    readonly untight: number
    readonly comparedWith: readonly string[]
    readonly notTested: readonly NotTested[]
  }
  /** What stands against the release: what is known, and what would mend it. */
  readonly findings: readonly { readonly finding: string; readonly mend: string }[]
}

export interface WaiverInWords {
  readonly rule: string
  readonly says: string
  readonly reason: string
  readonly approvedBy?: string
}
