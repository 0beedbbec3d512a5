import { looksLikeFormula } from './text.ts'

/** Fonts by number: body, title, heading, bold, link. All Arial; colour is automatic but for links. */
export const FONTS = [
  { points: 12, bold: false, link: false },
  { points: 16, bold: true, link: false },
  { points: 14, bold: true, link: false },
  { points: 12, bold: true, link: false },
  { points: 12, bold: false, link: true },
] as const

export type Font = (typeof FONTS)[number]

/** Cell styles with a name, which assistive technology can find, and the font of each. */
export const NAMED_STYLES = [
  { name: 'Normal', builtin: 0, font: 0 },
  { name: 'Heading 1', builtin: 16, font: 1 },
  { name: 'Heading 2', builtin: 17, font: 2 },
  { name: 'Hyperlink', builtin: 8, font: 4 },
] as const

/**
 * How a cell of text looks; `named` is an index of `NAMED_STYLES`. What does not wrap runs on over the
 * empty cells beside it.
 */
export const TEXT_STYLES = {
  text: { font: 0, named: 0, alignment: 'left', vertical: 'top', wrap: true },
  oneLine: { font: 0, named: 0, alignment: 'left', vertical: 'top', wrap: false },
  title: { font: 1, named: 1, alignment: 'left', vertical: 'top', wrap: true },
  oneLineTitle: { font: 1, named: 1, alignment: 'left', vertical: 'top', wrap: false },
  heading: { font: 2, named: 2, alignment: 'left', vertical: 'bottom', wrap: true },
  link: { font: 4, named: 3, alignment: 'left', vertical: 'top', wrap: true },
  header: { font: 3, named: 0, alignment: 'left', vertical: 'bottom', wrap: true },
  numberHeader: { font: 3, named: 0, alignment: 'right', vertical: 'bottom', wrap: true },
  mark: { font: 0, named: 0, alignment: 'right', vertical: 'top', wrap: true },
} as const

export type TextStyle = keyof typeof TEXT_STYLES

/** A text style, or a number with so many digits after the point. */
export type Style = TextStyle | { readonly decimals: number }

export const MAXIMUM_DECIMALS = 6

/** The font a style is set in. */
export function fontOf(style: Style): Font {
  return FONTS[typeof style === 'string' ? TEXT_STYLES[style].font : 0]
}

/** Whether text in this style goes on to another line at the edge of its cell. */
export function wraps(style: Style): boolean {
  return typeof style === 'string' && TEXT_STYLES[style].wrap
}

/** Index of the cell format, in the order `stylesPart` writes them, for a value in a style. */
export function formatIndex(style: Style, value: string | number): number {
  const names = Object.keys(TEXT_STYLES)
  if (typeof style !== 'string') return 1 + 2 * names.length + style.decimals
  const quoted = typeof value === 'string' && looksLikeFormula(value)
  return 1 + 2 * names.indexOf(style) + (quoted ? 1 : 0)
}
