/** Words that YAML 1.1 or 1.2 readers take for something else than text. */
const SPECIAL = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i
/** Begins with a letter and holds nothing that could mean something. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} _()'/.+&%;=$£€?!\u2013-]*[\p{L}\p{N}_)'/.+%?!])?$/u
/** What a line of a file cannot show as it is: control characters, other line breaks, marks that are not seen. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u
const LONGEST_LINE = 100

/** Text as a YAML scalar on one line, good as a key, in lists and in brackets: as it is where that is safe. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !SPECIAL.test(text) ? text : quoted(text)
}

const quoted = (text: string): string =>
  JSON.stringify(text).replace(new RegExp(UNSEEN, 'gu'), (mark) =>
    Array.from(
      { length: mark.length },
      (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )

/** Text as a value; long text is folded over lines that are indented by `indent`. */
export function value(text: string, indent: string): string {
  const line = scalar(text)
  const isFoldable = text === text.trim() && !/ {2}/.test(text) && !UNSEEN.test(text)
  if (line.length + indent.length <= LONGEST_LINE || !isFoldable) return line
  return `>-\n${wrap(text, LONGEST_LINE - indent.length)
    .map((part) => `${indent}${part}`)
    .join('\n')}`
}

/** Text cut at blanks into lines of at most `width`, words that are longer by themselves. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A list: in brackets where it fits on a line after `key`, else an item a line. */
export function list(key: string, items: readonly string[], indent: string): string {
  const inline = `${indent}${key}: [${items.map(scalar).join(', ')}]`
  if (items.length === 0 || inline.length <= LONGEST_LINE) return inline
  const deeper = `${indent}  `
  return [`${indent}${key}:`, ...items.map((item) => `${deeper}- ${value(item, `${deeper}  `)}`)].join('\n')
}

/** A mapping, an entry a line. */
export function mapping(
  key: string,
  entries: readonly (readonly [string, string])[],
  indent: string,
): string {
  const deeper = `${indent}  `
  return [
    `${indent}${key}:`,
    ...entries.map(([name, text]) => `${deeper}${scalar(name)}: ${value(text, `${deeper}  `)}`),
  ].join('\n')
}
