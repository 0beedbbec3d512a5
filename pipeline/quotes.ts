/** What is quoted of open answers, before and after people have decided on it. */
import type { Id } from './definition/index.ts'

/** Words of an answer as they are published: redacted, approved, attributed to a group or by consent to a name. */
export interface Quote {
  readonly question: Id
  /** Code of the theme it stands for. */
  readonly theme?: Id
  readonly text: string
  readonly attribution: string
}

/** Something a person must decide before words are published: whether a passage gives somebody away, or the quote itself. */
export interface ReviewItem {
  readonly id: string
  readonly what: 'words' | 'quote'
  readonly question: Id
  /** Reference of the response, for the research team. */
  readonly response: string
  /** Row of the sheet of quotes. */
  readonly row: number
  /** Words with what stands around them and \u2039marks\u203a, or the quote as it would be published. */
  readonly passage: string
  /** The words to be decided on, or to whom the quote is attributed. */
  readonly subject: string
  readonly reason: string
  /** What is done where nobody decides, but for a quote: that is never published undecided. */
  readonly proposal: 'redact' | 'publish'
  /** Whether nothing is published before it is decided. */
  readonly needed: boolean
  readonly choice?: string
}

/** Why chosen quotes are not published, in words, and how many. */
export interface WithheldQuotes {
  readonly reason: string
  readonly rows: readonly number[]
}

export interface QuotesReport {
  readonly chosen: number
  readonly published: number
  readonly withheld: readonly WithheldQuotes[]
  /** Decisions of earlier reviews that belong to nothing any more. */
  readonly void: number
}
