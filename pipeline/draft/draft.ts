/** A draft of `consultation.yaml`, with what is doubtful about each line of it. */
export interface Draft {
  readonly title: string
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  readonly platform?: string
  readonly fieldwork: { readonly start: string; readonly end: string; readonly doubts: Doubts }
  /** What is under `columns:` of the responses: role, variable or question, and its heading. */
  readonly columns: readonly DraftColumn[]
  readonly identifying: readonly DraftHeading[]
  readonly ignore: readonly DraftHeading[]
  readonly fromFrame?: false
  /** What the column `do_not_publish` says where a response may be published. */
  readonly mayPublish?: readonly string[]
  readonly variables: readonly DraftVariable[]
  readonly questions: readonly DraftQuestion[]
  readonly frame?: DraftFrame
  readonly cleaning: {
    readonly dates?: 'day first' | 'month first'
    readonly unlistedAnswers?: 'error'
    readonly doubts: Doubts
  }
  /** Variables that could be published, the safest to say so first. */
  readonly publishable: readonly string[]
}

/** Questions to the author, each a sentence. */
export type Doubts = readonly string[]

export interface DraftColumn {
  readonly name: string
  readonly heading: string
  readonly doubts: Doubts
}

export interface DraftHeading {
  readonly heading: string
  readonly doubts: Doubts
}

export interface DraftVariable {
  readonly id: string
  readonly title: string
  readonly values: readonly string[]
  readonly doubts: Doubts
}

export type Kind = 'single' | 'scale' | 'multiple' | 'matrix' | 'ranking' | 'number' | 'date' | 'open'

export interface Band {
  readonly label: string
  readonly below?: number | string
}

export interface DraftQuestion {
  readonly id: string
  readonly text: string
  readonly kind: Kind
  readonly answers?: readonly string[]
  readonly items?: readonly string[]
  readonly other?: string
  readonly otherText?: string
  readonly separator?: string
  readonly unticked?: readonly string[]
  /** Answer or item, and the heading of its column, where headings are not "question - answer". */
  readonly columns?: readonly (readonly [label: string, heading: string])[]
  readonly bands?: readonly Band[]
  /** It asks for a fact about the person: no published row has its answers. */
  readonly identifying?: true
  readonly askedIf?: { readonly name: string; readonly answers: readonly string[] }
  readonly doubts: Doubts
}

export interface DraftFrame {
  readonly file: string
  readonly columns: readonly DraftColumn[]
  readonly ignore: readonly DraftHeading[]
  readonly doubts: Doubts
}
