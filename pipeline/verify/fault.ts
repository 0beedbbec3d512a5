import type { Issue } from '../issues.ts'

/** Something wrong with a release. `column` is a field, or a key path of the descriptor. */
export const fault = (code: string, file: string, message: string, column?: string): Issue => ({
  code: `verify/${code}`,
  severity: 'error',
  concern: 'data',
  message,
  file,
  ...(column === undefined ? {} : { column }),
})
