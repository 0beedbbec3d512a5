import type { Records } from './records.ts'

export interface KoboPath {
  readonly kind: 'question' | 'part' | 'summary' | 'typed'
  readonly question: string
  readonly part?: string
}

/**
 * Makes a function that says of a column what its heading `group/question/option` means. A heading that
 * continues another is an option of it, and the other is its summary. Without a summary, columns that
 * share all but the last step and hold nothing but 0 and 1 are options. What else comes before the last
 * step is a group; where the group is worded as a question and the steps are not, it is a matrix.
 */
export function koboPaths(header: readonly string[], rows: Records): (column: number) => KoboPath {
  const there = new Set(header)
  const siblings = new Map<string, number[]>()
  for (const [column, path] of header.entries()) {
    const group = groupOf(path)
    if (group !== '') siblings.set(group, [...(siblings.get(group) ?? []), column])
  }
  const summaries = new Set(header.map((path) => summaryOf(path, there)))
  const areTicks = (columns: readonly number[]) => {
    const cells = columns.flatMap((column) => rows.map((row) => row[column]?.trim() ?? ''))
    return columns.length > 1 && cells.every((cell) => TICK.test(cell)) && cells.some((cell) => cell !== '')
  }
  const ticked = new Set([...siblings].filter(([, columns]) => areTicks(columns)).map(([group]) => group))
  const areItems = (columns: readonly number[]) =>
    columns.length > 1 && columns.every((column) => !header[column]?.endsWith('?'))
  const matrices = new Set(
    [...siblings]
      .filter(([group, columns]) => group.endsWith('?') && areItems(columns))
      .map(([group]) => group),
  )
  const wordingOf = (path: string): string => {
    const group = groupOf(path)
    const last = path.slice(group.length + 1)
    // A slash in a wording ("agree/disagree") parts no group.
    const isLabelled = (siblings.get(group)?.length ?? 0) > 1 && !/^\p{Ll}/u.test(last)
    return NAMES.test(group) || isLabelled ? last : path
  }
  return (column) => {
    const path = header[column] ?? ''
    const summary = summaryOf(path, there)
    if (summary !== undefined) {
      return { kind: 'part', question: wordingOf(summary), part: path.slice(summary.length + 1) }
    }
    const typed = /^(.+)_other$/.exec(path)?.[1]
    if (typed !== undefined && (there.has(typed) || siblings.has(typed))) {
      return { kind: 'typed', question: wordingOf(typed) }
    }
    if (summaries.has(path)) return { kind: 'summary', question: wordingOf(path) }
    const group = groupOf(path)
    if (matrices.has(group) || ticked.has(group)) {
      return { kind: 'part', question: wordingOf(group), part: path.slice(group.length + 1) }
    }
    return { kind: 'question', question: wordingOf(path) }
  }
}

/** Groups by their names. */
const NAMES = /^[A-Za-z_][\w.-]*(?:\/[A-Za-z_][\w.-]*)*$/
const TICK = /^(?:[01]|true|false)?$/i

/** All but the last step; '' where there is one step only. */
const groupOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The longest heading that this one continues. */
function summaryOf(path: string, there: ReadonlySet<string>): string | undefined {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    if (there.has(path.slice(0, at))) return path.slice(0, at)
  }
  return undefined
}
