import { countOf } from './count-words.ts'

const BEFORE = /^(?:under|less than|fewer than|below|up to|younger than|no more than|before|<)/
const BEYOND =
  /^(?:over|more than|above|older than|at least|after|>)|(?:\+|\b(?:or|and) (?:more|over|above|older|later|greater|higher)\b)/
const NOTHING = /^(?:none|no|nil|zero|never|nothing|not)\b/

/** Beginnings of labels that say how many or how much. */
const AMOUNT =
  /^(?:[£$€<>~+-]|\d|(?:about|approximately|around|between|aged?|year|band|up to|under|over|less|fewer|more|at least|below|above|older|younger|before|after|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|none|no|nil|zero|never|not|none|nothing|it is not)\b)/

/** A label in the order of the numbers it says. */
interface Place {
  readonly numbers: readonly number[]
  /** Below the first number, at it, beyond it. */
  readonly side: -1 | 0 | 1
}

/**
 * The order of labels that are told apart by numbers: bands of age or income, counts, heights. Gives each
 * label's position, lowest first, and whether the labels are amounts rather than things with numbers in
 * their names; undefined where they are neither. One label without number may say "none".
 */
export function numberedOrder(
  labels: readonly string[],
): { readonly positions: readonly number[]; readonly amounts: boolean } | undefined {
  const places = labels.map(placeOf)
  const without = labels.filter((_, index) => places[index] === undefined)
  if (labels.length - without.length < 2 || without.length > 1) return undefined
  if (without.some((label) => !NOTHING.test(label) && !/^it is not\b/.test(label))) return undefined
  const order = [...labels.keys()].sort((a, b) => compare(places[a], places[b]) || a - b)
  const positions = labels.map((_, index) => order.indexOf(index))
  if (order.some((index, at) => at > 0 && compare(places[order[at - 1] ?? 0], places[index]) === 0))
    return undefined
  return { positions, amounts: labels.every((label) => AMOUNT.test(label)) }
}

function placeOf(label: string): Place | undefined {
  const digits = [
    ...label
      .replaceAll(/(?<=\d),(?=\d{3})/g, '')
      .matchAll(/(?<![a-z\d.])-?\d+(?:\.\d+)?( ?(?:k|m|million|thousand)\b)?/g),
  ]
  const numbers = digits.map(
    ([text, unit = '']) => Math.abs(Number.parseFloat(text)) * scale(unit) * sign(text, label),
  )
  const counted = numbers.length > 0 ? undefined : countOf(label)
  const all = numbers.length > 0 ? numbers : counted === undefined ? [] : [counted]
  if (all.length === 0) return undefined
  return { numbers: all, side: BEFORE.test(label) ? -1 : BEYOND.test(label) ? 1 : 0 }
}

/** A hyphen before a number is a minus only where the label begins with it. */
const sign = (text: string, label: string): number =>
  text.startsWith('-') && label.startsWith(text) ? -1 : 1

const scale = (unit: string): number =>
  /m/.test(unit.replace('thousand', '')) ? 1e6 : unit.trim() === '' ? 1 : 1000

function compare(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  const [first, other] = [a.numbers[0] ?? 0, b.numbers[0] ?? 0]
  // "Up to 5" stands before "5 to 10", "over 65" behind "65".
  if (first !== other) return first - other
  if (a.side !== b.side) return a.side - b.side
  const length = Math.max(a.numbers.length, b.numbers.length)
  for (let at = 1; at < length; at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
