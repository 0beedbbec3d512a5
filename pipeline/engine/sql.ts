/** SQL string literal of any text. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** SQL identifier of any name. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** SQL list of string literals. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(', ')
