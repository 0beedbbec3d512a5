import { normaliseHeading } from './normalise-heading.ts'

/**
 * Makes a function that finds the columns with a heading: those that have it letter for letter, else
 * those that have it but for typing (`normaliseHeading`, numbers kept). Several where the file
 * repeats a heading; none where it is not there.
 */
export function headingIndex(headings: readonly string[]): (heading: string) => readonly number[] {
  const exact = new Map<string, number[]>()
  const loose = new Map<string, number[]>()
  for (const [index, heading] of headings.entries()) {
    exact.set(heading, [...(exact.get(heading) ?? []), index])
    const { whole } = normaliseHeading(heading)
    loose.set(whole, [...(loose.get(whole) ?? []), index])
  }
  return (heading) => exact.get(heading) ?? loose.get(normaliseHeading(heading).whole) ?? []
}
