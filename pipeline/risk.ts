/** How anonymous responses are, as 3-anonymise finds it and reports show it. */
import type { Id } from './definition/index.ts'

/** How anonymity was reached, and what it cost. Private: the public words are made from parts of it. */
export interface AnonymityReport {
  readonly minimumClass: number
  /** Fewest different answers to a sensitive question in a class. */
  readonly diversity: number
  /** Whether what is blanked is the least there is, or a good choice where finding that would take too long. */
  readonly method: 'optimum' | 'greedy'
  readonly identifying: readonly { readonly variable: Id; readonly level: number; readonly blanked: number }[]
  /** Sensitive questions: how many answers to each are withheld, and in how many responses nothing is shown. */
  readonly sensitive: readonly {
    readonly question: Id
    readonly withheld: number
    readonly responses: number
  }[]
  readonly classes: number
  readonly smallestClass: number
  /** Share of identifying detail lost: normalised certainty penalty, 0 to 1. */
  readonly loss: number
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
