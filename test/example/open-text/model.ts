/** What people write about one open question: passages by theme, and what they put around them. */
export interface OpenText {
  /** Code of a theme -> how often it is mentioned, of a hundred answers, and passages that mention it. */
  readonly themes: Readonly<Record<string, Passages>>
  /** Before the first passage; most answers have none. */
  readonly openings: readonly string[]
  /** After the last. */
  readonly closings: readonly string[]
}

export interface Passages {
  readonly weight: number
  /** Who says this says nothing else. */
  readonly alone?: true
  /** `{a|b}` stands for one of its alternatives. No two passages of a question may hold each other. */
  readonly passages: readonly string[]
}
