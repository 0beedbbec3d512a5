import type { Id } from '../../definition/index.ts'

/** A condition that rows make visible though it is no opinion: who was asked, which file, a population by answers. */
export interface Telling {
  /** SQL over a response `r`: which side it is on. */
  readonly sql: string
  /** Questions whose columns tell the side, and what was asked because of them. */
  readonly questions: ReadonlySet<Id>
  /** Questions whose answers are the condition: what they say of its sides is how these are made up. */
  readonly own: ReadonlySet<Id>
  /** Questions that are not put to one side because of details and files alone; others can know the side of somebody. */
  readonly routed: ReadonlySet<Id>
}

/** What rows do not show, though it leaves with other rows. */
export interface Withholding {
  /** Question -> classes whose rows do not show its answers. */
  readonly withheld: ReadonlyMap<Id, ReadonlySet<number>>
  /** Questions that no row shows. */
  readonly leftOut: ReadonlySet<Id>
  /** Answers that are lost, each where it stood. */
  readonly answers: number
  readonly byQuestion: readonly {
    readonly question: Id
    readonly answers: number
    readonly responses: number
  }[]
}
