import type { Issue } from '../../issues.ts'

/** A fault of a descriptor; `column` is the key path, and nothing of the data is said. */
export const fault = (code: string, column: string, message: string): Issue => ({
  code: `data-package/${code}`,
  severity: 'error',
  concern: 'definition',
  message,
  file: 'datapackage.json',
  column,
})

/** Positions of values that stood earlier in the list. */
export const repeated = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
