/**
 * Text that a cell can hold: line ends are `\n`, tabs are spaces, and what XML 1.0 (section 2.2)
 * forbids is U+FFFD, so that nothing disappears unseen. The result is what a reader sees; `escapeText`
 * is what the file holds.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, (character) => (character === '\n' ? '\n' : '\uFFFD'))
}

/**
 * `_x000D_` in a workbook's text stands for a character (ECMA-376 part 1, 22.9.2.19, ST_Xstring), so
 * text that only looks like it has its first underscore written as `_x005F_`.
 */
export function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Clean text as the value of an XML attribute; line ends survive as character references. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

/** Whether a cell's text would turn into a formula the moment somebody edits the cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text)
}
