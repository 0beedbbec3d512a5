import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHARED } from './stocktake.ts'

/** Published worked examples of disclosure control; undefined, with a printed line, where they are not there. */
export function knownAnswers(): KnownAnswers | undefined {
  const path = join(SHARED, 'disclosure/known-answers.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as KnownAnswers
  console.log('skipped: no reference data beside the project (disclosure)')
  return undefined
}

type Ends = readonly [number, number]
type Cells = Readonly<Record<string, readonly string[]>>

export interface KnownAnswers {
  readonly sdctable_4x4: {
    readonly inner: Readonly<Record<string, readonly number[]>>
    readonly cols: readonly string[]
    readonly primary: readonly string[]
    readonly intervals_before: Readonly<Record<string, Ends>>
    readonly 'after_adding_x|d': Readonly<Record<string, Ends>>
    readonly 'other_single_additions_w|b': Readonly<Record<string, Ends>>
  }
  readonly sdctable_linked: {
    readonly units: Readonly<Record<string, number>>
    readonly table1: Cells
    readonly table2: Cells
  }
  readonly handbook: {
    readonly example3_feasibility: {
      readonly rows: readonly (readonly (number | '?')[])[]
      readonly X11: Ends
      readonly X12: Ends
      readonly X21: Ends
      readonly X22: Ends
    }
    readonly geographical_differencing: {
      readonly area_2001: readonly (readonly number[])[]
      readonly area_1991: readonly (readonly number[])[]
      readonly difference: readonly (readonly number[])[]
    }
    readonly subpopulation_differencing: {
      readonly bands1: readonly string[]
      readonly male1: readonly number[]
      readonly bands2: readonly string[]
      readonly male2: readonly number[]
      readonly derived: Readonly<Record<string, number>>
    }
    readonly linking: { readonly derived: Readonly<Record<string, number>> }
  }
  readonly opensafely: {
    readonly redact_round: {
      readonly population: readonly number[]
      readonly hd: readonly number[]
      readonly published_population: readonly number[]
      readonly published_hd: readonly (number | string)[]
      readonly totals: readonly [number, number]
    }
    readonly differencing: {
      readonly total: readonly number[]
      readonly male: readonly number[]
      readonly derived_female_21_30: readonly number[]
    }
    readonly midpoint6: Readonly<Record<string, number>>
  }
}
