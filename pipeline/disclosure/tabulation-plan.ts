import type { Condition, Id } from '../definition/index.ts'
import type { ProfileName, RiskModel } from '../policy.ts'
import type { GroupOfRespondents } from '../tables.ts'
import type { PlannedRows } from './planned-rows.ts'

/**
 * How the tables of a release hang together: what anybody may know, because the release says it. Written
 * into each release as `tabulation-plan.json`, so that whoever attacks or re-uses it need not guess.
 */
export interface TabulationPlan {
  readonly profile: ProfileName
  /** The thresholds in force; the rules are public, the answers are not. */
  readonly rules: RiskModel
  /** Most that a rounded count lies from the true one; 0 where counts are not rounded. */
  readonly roundedWithin: number
  readonly questions: readonly PlannedQuestion[]
  readonly populations: readonly {
    readonly id: Id
    readonly where: Condition
    /** Whether it rests on answers, which nobody else knows. */
    readonly answers?: true
  }[]
  /** What stands in the column `population` of the tables, taken apart. */
  readonly groups: readonly PlannedGroup[]
  /** Values of each variable that tables are broken down by or that populations rest on. */
  readonly variables: readonly { readonly id: Id; readonly values: readonly string[] }[]
  /** Variables that stand in the published responses, as published. */
  readonly published: readonly Id[]
  /** Of these, values that were put together: variable -> label -> the values it stands for. */
  readonly recoded?: Readonly<Record<Id, Readonly<Record<string, readonly string[]>>>>
  /** Whether tables count people of whom no row leaves. */
  readonly somePeopleWithoutRow?: true
  /** What stands in the published responses, also where tables are not compared with it; releases of before lack it. */
  readonly rows?: PlannedRows
  /** Table -> the question it counts, or whose scores it averages. */
  readonly tables: readonly {
    readonly id: string
    readonly question: Id
    readonly of: 'answers' | 'scores'
  }[]
}

export interface PlannedQuestion {
  readonly id: Id
  /** Whether each respondent in the base is in one row, in any number of them, or (what is ranked first) in one at most. */
  readonly rows: 'one' | 'several' | 'ranked'
  /** The rows: answers, then "no reply" where it is in the base. */
  readonly answers: readonly string[]
  readonly nets: Readonly<Record<string, readonly string[]>>
  /** Rows whose people are all in another row too: that of a sub-theme -> that of its theme. */
  readonly within?: Readonly<Record<string, string>>
  readonly base: 'answered' | 'asked' | 'rule'
  /** Asked, or counted, only of those who gave any (or all) of these answers to each of these questions. */
  readonly askedIf: readonly PlannedRoute[]
  /** Whether the base is all those: everybody who was asked, and nothing else led to it. */
  readonly exactly?: true
  /** Columns of the published responses whose answers say, alone or with other conditions, who is asked. */
  readonly routedBy?: readonly string[]
  /** Nobody may learn that all, or all but one, of a small group gave the same answer. */
  readonly sensitive?: true
  /** Percentages are weighted: they stand for no counts. */
  readonly weighted: boolean
  /** What answers count in a mean of scores; absent where no mean is of scores. */
  readonly scores?: Readonly<Record<string, number>>
  /** Where each row stands in the published responses: who holds this value in this column. */
  readonly columns: readonly { readonly row: string; readonly name: string; readonly value: string }[]
  /** Values that say that a respondent is in the base, in any of these columns. */
  readonly replies: readonly string[]
}

/** Answers to an earlier question that lead to a later one. */
export interface PlannedRoute {
  readonly question: Id
  readonly how: 'any' | 'all'
  readonly answers: readonly string[]
  /** It says who is counted, not who is asked: others may have answered, too. */
  readonly counts?: true
}

/** A group that columns of tables show. */
export interface PlannedGroup extends GroupOfRespondents {
  readonly id: string
}

/** Row that a base of all who were asked has besides the answers. */
export const NO_REPLY = 'No reply'
