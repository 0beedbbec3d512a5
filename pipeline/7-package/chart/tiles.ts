import * as Plot from '@observablehq/plot'
import { drawn } from './draw.ts'
import type { Cell, Chart } from './model.ts'
import { wrapped } from './wrap.ts'

/**
 * Where the regions and nations of the United Kingdom stand in a grid, column and row: about where they lie, so
 * that all are of one size (names: ONS, International Territorial Level 1).
 */
const PLACES: ReadonlyMap<string, readonly [column: number, row: number]> = new Map([
  ['scotland', [1, 0]],
  ['northern ireland', [0, 1]],
  ['north east', [2, 1]],
  ['north west', [1, 2]],
  ['yorkshire and the humber', [2, 2]],
  ['wales', [0, 3]],
  ['west midlands', [1, 3]],
  ['east midlands', [2, 3]],
  ['east of england', [3, 3]],
  ['south west', [1, 4]],
  ['south east', [2, 4]],
  ['london', [3, 4]],
])

const SIDE = 84
const HIGH = 66
const GAP = 4

/** A region and its figure. */
export interface Tile {
  readonly label: string
  readonly cell: Cell
}

/** Whether these are regions that have a place in the grid, and enough of them to make a map. */
export const areRegions = (labels: readonly string[]): boolean =>
  labels.length >= 4 && labels.every((label) => placeOf(label) !== undefined)

/** A map of tiles, the darker the higher the figure; `most` is the highest there can be. */
export const tileMap = (tiles: readonly Tile[], unit: string): Chart => ({
  kind: 'tiles',
  legend: [],
  draw: () => {
    const placed = tiles.flatMap((tile) => {
      const place = placeOf(tile.label)
      return place === undefined ? [] : [{ ...tile, place }]
    })
    const first = Math.min(...placed.map(({ place }) => place[1]))
    const last = Math.max(...placed.map(({ place }) => place[1]))
    const most = Math.max(1, ...placed.map(({ cell }) => cell.value ?? 0))
    const areas = placed.map(({ cell, label, place: [column, row] }) => {
      const x = column * SIDE
      const y = (row - first) * HIGH
      const share = (cell.value ?? 0) / most
      return { cell, label, x1: x, x2: x + SIDE - GAP, y1: y, y2: y + HIGH - GAP, share }
    })
    const width = 4 * SIDE - GAP
    const plan = { height: (last - first + 1) * HIGH - GAP, left: 0, right: width, placed: [] }
    const names = areas.flatMap(({ label, x1, y1 }) =>
      wrapped(label, SIDE - GAP - 4, 11, 2).map((text, line) => ({
        text,
        x: x1 + (SIDE - GAP) / 2,
        y: y1 + 12 + line * 12,
      })),
    )
    return drawn(
      width,
      plan,
      [0, width],
      [
        {
          mark: Plot.rect(areas, {
            ...{ x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--bar-2)', rx: 3 },
            fillOpacity: ({ share }: { share: number }) => 0.12 + 0.68 * share,
          }),
          cells: areas.map(({ cell }) => cell),
        },
        { mark: Plot.text(names, { x: 'x', y: 'y', text: 'text', fontSize: 11 }) },
        {
          mark: Plot.text(areas, {
            x: ({ x1 }: { x1: number }) => x1 + (SIDE - GAP) / 2,
            y: ({ y2 }: { y2: number }) => y2 - 15,
            text: ({ cell }: { cell: Cell }) =>
              cell.value === undefined ? cell.printed : cell.printed + unit,
            ...{ fontSize: 17, fontWeight: 600 },
          }),
          cells: areas.map(({ cell }) => cell),
        },
      ],
    )
  },
})

const placeOf = (label: string) => PLACES.get(label.trim().toLowerCase().replaceAll('&', 'and'))
