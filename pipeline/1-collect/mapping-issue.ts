import type { Issue } from '../issues.ts'

/** An error about the headings of `file`, which are its first row. */
export function mappingIssue(file: string, issue: Omit<Issue, 'severity' | 'file' | 'row'>): Issue {
  return { ...issue, severity: 'error', file, row: 1 }
}
