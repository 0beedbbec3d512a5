/**
 * What can be wrong with a definition or with data, as values.
 *
 * An issue says what is wrong, where, what was expected and what to do. It never carries the
 * respondent's words: no field of this type may hold a cell's content.
 */
export type Severity = 'error' | 'warning' | 'note'

/** Who must act; decides the exit code when the severity is `error`. */
export type Concern = 'usage' | 'definition' | 'data' | 'disclosure' | 'portal' | 'connection'

export interface Issue {
  /** Stable, path-like, for machines: `collect/ragged-row`. */
  readonly code: string
  readonly severity: Severity
  readonly concern: Concern
  /** What is wrong, in a sentence a research officer understands. */
  readonly message: string
  /** What to do about it. */
  readonly advice?: string
  /** File name relative to the consultation's folder. */
  readonly file?: string
  /** Line of a definition, or record of a data file counting the header as 1. */
  readonly row?: number
  /** Column heading, or key path of a definition (`questions.q1.kind`). */
  readonly column?: string
  readonly expected?: string
}

/** A value together with what was noticed while making it. */
export interface Checked<T> {
  readonly value: T
  readonly issues: readonly Issue[]
}

export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.severity === 'error')

/** Thrown at a stage's door when its input is refused; carries only issues, never data. */
export class Refused extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message).join('\n'))
    this.name = 'Refused'
    this.issues = issues
  }
}
