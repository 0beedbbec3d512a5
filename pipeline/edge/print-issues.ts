import { chalk } from 'zx'
import type { Issue } from '../issues.ts'

/** Issues for people: where, what, what was expected, what to do. */
export function printIssues(issues: readonly Issue[], write: (line: string) => void): void {
  for (const issue of issues) {
    const place = [
      issue.file,
      issue.row === undefined ? undefined : `${issue.file?.endsWith('.yaml') ? 'line' : 'row'} ${issue.row}`,
      issue.column,
    ].filter((part) => part !== undefined)
    const mark =
      issue.severity === 'error'
        ? chalk.red('error')
        : issue.severity === 'warning'
          ? chalk.yellow('warning')
          : 'note'
    write(`${mark}  ${place.length > 0 ? `${chalk.bold(place.join(', '))}: ` : ''}${issue.message}`)
    if (issue.expected !== undefined) write(`       expected: ${issue.expected}`)
    if (issue.advice !== undefined) write(`       ${issue.advice}`)
  }
}
