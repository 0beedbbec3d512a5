/** A name of the consultation, and what it names. */
export interface Entry {
  readonly text: string
  /** What its placeholder says. */
  readonly kind: string
  /**
   * A person goes by parts of the name, an organisation or authority by a name without "Council" or by its initials;
   * other words stand for themselves alone, as they do when this is absent.
   */
  readonly names?: 'person' | 'organisation' | 'words'
}

/**
 * How sure a form of a name is where it stands. `always`: whatever its capitals. `capital`: where it is written with them,
 * else to be looked at if it has several words. `bare`: alone it may be an ordinary word or somebody else; with
 * "Council" or its like beside it it is sure, with a capital it is to be looked at. `own`: as `bare`, but sure with a
 * capital, because it is the writer's. `doubtful`: with capitals, to be looked at.
 */
export type Strength = 'always' | 'capital' | 'own' | 'bare' | 'doubtful'

/** One way of writing a name. */
export interface Form {
  readonly text: string
  readonly kind: string
  readonly strength: Strength
}
