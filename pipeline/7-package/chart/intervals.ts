import * as Plot from '@observablehq/plot'
import { drawn, labels } from './draw.ts'
import { layout } from './layout.ts'
import type { Cell, Chart, Interval, Series } from './model.ts'

/** The intervals of one answer, a series each. */
export interface IntervalStrip {
  readonly label: string
  readonly cells: readonly Interval[]
}

const SPARE = 56

/**
 * A dot for each estimate and a line for its confidence interval, with the figure at the end of the line. An
 * estimate whose interval is not shown has a dot alone.
 */
export function intervalChart(
  strips: readonly IntervalStrip[],
  series: readonly Series[],
  domain: readonly [number, number],
  unit: string,
): Chart {
  return {
    kind: 'intervals',
    legend: series.length > 1 ? series : [],
    draw: (width) => {
      const plan = layout(strips, width, { bars: series.length, thickness: 20, spare: SPARE })
      const dots = plan.placed.flatMap(({ strip, bars }) =>
        strip.cells.flatMap((cell: Interval, index) => {
          const place = bars[index]
          if (place === undefined) return []
          return [{ cell, y: (place.top + place.bottom) / 2, fill: `var(--${series[index]?.swatch})` }]
        }),
      )
      const ends = dots.flatMap(({ cell: { low, high }, ...dot }) =>
        low?.value === undefined || high?.value === undefined
          ? []
          : [{ ...dot, low: low.value, high: high.value, cell: high }],
      )
      const shown = dots.filter(({ cell }) => cell.value !== undefined)
      return drawn(width, plan, domain, [
        { mark: Plot.ruleX([domain[0]], { y1: 0, y2: plan.height, stroke: 'var(--line)' }) },
        {
          mark: Plot.ruleY(ends, { x1: 'low', x2: 'high', y: 'y', stroke: 'fill', strokeWidth: 3 }),
          cells: ends.map(({ cell }) => cell),
        },
        {
          mark: Plot.dot(shown, {
            x: ({ cell }: { cell: Cell }) => cell.value,
            y: 'y',
            fill: 'fill',
            r: 6,
          }),
          cells: shown.map(({ cell }) => cell),
        },
        {
          mark: Plot.text(dots, {
            x: ({ cell }: { cell: Interval }) => cell.high?.value ?? cell.value ?? domain[0],
            ...{ y: 'y', textAnchor: 'start', dx: 10 },
            text: ({ cell }: { cell: Cell }) =>
              cell.value === undefined ? cell.printed : cell.printed + unit,
          }),
          cells: dots.map(({ cell }) => cell),
        },
        labels(plan.placed),
      ])
    },
  }
}
