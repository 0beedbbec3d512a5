import * as Plot from '@observablehq/plot'
import type { ChartKind } from '../../html/index.ts'
import { drawn, labels } from './draw.ts'
import { layout } from './layout.ts'
import type { Cell, Chart, Series, Strip } from './model.ts'

/** Room at the end of a bar for its figure. */
const SPARE = 56

/**
 * Bars below each other, a bar a series; each figure stands at the end of its bar, and where there is none its
 * mark stands alone. Values are from 0 to `most`.
 */
export function barChart(
  kind: ChartKind,
  strips: readonly Strip[],
  series: readonly Series[],
  most: number,
  unit: string,
): Chart {
  return {
    kind,
    legend: series.length > 1 ? series : [],
    draw: (width) => {
      const thickness = series.length > 1 ? 15 : 20
      const plan = layout(strips, width, { bars: series.length, thickness, spare: SPARE })
      const bars = plan.placed.flatMap(({ strip, bars: places }) =>
        strip.cells.flatMap((cell, index) => {
          const place = places[index]
          return place === undefined
            ? []
            : [{ cell, ...place, fill: `var(--${strip.swatch ?? series[index]?.swatch})` }]
        }),
      )
      const filled = bars.filter(({ cell }) => cell.value !== undefined)
      return drawn(
        width,
        plan,
        [0, most],
        [
          labels(plan.placed),
          {
            mark: Plot.rect(filled, {
              x1: 0,
              x2: ({ cell }: { cell: Cell }) => cell.value,
              y1: 'top',
              y2: 'bottom',
              fill: 'fill',
            }),
            cells: filled.map(({ cell }) => cell),
          },
          {
            mark: Plot.text(bars, {
              x: ({ cell }: { cell: Cell }) => cell.value ?? 0,
              y: ({ top, bottom }: { top: number; bottom: number }) => (top + bottom) / 2,
              text: ({ cell }: { cell: Cell }) =>
                cell.value === undefined ? cell.printed : cell.printed + unit,
              textAnchor: 'start',
              dx: 6,
            }),
            cells: bars.map(({ cell }) => cell),
          },
        ],
      )
    },
  }
}
