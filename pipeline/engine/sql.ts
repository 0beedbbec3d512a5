/** SQL string literal of any text. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** SQL identifier of any name. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** SQL list of string literals. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(', ')

/** SQL that makes a row of each of these whole numbers; several side by side in one SELECT make its columns. */
export const numbers = (list: readonly number[]): string =>
  `unnest(from_json('${JSON.stringify(list)}', '["INTEGER"]'))`
