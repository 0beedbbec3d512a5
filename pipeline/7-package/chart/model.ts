import type { ChartKind, Markup } from '../../html/index.ts'

/** A published figure as a chart shows it. */
export interface Cell {
  /** Table, row and column it stands in, the last two from 0: "5 0 1". A page is held to its tables by these. */
  readonly figure: string
  /** Absent where the figure has no value: then only its mark is shown. */
  readonly value?: number
  /** As printed: a number, or the mark that says why there is none. */
  readonly printed: string
}

/** One bar, or the bars of one answer: what stands beside them, and the figures in the order of the series. */
export interface Strip {
  readonly label: string
  readonly cells: readonly Cell[]
  /** Its own colour, where it is set apart from the others: a total. */
  readonly swatch?: string
}

/** Estimate with its confidence interval. */
export interface Interval extends Cell {
  readonly low?: Cell
  readonly high?: Cell
}

/** What a colour stands for. */
export interface Series {
  readonly label: string
  /** Names of style properties: that of the area, and that of text upon it. */
  readonly swatch: string
  readonly text: string
}

/** A chart that can be drawn at several widths, so that its text stays as large as the page's. */
export interface Chart {
  readonly kind: ChartKind
  /** Empty where one colour is all there is. */
  readonly legend: readonly Series[]
  /** As SVG, `width` pixels wide. The same chart and width give the same bytes. */
  readonly draw: (width: number) => Markup
}
