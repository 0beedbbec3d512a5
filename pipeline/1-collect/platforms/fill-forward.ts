/** A row of headings in which a blank cell continues the one before it. */
export function fillForward(row: readonly string[]): readonly string[] {
  let last = ''
  return row.map((cell) => {
    if (cell !== '') last = cell
    return last
  })
}
