/** `consultation.yaml` once it has the right shape: see `schemas/consultation.schema.json`. */
export interface WrittenDefinition {
  readonly title: string
  readonly description?: string
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string }
  readonly licence: 'OGL-UK-3.0' | 'CC-BY-4.0' | 'CC0-1.0'
  readonly version?: string
  readonly published?: string
  readonly language?: string
  readonly keywords?: readonly string[]
  readonly fieldwork: { readonly start: string; readonly end: string }
  readonly sources?: readonly { readonly title: string; readonly url?: string }[]
  readonly notes?: readonly string[]
  readonly frame?: WrittenFrame
  readonly invitees?: WrittenInvitees
  readonly responses: OneOrMore<WrittenResponses>
  readonly variables?: Readonly<Record<string, WrittenVariable>>
  readonly questions: Readonly<Record<string, WrittenQuestion>>
  readonly populations?: Readonly<Record<string, WrittenPopulation>>
  readonly tables?: WrittenTables
  readonly reporting?: {
    readonly decimals?: number
    readonly low?: string
    readonly zero?: string
    readonly not_applicable?: string
  }
  readonly cleaning?: WrittenCleaning
  readonly privacy?: {
    readonly profile?: 'consultation'
    readonly publish?: readonly string[]
    readonly minimum_class?: number
  }
  readonly printed?: string
}

export type OneOrMore<T> = T | readonly T[]

/** One label, or several of which any will do. */
export type WrittenCondition = Readonly<Record<string, OneOrMore<string>>>

export interface WrittenFile {
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  readonly columns?: Readonly<Record<string, string>>
  readonly identifying?: readonly string[]
  readonly ignore?: readonly string[]
}

export interface WrittenFrame extends WrittenFile {
  readonly unit?: { readonly one: string; readonly many: string }
}

export interface WrittenInvitees extends WrittenFile {
  readonly separator?: string
}

export interface WrittenResponses extends WrittenFile {
  readonly separator?: string
  readonly set_aside?: readonly {
    readonly reason: string
    readonly column: string
    readonly equals?: OneOrMore<string>
    readonly starts_with?: OneOrMore<string>
  }[]
  readonly from_frame?: boolean
}

export type WrittenGroups = Readonly<Record<string, readonly string[]>>

export interface WrittenVariable {
  readonly title?: string
  readonly values: readonly string[]
  readonly groups?: OneOrMore<WrittenGroups>
}

export interface WrittenQuestion {
  readonly text: string
  readonly kind?: 'single' | 'scale' | 'multiple' | 'number' | 'open'
  readonly answers?: readonly string[]
  readonly asked_if?: WrittenCondition
  readonly populations?: readonly string[]
  readonly statistics?: readonly ('count' | 'percent')[]
  readonly nets?: Readonly<Record<string, readonly string[]>>
  readonly columns?: Readonly<Record<string, string>>
  readonly unticked?: readonly string[]
  readonly separator?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly bands?: readonly { readonly label: string; readonly below?: number }[]
}

export interface WrittenPopulation {
  readonly title: string
  readonly base: string
  readonly where?: WrittenCondition
}

export interface WrittenTables {
  readonly response_rates?: readonly string[]
  readonly profile?: readonly string[]
  readonly coverage?: boolean
  readonly populations?: readonly string[]
  readonly breakdowns?: readonly string[]
}

export interface WrittenCleaning {
  readonly keep?: 'last complete' | 'first' | 'last' | 'all'
  readonly partial?: 'set aside' | 'keep'
  readonly unlisted_answers?: 'refuse' | 'error'
  readonly dates?: 'day first' | 'month first'
}
