import { fontOf, type Style, wraps } from './styles.ts'

/** Excel's limits, in points and in digits. */
const MAXIMUM_HEIGHT = 409
const MAXIMUM_WIDTH = 255
/** A little under what fits, because lines end before the edge. */
const LINES_IN_HIGHEST_ROW = 20
/** Points a line takes, as a multiple of the type size, and the space a row keeps beside its lines. */
const LINE = 1.25
const PADDING = 3
/** A column's width counts digits of the body font: 12 points Arial, at 0.556 em each. */
const DIGIT = 0.556 * 12
/** Programs round the widths of letters to whole pixels: this covers what they differ by. */
const MARGIN = 1.03

/** Height in points of a row that shows the whole text at this column width (in digits). */
export function heightOf(text: string, style: Style, width: number): number {
  const size = fontOf(style).points
  const lines = wraps(style) ? linesOf(text, style, width) : 1
  return Math.min(MAXIMUM_HEIGHT, Math.ceil(lines * size * LINE + PADDING))
}

/** The column's width, or more if a text would otherwise need a row higher than Excel allows. */
export function widened(width: number, texts: readonly string[]): number {
  const needed = texts.map((text) => Math.ceil(widthOf(text, 'text') / LINES_IN_HIGHEST_ROW))
  return Math.min(MAXIMUM_WIDTH, Math.max(width, ...needed))
}

/** How many lines the text takes when its words are wrapped, long words broken. */
export function linesOf(text: string, style: Style, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + wrap(line, style, width), 0)
}

/** Width of the text on one line, in digits of the body font. */
export function widthOf(text: string, style: Style): number {
  const { points, bold } = fontOf(style)
  let ems = 0
  for (const character of text) ems += advance(character)
  return (ems * points * (bold ? 1.08 : 1) * MARGIN) / DIGIT
}

function wrap(line: string, style: Style, width: number): number {
  const space = widthOf(' ', style)
  let lines = 1
  let used = 0
  for (const word of line.split(' ')) {
    const needed = widthOf(word, style)
    if (used > 0 && used + space + needed > width) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? space : 0) + needed
    if (used > width) {
      lines += Math.ceil(used / width) - 1
      used = width
    }
  }
  return lines
}

/** Advance widths of Arial in thousandths of an em. */
const ADVANCES: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft'],
  [333, '()-`r“”'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckvxyzs'],
  [556, '#$0123456789?L_abdeghnopqu–£€'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@—…'],
]
const advances = new Map(
  ADVANCES.flatMap(([width, characters]) => [...characters].map((character) => [character, width / 1000])),
)

/** An accented letter is as wide as its base; what the list lacks counts as wide. */
function advance(character: string): number {
  const [base = character] = character.normalize('NFD')
  const known = advances.get(base)
  if (known !== undefined) return known
  if (/\p{M}/u.test(character)) return 0
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.78 : 1.02
}
