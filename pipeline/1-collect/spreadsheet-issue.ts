import type { Issue } from '../issues.ts'

/** An error about a workbook. */
export const spreadsheetIssue = (
  code: string,
  message: string,
  advice: string,
  where: Pick<Issue, 'row' | 'column'> = {},
): Issue => ({ code: `collect/${code}`, severity: 'error', concern: 'data', message, advice, ...where })
