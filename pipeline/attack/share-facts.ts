import { BASE, type CellName, type Structure } from '../disclosure/index.ts'
import { bound, type Facts, INFINITE } from './fact-model.ts'
import { readDecimal } from './figure-bounds.ts'
import type { PublishedFigure } from './published.ts'

/** A percentage of a base that is not shown still ties the two: linear, even where neither is known. */
export function shareFact(
  facts: Facts,
  base: number,
  target: number,
  figure: PublishedFigure,
  decimals: number,
): void {
  if (base === target) return
  const low = figure.status === 'low'
  const { scaled, unit } = low ? { scaled: 0, unit: 10 ** decimals } : readDecimal(figure.value)
  facts.relations.push(
    {
      lower: 0,
      upper: INFINITE,
      terms: [
        [target, 200 * unit],
        [base, 1 - 2 * scaled],
      ],
    },
    {
      lower: -INFINITE,
      upper: -1,
      terms: [
        [target, 200 * unit],
        [base, -1 - 2 * scaled],
      ],
    },
  )
  if (low) bound(facts, target, { least: 1, most: INFINITE })
}

/** Of weighted percentages only nobody and everybody are counts. */
export function weightedFact(
  facts: Facts,
  structure: Structure,
  at: Omit<CellName, 'row'>,
  target: number,
  { status, value }: PublishedFigure,
): void {
  if (status === 'low' || Number(value) > 0) bound(facts, target, { least: 1, most: INFINITE })
  else bound(facts, target, { least: 0, most: 0 })
  const base = structure.column({ ...at, row: BASE })
  if (Number(value) !== 100 || base === target) return
  facts.relations.push({
    lower: 0,
    upper: 0,
    terms: [
      [target, 1],
      [base, -1],
    ],
  })
}
