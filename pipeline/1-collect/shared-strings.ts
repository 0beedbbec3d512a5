import { CannotCut } from './cut-rows.ts'

/** The texts of a workbook that its cells name by number, as the XML they are written in. */
export type SharedStrings = (index: number) => Uint8Array

/**
 * Finds the texts in the bytes of `sharedStrings.xml` without reading them: each is looked up where it is
 * needed. Throws `CannotCut` for a number that is not there, and for XML in another form than every known
 * program writes.
 */
export function sharedStrings(part: Buffer): SharedStrings {
  const root = part.indexOf('<sst')
  const ends = new Uint32Array(occurrences(part, END))
  if (root < 0 || part.includes('<!') || part.includes(':si>')) throw new CannotCut()
  const first = part.indexOf('>', root) + 1
  let at = first
  for (let index = 0; index < ends.length; index++) {
    at = part.indexOf(END, at) + END.length
    ends[index] = at
  }
  return (index) => {
    const end = ends[index]
    if (end === undefined) throw new CannotCut()
    return part.subarray(index === 0 ? first : ends[index - 1], end)
  }
}

const END = '</si>'

function occurrences(part: Buffer, text: string): number {
  let found = 0
  for (let at = part.indexOf(text); at >= 0; at = part.indexOf(text, at + text.length)) found++
  return found
}
