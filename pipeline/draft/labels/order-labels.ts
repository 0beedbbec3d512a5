import { labelKey } from '../../definition/index.ts'
import type { CellValue } from '../profile.ts'
import { adverbScores, rateScores } from './frequency.ts'
import { placeOrder, rankScores } from './lists.ts'
import { numberedOrder } from './numbered.ts'
import { polarScores } from './polar.ts'
import { isNone, residualRank } from './residual.ts'

/** Labels of a closed question in the order they are to be shown. */
export interface OrderedLabels {
  readonly labels: readonly string[]
  /** What the order follows. */
  readonly by: 'scale' | 'list' | 'yes and no' | 'frequency' | 'alphabet'
}

/** More labels than people take in at a glance: then they are found by the alphabet. */
const LONG_LIST = 15

/**
 * Puts labels in a sensible order: scales from one end to the other, amounts from the lowest, known lists as
 * they are usually listed, yes before no, anything else by how many chose it, or alphabetically where there
 * are many. "Other" and the answers that are none (don't know, not applicable, prefer not to say) come last.
 */
export function orderLabels(values: readonly CellValue[]): OrderedLabels {
  const keyed = values.map((value) => ({ ...value, key: labelKey(value.text) }))
  const rest = keyed.filter(({ key }) => residualRank(key) !== undefined)
  const main = keyed.filter(({ key }) => residualRank(key) === undefined)
  const last = [...rest].sort(
    (a, b) => (residualRank(a.key) ?? 0) - (residualRank(b.key) ?? 0) || byCode(a.key, b.key),
  )
  // "None" may be the lowest of some amounts, or no answer of a list.
  const withoutNone = main.filter(({ key }) => !isNone(key))
  const whole = ordered(main)
  if (whole !== undefined || withoutNone.length === main.length) {
    const { sorted, by } = whole ?? byCount(main)
    return { labels: [...sorted, ...last].map(({ text }) => text), by }
  }
  const { sorted, by } = ordered(withoutNone) ?? byCount(withoutNone)
  const none = main.filter(({ key }) => isNone(key))
  return { labels: [...sorted, ...none, ...last].map(({ text }) => text), by }
}

type Keyed = CellValue & { readonly key: string }
interface Sorted {
  readonly sorted: readonly Keyed[]
  readonly by: OrderedLabels['by']
}

/** In an order of their own; undefined where there is none. */
function ordered(main: readonly Keyed[]): Sorted | undefined {
  if (main.length < 2) return undefined
  const keys = main.map(({ key }) => key)
  const falling = (scores: readonly number[] | undefined) => scores?.map((score) => -score)
  const scale =
    falling(polarScores(keys)) ?? falling(adverbScores(keys)) ?? rateScores(keys) ?? rankScores(keys)
  if (scale !== undefined) return { sorted: sortBy(main, scale), by: 'scale' }
  const numbered = numberedOrder(keys)
  if (numbered !== undefined) {
    return { sorted: sortBy(main, numbered.positions), by: numbered.amounts ? 'scale' : 'list' }
  }
  const places = placeOrder(keys)
  return places === undefined ? undefined : { sorted: sortBy(main, places), by: 'list' }
}

function byCount(main: readonly Keyed[]): Sorted {
  const yesFirst = main.map(({ key }) => (/^yes\b/.test(key) ? 0 : /^no\b/.test(key) ? 1 : 2))
  if (yesFirst.includes(0) && yesFirst.includes(1)) {
    return { sorted: sortBy(sortByCount(main), sortedRanks(main)), by: 'yes and no' }
  }
  if (main.length <= LONG_LIST) return { sorted: sortByCount(main), by: 'frequency' }
  return { sorted: [...main].sort((a, b) => byCode(a.key, b.key)), by: 'alphabet' }
}

const sortedRanks = (main: readonly Keyed[]): readonly number[] =>
  sortByCount(main).map(({ key }) => (/^yes\b/.test(key) ? 0 : /^no\b/.test(key) ? 1 : 2))

const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const sortByCount = (main: readonly Keyed[]): readonly Keyed[] =>
  [...main].sort((a, b) => b.count - a.count || byCode(a.key, b.key))

/** Stable, lowest score first. */
const sortBy = (main: readonly Keyed[], scores: readonly number[]): readonly Keyed[] =>
  [...main.keys()]
    .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b)
    .flatMap((index) => main[index] ?? [])
