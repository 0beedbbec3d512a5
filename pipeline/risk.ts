/** How anonymous responses are, as 3-anonymise finds it and reports show it. */
import type { Id } from './definition/index.ts'

/** How anonymity of the rows was reached, and what it cost. Private: the public words are made from parts of it. */
export interface AnonymityReport {
  /** Why no row leaves, in words that may be published; absent where rows do. */
  readonly withoutRows?: string
  readonly minimumClass: number
  /** Fewest different answers to a sensitive question in a class. */
  readonly diversity: number
  /** Details in rows: how many values are published, of how many that were stated; in how many rows none stands. */
  readonly identifying: readonly {
    readonly variable: Id
    readonly values: number
    readonly of: number
    readonly merged: boolean
    readonly blanked: number
  }[]
  /** Questions whose answers some rows, or `everywhere` none, show: how many answers, in rows of how many responses. */
  readonly withheld: readonly {
    readonly question: Id
    readonly answers: number
    readonly responses: number
    readonly everywhere: boolean
  }[]
  /** People who asked for confidentiality; they are counted, and are in no row. */
  readonly confidential: number
  /** Further rows left out, so that those who are in none are as many as a class. */
  readonly omitted: number
  /** Rows that are like no other in any of their columns. */
  readonly uniques: number
  readonly classes: number
  readonly smallestClass: number
  /** Share of identifying detail lost, 0 to 1: of what values say (non-uniform entropy: Gionis, Tassa, TKDE 2009). */
  readonly loss: number
  /** Ways in which rows could leave, the one that keeps most first: the share of detail that each keeps, and its classes. */
  readonly alternatives: readonly {
    readonly way: string
    readonly taken: boolean
    readonly kept: number
    readonly classes: number
    /** Answers that it withholds; not counted where it keeps less anyway. */
    readonly withheld?: number
  }[]
  readonly before: Risk
  readonly after: Risk
}

/** How easily responses can be told apart, and what belonging to a class says. */
export interface Risk {
  readonly responses: number
  readonly classes: number
  /** k: fewest responses in a class. */
  readonly smallestClass: number
  /** Responses that nobody shares a class with. */
  readonly uniques: number
  /** Classes by size: how many of them have up to so many responses; the last has no limit. */
  readonly sizes: readonly {
    readonly upTo: number | null
    readonly classes: number
    readonly responses: number
  }[]
  /**
   * Chance that somebody who knows that a person answered, and his identifying values, picks his response:
   * 1 over the size of its class. Everyone who answered is in the file, so no sampling lowers it.
   */
  readonly prosecutor: { readonly average: number; readonly highest: number }
  readonly sensitive: readonly AttributeRisk[]
}

/** What belonging to a class says of one attribute; over classes in which somebody gave an answer. */
export interface AttributeRisk {
  readonly name: string
  /** l: fewest different values in a class. */
  readonly diversity: number
  /** Share of those classes in which everybody gave the same answer. */
  readonly oneAnswer: number
  /** Largest share of one value in a class (alpha,k-anonymity: Wong, Li, Fu, Wang, KDD 2006). */
  readonly alpha: number
  /** Largest relative gain of a value in a class over all responses (beta-likeness: Cao, Karras, VLDB 2012). */
  readonly basicBeta: number
  readonly enhancedBeta: number
  /** Largest absolute log of the ratio of shares, of values there are (Brickell, Shmatikov, KDD 2008). */
  readonly deltaDisclosure: number
  /** Largest distance of a class from all responses (t-closeness: Li, Li, Venkatasubramanian, ICDE 2007). */
  readonly tCloseness: number
}
