import type { ProfileName, Rule } from '../../policy.ts'
import type { ContributorRole, Frequency, Methodology, Statistic, Theme } from '../model.ts'
import type { WrittenOpenText, WrittenThemes } from './written-open-text.ts'

/** `consultation.yaml` once it has the right shape: see `schemas/consultation.schema.json`. */
export interface WrittenDefinition {
  readonly title: string
  readonly description?: string
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string }
  readonly licence: 'OGL-UK-3.0' | 'CC-BY-4.0' | 'CC0-1.0'
  readonly version?: string
  readonly changes?: Readonly<
    Record<string, { readonly kind: 'correction' | 'planned revision'; readonly note: string }>
  >
  readonly published?: string
  readonly publishAt?: string
  readonly language?: string
  readonly keywords?: readonly string[]
  readonly fieldwork: { readonly start: string; readonly end: string }
  readonly sources?: readonly { readonly title: string; readonly url?: string }[]
  readonly notes?: readonly string[]
  readonly contributors?: readonly WrittenContributor[]
  readonly contact?: { readonly name?: string; readonly email?: string; readonly url?: string }
  readonly themes?: readonly Theme[]
  readonly spatial?: readonly (string | { readonly name: string; readonly url?: string })[]
  readonly frequency?: Frequency
  readonly methodology?: Methodology
  readonly doi?: string
  readonly landing_page?: string
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
    readonly profile?: ProfileName
    readonly publish?: readonly string[]
    readonly minimum_class?: number
    readonly rules?: Readonly<Partial<Record<Rule, number | boolean>>>
    readonly waivers?: readonly WrittenWaiver[]
    readonly groups?: 'nested' | 'partition'
    readonly lead?: 'tables' | 'responses'
  }
  readonly weighting?: {
    readonly rake?: readonly (string | Readonly<Record<string, Readonly<Record<string, number>>>>)[]
    readonly total?: number
  }
  readonly waves?: readonly {
    readonly label: string
    readonly file: string
    readonly tables?: Readonly<Record<string, string>>
  }[]
  readonly open_text?: WrittenOpenText
  readonly printed?: string
}

export interface WrittenContributor {
  readonly name: string
  readonly given_name?: string
  readonly family_name?: string
  readonly organisation?: string
  readonly email?: string
  readonly url?: string
  readonly orcid?: string
  readonly roles?: readonly ContributorRole[]
}

export type OneOrMore<T> = T | readonly T[]

/** One label, or several of which any will do; or all or none of several; or any answer at all. */
export type WrittenCondition = Readonly<
  Record<
    string,
    | OneOrMore<string>
    | { readonly all: OneOrMore<string> }
    | { readonly none: OneOrMore<string> }
    | { readonly answered: true }
  >
>

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
  readonly aliases?: WrittenFile
  readonly set_aside?: WrittenResponses['set_aside']
}

export interface WrittenInvitees extends WrittenFile {
  readonly separator?: string
}

export interface WrittenResponses extends WrittenFile {
  readonly platform?: string
  readonly channel?: string
  readonly missing?: readonly string[]
  readonly answers_as?: 'labels' | 'numbers'
  readonly recode?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly separator?: string
  readonly may_publish?: readonly string[]
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
  readonly kind?: 'single' | 'scale' | 'multiple' | 'matrix' | 'ranking' | 'number' | 'date' | 'open'
  readonly answers?: readonly string[]
  readonly items?: readonly string[] | Readonly<Record<string, string>>
  readonly other?: string
  readonly other_text?: string
  readonly base?: 'answered' | 'asked' | WrittenCondition
  readonly base_description?: string
  readonly scores?: Readonly<Record<string, number>>
  readonly decimals?: number
  readonly sensitive?: boolean
  readonly identifying?: boolean
  readonly asked_if?: WrittenCondition
  readonly populations?: readonly string[]
  readonly statistics?: readonly Statistic[]
  readonly nets?: Readonly<Record<string, readonly string[]>>
  readonly columns?: Readonly<Record<string, string>>
  readonly unticked?: readonly string[]
  readonly separator?: string
  readonly minimum?: number | string
  readonly maximum?: number | string
  readonly bands?: readonly { readonly label: string; readonly below?: number | string }[]
  readonly themes?: WrittenThemes
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
  readonly breakdowns?: readonly OneOrMore<string>[]
  readonly banners?: readonly (readonly string[])[]
  readonly precision?: boolean
  readonly significance?: boolean
}

export interface WrittenCleaning {
  readonly keep?: 'last complete' | 'first' | 'last' | 'all'
  readonly partial?: 'set aside' | 'keep'
  readonly unlisted_answers?: 'refuse' | 'error'
  readonly dates?: 'day first' | 'month first'
}

export interface WrittenWaiver {
  readonly rule: Rule | 'profile' | 'personal_facts'
  readonly value?: number
  readonly questions?: readonly string[]
  readonly reason: string
  readonly approved_by?: string
}
