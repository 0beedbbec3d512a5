/** The parts that have a value, so that a key left out stays left out. */
export function given<T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { readonly [K in keyof T]?: Exclude<T[K], undefined> }
}

/** One or several, as a list. */
export const listOf = <T extends string | object>(one: T | readonly T[]): readonly T[] =>
  isList(one) ? one : [one]

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)

/** Each entry of a record changed, keys too. */
export const mapRecord = <T, U>(
  record: Readonly<Record<string, T>>,
  change: (key: string, value: T) => readonly [string, U],
): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => change(key, value)))
