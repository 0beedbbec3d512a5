import { type Folded, MASK } from '../fold/index.ts'

/** What a shape found, in offsets of the folded text. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly kind: string
  readonly sure: boolean
  readonly reason: string
}

/** Finds one kind of thing in a folded text. No quantifier in it is unbounded but where it cannot fail. */
export type Shape = (folded: Folded) => readonly Found[]

/** Characters before a number in which a word may say what it is. */
const BEFORE = 48

/** What stands shortly before `index`; of what stands before something redacted, nothing. */
export function before(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - BEFORE), index)
  return near.slice(near.lastIndexOf(MASK) + 1)
}

/** Whether words shortly before `index` match. */
export const saidBefore = (text: string, index: number, words: RegExp): boolean =>
  words.test(before(text, index))

/** Every match of a global pattern; `judge` says what it is, or nothing. */
export function matches(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray) => Found | undefined,
): readonly Found[] {
  const found: Found[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const one = judge(match)
    if (one !== undefined) found.push(one)
  }
  return found
}
