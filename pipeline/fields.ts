/** The columns of the published responses. */
import type { Id } from './definition/index.ts'

/** Why a cell of the published file holds no answer. */
export const NOTHING = {
  notAsked: '[not asked]',
  noReply: '[no reply]',
  error: '[error]',
  notReleased: '[not released]',
} as const

/** A column of the published responses. */
export interface Field {
  readonly name: string
  readonly title: string
  readonly type: 'string' | 'boolean' | 'number'
  /** Labels a cell may hold, in order; empty for numbers and ids. */
  readonly categories: readonly string[]
  readonly ordered: boolean
  /** Which kinds of nothing may stand in it. */
  readonly missing: readonly string[]
  readonly question?: Id
  /** Categories that stand for several values, the same in all rows. */
  readonly merged?: readonly { readonly label: string; readonly standsFor: readonly string[] }[]
}
