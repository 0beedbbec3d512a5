/** What `consultation.yaml` says of open text, once it has the right shape. */
import type { WrittenCondition, WrittenGroups } from './written.ts'

export type WrittenThemes = Readonly<Record<string, WrittenTheme>>

export interface WrittenTheme {
  readonly title: string
  readonly meaning: string
  readonly keywords?: readonly string[]
  readonly opposite?: string
  readonly sub_themes?: WrittenThemes
}

export interface WrittenOpenText {
  readonly coders?: readonly (WrittenCodingSheet & { readonly coder: string })[]
  readonly resolve?: 'first coder' | 'any coder' | 'every coder' | 'nobody'
  readonly adjudication?: WrittenCodingSheet
  readonly quotes?: WrittenQuotes
  readonly review?: Pick<WrittenCodingSheet, 'file' | 'sheet' | 'encoding'>
}

export interface WrittenCodingSheet {
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  readonly columns?: Readonly<Record<string, string>>
  readonly separator?: string
}

export interface WrittenQuotes extends Omit<WrittenCodingSheet, 'separator'> {
  readonly attribution?: readonly string[]
  readonly words?: Readonly<Record<string, WrittenGroups>>
  readonly named_if?: WrittenCondition
}
