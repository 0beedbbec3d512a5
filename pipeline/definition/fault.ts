import type { Issue } from '../issues.ts'

/** Where something stands in the file: keys, and positions in lists counted from 0. */
export type Path = readonly (string | number)[]

/** Something wrong with a definition, before its line has been looked up. */
export interface Fault {
  /** `definition/` is put before it. */
  readonly code: string
  readonly path: Path
  /** Points at the key itself rather than at what it holds. */
  readonly atKey?: boolean
  readonly message: string
  readonly expected?: string
  readonly advice?: string
}

/** Where a path is in the text. */
export interface Place {
  readonly line: number
  readonly offset: number
  /** The part of the path that is really there. */
  readonly path: Path
  /** Reached through an alias: the same text stands for several paths. */
  readonly shared: boolean
}

/**
 * Faults as issues, in the order of the file. A fault that shows several times at one place (a list
 * shared by an alias) is told once.
 */
export function faultIssues(
  faults: readonly Fault[],
  place: (path: Path, atKey: boolean) => Place,
  file: string,
): readonly Issue[] {
  const placed = faults.map((fault) => ({ fault, at: place(fault.path, fault.atKey ?? false) }))
  placed.sort((a, b) => a.at.offset - b.at.offset)
  const told = new Set<string>()
  return placed.flatMap(({ fault, at }) => {
    const mark = `${at.offset} ${fault.code}`
    if (at.shared && told.has(mark)) return []
    told.add(mark)
    return [issue(fault, at, file)]
  })
}

function issue(fault: Fault, at: Place, file: string): Issue {
  const { message, expected, advice } = fault
  return {
    code: `definition/${fault.code}`,
    severity: 'error',
    concern: 'definition',
    message,
    file,
    row: at.line,
    ...(at.path.length === 0 ? {} : { column: shown(at.path) }),
    ...(expected === undefined ? {} : { expected }),
    ...(advice === undefined ? {} : { advice }),
  }
}

/** A path as people read it, positions counted from 1: `questions.q1.answers[2]`. */
export const shown = (path: Path): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('')

/** Words as a list for people: "a, b or c". */
export const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** A value as it can be written on one line of YAML. */
export const inYaml = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The first dozen of the words that are allowed. */
export const oneOf = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.length > 12 ? `${words.slice(0, 12).join(', ')}, ...` : orList(words)
