/** Plain marks and the curly ones that stand for them in exports. */
export const CURLY_MARKS: Readonly<Record<string, string>> = {
  "'": '\u2018\u2019\u02bc\u2032`',
  '"': '\u201c\u201d\u201e\u2033\u00ab\u00bb',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2212',
}
const plainMarks = new Map(
  Object.entries(CURLY_MARKS).flatMap(([plain, marks]) =>
    Array.from(marks, (mark) => [mark, plain] as const),
  ),
)

/** The form under which two labels are the same whatever their spacing, quotes, dashes and capitals. */
export const labelKey = (label: string): string => withPlainMarks(label).normalize('NFC').toLowerCase()

/** Text on one line, with straight quotes and hyphens. */
export const withPlainMarks = (text: string): string =>
  Array.from(oneLine(text), (mark) => plainMarks.get(mark) ?? mark).join('')

/** Text without blanks around it and without line breaks or repeated blanks inside. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085\p{Z}\u200b\ufeff]+/gu, ' ').trim()

/** The label of `known` that the author meant: as written, or the one with the same key; else as written. */
export function knownLabel(label: string, known: readonly string[]): string {
  if (known.includes(label)) return label
  const key = labelKey(label)
  return known.find((other) => labelKey(other) === key) ?? label
}
