import type { Fault, Path } from '../fault.ts'

interface Successor {
  readonly now: string
  readonly why: string
}

/** What earlier versions called otherwise, and what became of it. */
const RENAMED: Readonly<Record<string, Successor>> = {
  minimum_group: {
    now: 'small_base',
    why: 'Small groups of a breakdown are no longer refused: figures of fewer people than small_base are shown and marked [u], low reliability. What protects people is minimum_base.',
  },
}

const successorOf = (word: unknown, known: readonly unknown[]): Successor | undefined => {
  const successor = typeof word === 'string' && Object.hasOwn(RENAMED, word) ? RENAMED[word] : undefined
  return successor !== undefined && known.includes(successor.now) ? successor : undefined
}

/** The fault of a key that has another name now; undefined where it never was a key of this place. */
export const renamedKey = (path: Path, key: string, keys: readonly string[]): Fault | undefined =>
  faultOf(key, [...path, key], successorOf(key, keys), true)

/** The same of a value: the name of a rule. */
export const renamedValue = (path: Path, value: unknown, allowed: readonly unknown[]): Fault | undefined =>
  faultOf(value, path, successorOf(value, allowed), false)

function faultOf(
  word: unknown,
  path: Path,
  successor: Successor | undefined,
  atKey: boolean,
): Fault | undefined {
  if (successor === undefined) return undefined
  const { now, why } = successor
  const message = `'${word}' is gone: '${now}' is in its place.`
  return { code: 'renamed', path, atKey, message, expected: now, advice: why }
}
