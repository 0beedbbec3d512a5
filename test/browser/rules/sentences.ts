/**
 * Numbers of a sentence that it has from nowhere, and numbers that it should say and does not. Numbers in the names of
 * questions, answers and groups are theirs.
 */
export function misquoted(
  text: string,
  numbers: ReadonlySet<string>,
  names: readonly string[],
): readonly string[] {
  // Long answers are cut, and other tables may be named.
  const whole = text.replace(/\u2018[^\u2018]*\u2026\u2019|Table \S+/g, '')
  const own = [...new Set(names)]
    .filter((name) => /\d/.test(name))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(/^[\d,.]+$/.test(name) ? `\u2018${name}\u2019` : name, ''), whole)
  const said = new Set([...own.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([number]) => number.replace(/,/g, '')))
  return [
    ...[...said].filter((one) => !numbers.has(one)).map((one) => `words: ${one} in \u201c${text}\u201d`),
    ...[...numbers].filter((one) => !said.has(one)).map((one) => `words: no ${one} in \u201c${text}\u201d`),
  ]
}
