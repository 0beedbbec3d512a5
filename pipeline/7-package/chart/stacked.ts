import * as Plot from '@observablehq/plot'
import type { Markup } from '../../html/index.ts'
import { drawn, labels } from './draw.ts'
import { FONT, layout } from './layout.ts'
import type { Cell, Chart, Series, Strip } from './model.ts'

const THICKNESS = 34

/** A part of a bar, from where to where. */
interface Part {
  readonly cell: Cell
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly fill: string
  readonly ink: string
}

/**
 * One bar a strip, its parts set end to end from 0, for answers of which each respondent gave one. Rounded
 * percentages may come to 99 or 101: bars are as long as that.
 */
export const stackedChart = (strips: readonly Strip[], series: readonly Series[], unit: string): Chart => ({
  kind: 'stacked',
  legend: series,
  draw: (width) => draw(strips, series, unit, width, fromNothing),
})

/**
 * The same for a scale of `points` answers, the first of the series: its middle stands on one line, so that the
 * two sides can be compared. Answers after the scale take no side.
 */
export const divergingChart = (
  strips: readonly Strip[],
  series: readonly Series[],
  points: number,
  unit: string,
): Chart => ({
  kind: 'diverging',
  legend: series,
  draw: (width) => draw(strips, series, unit, width, (cells) => beforeTheMiddle(cells.slice(0, points))),
})

const fromNothing = (): number => 0

/** What stands before the middle of a scale: half of an odd one's middle answer belongs to either side. */
function beforeTheMiddle(cells: readonly Cell[]): number {
  const half = cells.length / 2
  return cells.reduce((sum, { value = 0 }, index) => sum + value * Math.min(1, Math.max(0, half - index)), 0)
}

function draw(
  strips: readonly Strip[],
  series: readonly Series[],
  unit: string,
  width: number,
  before: (cells: readonly Cell[]) => number,
): Markup {
  const plan = layout(strips, width, { bars: 1, thickness: THICKNESS, spare: 0 })
  const sums = strips.map(({ cells }) => cells.reduce((sum, { value = 0 }) => sum + value, 0))
  const starts = strips.map(({ cells }) => 0 - before(cells))
  const from = Math.min(0, ...starts)
  const to = Math.max(1, ...starts.map((start, index) => start + (sums[index] ?? 0)))
  const parts = plan.placed.flatMap(({ strip, bars: [place] }, row): readonly Part[] => {
    let at = starts[row] ?? 0
    return strip.cells.flatMap((cell, index) => {
      const value = cell.value ?? 0
      if (place === undefined || value === 0) return []
      const { swatch, text } = series[index] ?? { swatch: 's0', text: 't0' }
      const part = {
        cell,
        from: at,
        to: at + value,
        ...place,
        fill: `var(--${swatch})`,
        ink: `var(--${text})`,
      }
      at += value
      return [part]
    })
  })
  const roomy = parts.filter((part) => fits(part, unit, (plan.right - plan.left) / (to - from)))
  return drawn(
    width,
    plan,
    [from, to],
    [
      labels(plan.placed),
      // Behind the bars, so that it crosses no figure.
      ...(before === fromNothing ? [] : [middle(plan.height)]),
      {
        mark: Plot.rect(parts, {
          ...{ x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'fill' },
          ...{ insetRight: 1 },
        }),
        cells: parts.map(({ cell }) => cell),
      },
      {
        mark: Plot.text(roomy, {
          x: (part: Part) => (part.from + part.to) / 2,
          y: ({ top, bottom }: Part) => (top + bottom) / 2,
          text: ({ cell }: Part) => cell.printed + unit,
          fill: 'ink',
        }),
        cells: roomy.map(({ cell }) => cell),
      },
    ],
  )
}

/** Whether the figure of a part can be read upon it; all of them stand in the table. */
const fits = ({ cell, from, to }: Part, unit: string, pixels: number): boolean =>
  (to - from) * pixels >= (cell.printed.length + unit.length) * FONT * 0.6 + 4

const middle = (height: number) => ({
  mark: Plot.ruleX([0], { y1: 0, y2: height, stroke: 'var(--ink)', strokeWidth: 1 }),
})
