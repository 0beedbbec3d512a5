import type { Path } from '../fault.ts'

/** What of the schema is broken, and where: one for every fault of the author. */
export interface Breach {
  readonly keyword: string
  readonly path: Path
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly propertyName?: string | undefined
  /** Keys of which one would do, types of which any would do. */
  readonly choices: readonly string[]
}

/** What an object or list holds under a key. */
export function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return Reflect.get(value, step)
}
