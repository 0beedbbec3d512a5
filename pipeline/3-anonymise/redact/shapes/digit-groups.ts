/** A run of digits, and what stands between it and the run before: nothing but spaces and joining signs, or more. */
export interface DigitGroup {
  readonly from: number
  readonly to: number
  readonly digits: string
  /** What is between this group and the one before; undefined where more stands between them than joins a number. */
  readonly joint: string | undefined
}

/** A full stop or comma before a space ends what was said. */
const JOINT = /^(?!.?[.,] )[ \t().\-/,]{0,3}$/

/** The runs of digits of a text, in order. Runs of over 40 digits are no number of anybody and are left out. */
export function digitGroups(text: string): readonly DigitGroup[] {
  const groups: DigitGroup[] = []
  const pattern = /\d+/g
  let end = -1
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    const between = end < 0 || from - end > 3 ? undefined : text.slice(end, from)
    groups.push({
      from,
      to,
      digits: match[0].slice(0, 41),
      joint: between !== undefined && JOINT.test(between) ? between : undefined,
    })
    end = to
  }
  return groups
}
