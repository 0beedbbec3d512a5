import { FONTS, type Font, MAXIMUM_DECIMALS, NAMED_STYLES, TEXT_STYLES } from './styles.ts'

/** The first number a workbook may give to a number format of its own (ECMA-376 part 1, 18.8.30). */
const FIRST_NUMBER_FORMAT = 164

/**
 * The part xl/styles.xml: the default format, then every text style plain and quoted (so that "-5 or
 * less" stays text when its cell is edited), then a number format with thousands separators for each
 * count of decimals; `formatIndex` relies on this order. No fills, no borders, no table style.
 */
export function stylesPart(): string {
  const decimals = Array.from({ length: MAXIMUM_DECIMALS + 1 }, (_, index) => index)
  const text = Object.values(TEXT_STYLES).flatMap((style) => [
    textFormat(style, false),
    textFormat(style, true),
  ])
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    counted('numFmts', decimals.map(numberCode)) +
    counted('fonts', FONTS.map(font)) +
    counted('fills', ['none', 'gray125'].map(fill)) +
    counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']) +
    counted(
      'cellStyleXfs',
      NAMED_STYLES.map(({ font }) => `<xf numFmtId="0" fontId="${font}" ${PLAIN}/>`),
    ) +
    counted('cellXfs', [
      `<xf numFmtId="0" fontId="0" ${PLAIN} xfId="0"/>`,
      ...text,
      ...decimals.map(numberFormat),
    ]) +
    counted('cellStyles', NAMED_STYLES.map(namedStyle)) +
    '<dxfs count="0"/><tableStyles count="0"/></styleSheet>'
  )
}

const PLAIN = 'fillId="0" borderId="0"'

function textFormat(style: (typeof TEXT_STYLES)[keyof typeof TEXT_STYLES], quoted: boolean): string {
  return (
    `<xf numFmtId="0" fontId="${style.font}" ${PLAIN} xfId="${style.named}"` +
    `${quoted ? ' quotePrefix="1"' : ''} applyFont="1" applyAlignment="1">` +
    `<alignment horizontal="${style.alignment}" vertical="${style.vertical}"` +
    `${style.wrap ? ' wrapText="1"' : ''}/></xf>`
  )
}

function numberFormat(decimals: number): string {
  return (
    `<xf numFmtId="${FIRST_NUMBER_FORMAT + decimals}" fontId="0" ${PLAIN} xfId="0" applyNumberFormat="1"` +
    ' applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>'
  )
}

function numberCode(decimals: number): string {
  const code = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return `<numFmt numFmtId="${FIRST_NUMBER_FORMAT + decimals}" formatCode="${code}"/>`
}

function font({ points, bold, link }: Font): string {
  return (
    `<font>${bold ? '<b/>' : ''}${link ? '<u/>' : ''}<sz val="${points}"/>` +
    `${link ? '<color theme="10"/>' : ''}<name val="Arial"/><family val="2"/></font>`
  )
}

/** The first two fills are fixed by the format; nothing here is filled. */
function fill(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`
}

function namedStyle({ name, builtin }: (typeof NAMED_STYLES)[number], index: number): string {
  return `<cellStyle name="${name}" xfId="${index}" builtinId="${builtin}"/>`
}

function counted(element: string, children: readonly string[]): string {
  return `<${element} count="${children.length}">${children.join('')}</${element}>`
}
