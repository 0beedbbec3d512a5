/** What each column of the responses holds, for people and archives. */
export interface Codebook {
  /** Published responses; absent where none are: then the columns say what was asked, and nothing is counted. */
  readonly rows?: number
  readonly variables: readonly Variable[]
  /** Asked too, but of which no answer is among the responses. */
  readonly unreleased: readonly { readonly id: string; readonly text: string }[]
}

export interface Variable {
  readonly name: string
  readonly label: string
  /** Wording of the question it answers, in full. */
  readonly question?: string
  /** Who was asked, where not everybody was. */
  readonly universe?: string
  readonly kind: 'identifier' | 'category' | 'yes or no' | 'text'
  /** Whether the order of the values says something. */
  readonly ordered: boolean
  /** In order; without counts where they are not to be shown. */
  readonly values: readonly Value[]
  /** Marks that say why there is no answer, with what they mean. */
  readonly missing: readonly (Value & { readonly meaning: string })[]
}

export interface Value {
  readonly value: string
  readonly count?: number
  /** What it stands for, where it is not what was answered. */
  readonly note?: string
}
