import type { ColumnProfile } from './profile.ts'

/** Columns side by side that ask parts of one question, or one column alone. */
export interface Block {
  readonly question: string
  /** With `part` where there are several. */
  readonly columns: readonly ColumnProfile[]
}

/** What joins a question and its part in the headings of a plain table, and what may end the part. */
const JOINTS: readonly (readonly [string, string])[] = [
  [' - ', ''],
  [' \u2013 ', ''],
  [' [', ']'],
  [': ', ''],
]

/** Cuts the columns of a file into blocks, in its order; `platform` where its layout names the parts. */
export function blocksOf(profiles: readonly ColumnProfile[], platform: boolean): readonly Block[] {
  const columns = platform ? profiles : profiles.map((_, index) => withPart(profiles, index))
  const blocks: { question: string; columns: ColumnProfile[] }[] = []
  for (const column of columns) {
    const last = blocks.at(-1)
    const continues =
      last !== undefined &&
      column.part !== undefined &&
      last.question === column.question &&
      last.columns.every(({ part, role }) => part !== undefined || role === 'other text')
    if (continues) last.columns.push(column)
    else blocks.push({ question: column.question, columns: [column] })
  }
  return blocks
}

/** Splits a heading of a plain table where its neighbours begin with the same question. */
function withPart(profiles: readonly ColumnProfile[], index: number): ColumnProfile {
  const profile = profiles[index]
  if (profile === undefined) throw new Error('a column without a profile')
  const candidates = JOINTS.flatMap(([joint, end]) =>
    places(profile.heading, joint)
      .map((at) => ({ question: profile.heading.slice(0, at), joint, end }))
      .filter(() => profile.heading.endsWith(end)),
  ).map((one) => ({ ...one, run: runOf(profiles, index, one.question + one.joint) }))
  const best = candidates
    .filter(({ run }) => run > 1)
    .sort((a, b) => b.run - a.run || b.question.length - a.question.length)[0]
  if (best === undefined) return profile
  const part = profile.heading.slice(
    best.question.length + best.joint.length,
    profile.heading.length - best.end.length,
  )
  return { ...profile, question: best.question, part: part.trim() }
}

function places(heading: string, joint: string): readonly number[] {
  const found: number[] = []
  for (let at = heading.indexOf(joint, 1); at > 0; at = heading.indexOf(joint, at + 1)) {
    if (heading.slice(at + joint.length).trim() !== '') found.push(at)
  }
  return found
}

/** How many columns in a row, this one among them, begin so. */
function runOf(profiles: readonly ColumnProfile[], index: number, beginning: string): number {
  const begins = (at: number) => profiles[at]?.heading.startsWith(beginning) === true
  let [from, to] = [index, index]
  while (begins(from - 1)) from--
  while (begins(to + 1)) to++
  return to - from + 1
}
