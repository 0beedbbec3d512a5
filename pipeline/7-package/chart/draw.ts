import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Markup, trusted } from '../../html/index.ts'
import type { Layout, Placed } from './layout.ts'
import type { Cell } from './model.ts'

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** Marks of Observable Plot, and the figure that each of their elements shows, in the order of their data. */
export interface Layer {
  readonly mark: Plot.Markish
  /** Absent where a mark shows no figure. */
  readonly cells?: readonly Cell[]
}

/** Draws layers over each other. Along, values from `domain` fill the layout; down, everything is in pixels. */
export function drawn(
  width: number,
  { height, left, right }: Layout,
  domain: readonly [number, number],
  layers: readonly Layer[],
): Markup {
  // Plot leaves out the group of a mark that has nothing to draw.
  const drawing = layers.filter(({ cells }) => cells === undefined || cells.length > 0)
  const svg = Plot.plot({
    // Plot needs a document to make elements in; here is no browser to lend one.
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    margin: 0,
    x: { type: 'linear', domain: [...domain], range: [left, right], axis: null },
    y: { type: 'identity', axis: null },
    marks: drawing.map(({ mark }) => mark),
  })
  const groups = [...svg.querySelectorAll('g[aria-label]')]
  drawing.forEach(({ cells }, index) => {
    const elements = [...(groups[index]?.children ?? [])]
    if (cells === undefined) return
    if (elements.length !== cells.length) throw new Error('a chart shows other figures than it was given')
    elements.forEach((element, place) => {
      element.setAttribute('data-figure', cells[place]?.figure ?? '')
    })
  })
  return trusted(slim(svg.outerHTML, width, height))
}

/** Labels of strips, a line each. */
export const labels = (placed: readonly Placed[]): Layer => ({
  mark: Plot.text(
    placed.flatMap(({ lines }) => lines),
    { y: 'y', text: 'text', textAnchor: 'start', frameAnchor: 'left' },
  ),
})

/** Plot writes for any page. Ours has its own styles, and no eye sees a hundredth of a pixel. */
const slim = (svg: string, width: number, height: number): string =>
  svg
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(
      /^<svg [^>]*>/,
      `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" text-anchor="middle">`,
    )
    .replace(/ aria-(label|hidden)="[^"]*"/g, '')
    .replace(/(?<=["(,])-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
