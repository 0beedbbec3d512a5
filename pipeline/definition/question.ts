/** A question as the stages read it, and the conditions that depend on answers. */
import type { Id } from './model.ts'
import type { TextTheme } from './open-text.ts'

export type Question = ClosedQuestion | MultipleQuestion | RankingQuestion | NumberQuestion | OpenQuestion

interface QuestionBase {
  readonly id: Id
  readonly text: string
  /** Routing: asked only of responses for which this holds. */
  readonly askedIf?: Condition
  /** Populations shown side by side in its table; the plan's default when absent. */
  readonly populations: readonly Id[]
  readonly statistics: readonly Statistic[]
  readonly nets: Readonly<Record<string, readonly string[]>>
  readonly base: Base
  /** Decimals of means, medians and totals. */
  readonly decimals: number
  /** Whether a group of people may not be seen to have all given the same answer. */
  readonly sensitive: boolean
  /** Whether it asks for a fact about the person that others can know: rows then leave without it. */
  readonly identifying?: boolean
}

/** Of whom percentages are: those who answered, those who were asked, or those who answered and meet a rule. */
export type Base =
  | { readonly of: 'answered' }
  | { readonly of: 'asked' }
  | { readonly of: 'rule'; readonly rule: Condition; readonly description?: string }

export interface ClosedQuestion extends QuestionBase {
  readonly kind: 'single'
  readonly answers: readonly string[]
  /** Scales keep their order in the data package. */
  readonly ordered: boolean
  /** Answer -> heading, in exports that spread one choice over a column an answer. */
  readonly headings: Readonly<Record<string, string>>
  /** What the cell of an answer that was not ticked holds, in such exports; as usual when absent. */
  readonly unticked?: readonly string[]
  /** The answer that stands for whatever else was typed. */
  readonly other?: string
  /** What each answer counts in a mean; answers without a score count in none. */
  readonly scores: Readonly<Record<string, number>>
  /** The grid it is a row of, and the row's own words. */
  readonly matrix?: { readonly text: string; readonly item: string; readonly heading?: string }
}

export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple'
  readonly answers: readonly string[]
  /** Answer -> heading of its column, where headings differ from the wording. */
  readonly headings: Readonly<Record<string, string>>
  /** What the cell of an answer that was not ticked holds. */
  readonly unticked: readonly string[]
  /** Between the answers in one cell; the file's own where it is not stated. */
  readonly separator?: string
  readonly other?: string
}

/** Items put in order of preference: a column an item that holds its rank, or one cell with the items in order. */
export interface RankingQuestion extends QuestionBase {
  readonly kind: 'ranking'
  /** The items. */
  readonly answers: readonly string[]
  readonly headings: Readonly<Record<string, string>>
  readonly separator?: string
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  /** Whether the numbers are days since 1970-01-01: a date was asked for. */
  readonly dates: boolean
  readonly minimum?: number
  readonly maximum?: number
  /** Consecutive bands, the last open: what is released. Without bands the numbers stay private. */
  readonly bands: readonly { readonly label: string; readonly below?: number }[]
}

export interface OpenQuestion extends QuestionBase {
  readonly kind: 'open'
  /** The question and answer beside which this was typed: "Other (please specify)". */
  readonly beside?: { readonly question: Id; readonly answer: string; readonly heading?: string }
  /** The code frame: each theme, then its sub-themes. */
  readonly themes?: readonly TextTheme[]
}

/** All parts must hold. Names are questions, variables or `source`. */
export type Condition = Readonly<Record<Id, ConditionPart>>

/** Any, all or none of these labels; or, without labels, any answer at all. */
export interface ConditionPart {
  readonly how: 'any' | 'all' | 'none' | 'answered'
  readonly labels: readonly string[]
}

/**
 * What is shown of an answer: how many gave it, their share, how many in the population that stands
 * for; of numbers and scores also their mean and median.
 */
export type Statistic = 'count' | 'percent' | 'total' | 'mean' | 'median'
