import { type DigitGroup, digitGroups } from './digit-groups.ts'
import { type DigitRow, FEWEST_DIGITS, judgeNumber, MOST_DIGITS } from './judge-number.ts'
import { before, type Found, type Shape } from './shape.ts'

/** More groups than any number is written in. */
const MOST_GROUPS = 8

/**
 * Telephone, NHS, card, account and tax numbers, IP addresses: neighbouring runs of digits, the longest
 * row of them first, judged by their check digit, their form, or the words before.
 */
export const numbers: Shape = ({ text }) => {
  const groups = digitGroups(text)
  const found: Found[] = []
  let index = 0
  while (index < groups.length) {
    const judged = firstJudged(rowsFrom(text, groups, index))
    if (judged !== undefined) found.push(judged.found)
    index += judged?.groups ?? 1
  }
  return found
}

function firstJudged(
  rows: readonly DigitRow[],
): { readonly found: Found; readonly groups: number } | undefined {
  for (const row of rows) {
    const found = judgeNumber(row)
    if (found !== undefined) return { found, groups: row.groups.length }
  }
  return undefined
}

/** Every row of digits that begins with this group and may be a number of somebody, the longest first. */
function rowsFrom(text: string, groups: readonly DigitGroup[], first: number): readonly DigitRow[] {
  const start = groups[first]
  if (start === undefined) return []
  const rows: DigitRow[] = []
  let digits = ''
  for (let last = first; last < first + MOST_GROUPS && last < groups.length; last += 1) {
    const group = groups[last]
    if (group === undefined || (last > first && group.joint === undefined)) break
    digits += group.digits
    if (digits.length > MOST_DIGITS) break
    if (digits.length < FEWEST_DIGITS) continue
    rows.unshift({
      text,
      groups: groups.slice(first, last + 1),
      from: start.from,
      to: group.to,
      digits,
      before: rows[0]?.before ?? before(text, start.from),
    })
  }
  return rows
}
