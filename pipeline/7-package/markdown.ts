/** Text of others as a piece of Markdown: on one line, and without anything that formats. */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>|]/g, '\\$&')

/** A link; its address must be one that needs no escaping. */
export const link = (text: string, href: string | undefined): string =>
  href === undefined ? plainText(text) : `[${plainText(text)}](<${href}>)`

/** Text shown letter by letter. */
export const code = (text: string): string => `\`${text}\``

/** A Markdown table; its cells are Markdown already. */
export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Lines of code, in a fence longer than any run of backticks in them. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const text = lines.join('\n')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
