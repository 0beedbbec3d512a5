import { looksLikeFormula } from './text.ts'

/** How a cell of text looks; `titled` ones are named cell styles, which assistive technology can find. */
const TEXT_STYLES = {
  text: { font: 0, named: 0, alignment: 'left', vertical: 'top' },
  title: { font: 1, named: 1, alignment: 'left', vertical: 'top' },
  heading: { font: 2, named: 2, alignment: 'left', vertical: 'bottom' },
  link: { font: 4, named: 3, alignment: 'left', vertical: 'top' },
  header: { font: 3, named: 0, alignment: 'left', vertical: 'bottom' },
  numberHeader: { font: 3, named: 0, alignment: 'right', vertical: 'bottom' },
  mark: { font: 0, named: 0, alignment: 'right', vertical: 'top' },
} as const

export type TextStyle = keyof typeof TEXT_STYLES

/** A text style, or a number with so many digits after the point. */
export type Style = TextStyle | { readonly decimals: number }

export const MAXIMUM_DECIMALS = 6

/** Fonts by number: body, title, heading, bold, link. Colour is automatic but for links. */
export const FONTS = [
  { points: 12, bold: false },
  { points: 16, bold: true },
  { points: 14, bold: true },
  { points: 12, bold: true },
  { points: 12, bold: false },
] as const

/** Which of `FONTS` a style is set in. */
export function fontOf(style: Style): (typeof FONTS)[number] {
  return FONTS[typeof style === 'string' ? TEXT_STYLES[style].font : 0]
}

/** Index of the cell format of `stylesPart` for a value in a style. */
export function formatIndex(style: Style, value: string | number): number {
  if (typeof style !== 'string') return 1 + 2 * textStyles.length + style.decimals
  const quoted = typeof value === 'string' && looksLikeFormula(value)
  return 1 + 2 * textStyles.findIndex(([name]) => name === style) + (quoted ? 1 : 0)
}

/**
 * The part xl/styles.xml: Arial 12, the named styles Normal, Heading 1, Heading 2 and Hyperlink, every
 * text style plain and quoted (so that "-5 or less" stays text when its cell is edited), a number format
 * with thousands separators for each count of decimals. No fills, no borders, no table style.
 */
export function stylesPart(): string {
  const formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']
  for (const [, style] of textStyles) formats.push(textFormat(style, false), textFormat(style, true))
  for (let decimals = 0; decimals <= MAXIMUM_DECIMALS; decimals += 1) formats.push(numberFormat(decimals))
  const codes = Array.from({ length: MAXIMUM_DECIMALS + 1 }, (_, decimals) => numberCode(decimals))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    counted('numFmts', codes) +
    counted('fonts', FONTS.map(font)) +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    counted(
      'cellStyleXfs',
      [0, 1, 2, 4].map((fontId) => `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0"/>`),
    ) +
    counted('cellXfs', formats) +
    '<cellStyles count="4"><cellStyle name="Normal" xfId="0" builtinId="0"/>' +
    '<cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Heading 2" xfId="2" builtinId="17"/>' +
    '<cellStyle name="Hyperlink" xfId="3" builtinId="8"/></cellStyles>' +
    '<dxfs count="0"/><tableStyles count="0"/></styleSheet>'
  )
}

const textStyles = Object.entries(TEXT_STYLES)

function textFormat(style: (typeof TEXT_STYLES)[TextStyle], quoted: boolean): string {
  return (
    `<xf numFmtId="0" fontId="${style.font}" fillId="0" borderId="0" xfId="${style.named}"` +
    `${quoted ? ' quotePrefix="1"' : ''} applyFont="1" applyAlignment="1">` +
    `<alignment horizontal="${style.alignment}" vertical="${style.vertical}" wrapText="1"/></xf>`
  )
}

/** 164 is the first number a workbook may give to a format of its own. */
function numberFormat(decimals: number): string {
  return (
    `<xf numFmtId="${164 + decimals}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
    ' applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>'
  )
}

function numberCode(decimals: number): string {
  const code = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return `<numFmt numFmtId="${164 + decimals}" formatCode="${code}"/>`
}

function font({ points, bold }: (typeof FONTS)[number], index: number): string {
  const link = index === TEXT_STYLES.link.font
  return (
    `<font>${bold ? '<b/>' : ''}${link ? '<u/>' : ''}<sz val="${points}"/>` +
    `${link ? '<color theme="10"/>' : ''}<name val="Arial"/><family val="2"/></font>`
  )
}

function counted(element: string, children: readonly string[]): string {
  return `<${element} count="${children.length}">${children.join('')}</${element}>`
}
