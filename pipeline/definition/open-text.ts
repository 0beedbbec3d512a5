/** What is done with answers in respondents' own words, as the stages read it. */
import type { Condition, Id, SourceFile } from './model.ts'

export interface OpenText {
  readonly coders: readonly Coder[]
  /** Whose codes count where coders disagree and nobody adjudicated. */
  readonly resolve: 'first coder' | 'any coder' | 'every coder' | 'nobody'
  /** Codes that were agreed on where coders disagreed. */
  readonly adjudication?: CodingSheet
  readonly quotes?: QuotesSheet
  /** Decisions on what may be published, kept beside the definition. Columns: `id`, `choice`. */
  readonly review?: SourceFile
}

/** A sheet of quotes. Columns: `response`, `question`, `quote`, `theme`; others do not matter. */
export interface QuotesSheet extends SourceFile {
  /** To whom, finest first: words with published variables in braces, `{region} {type}`. */
  readonly attribution: readonly string[]
  /** Variable -> value -> how it reads in an attribution. */
  readonly words: Readonly<Record<Id, Readonly<Record<string, string>>>>
  /** Who may be attributed by name, besides having agreed to it. */
  readonly namedIf: Condition
}

/** A sheet of codes. Columns: `response`, `question`, `codes`; others do not matter. */
export interface CodingSheet extends SourceFile {
  /** Between several codes in one cell. */
  readonly separator: string
}

export interface Coder extends CodingSheet {
  readonly coder: string
}

/** One theme, or sub-theme, of a code frame. */
export interface TextTheme {
  readonly code: Id
  /** As a table's row: a sub-theme behind the title of its theme. */
  readonly label: string
  readonly meaning: string
  /** Words and phrases by which it is proposed; `*` stands for further letters. */
  readonly keywords: readonly string[]
  /** Code of the theme that it is a part of. */
  readonly parent?: Id
  /** Code of the theme that says the contrary. */
  readonly opposite?: Id
}
