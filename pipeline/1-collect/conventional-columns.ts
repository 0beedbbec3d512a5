import { headingIndex } from './heading-index.ts'
import { normaliseHeading } from './normalise-heading.ts'

interface Wanted {
  readonly name: string
  readonly candidates: readonly string[]
}

interface Heading {
  readonly index: number
  readonly heading: string
}

export interface ConventionalColumns {
  /** Our name -> index of the heading. */
  readonly columns: ReadonlyMap<string, number>
  /** Names and columns that fit each other in more than one way. */
  readonly ambiguous: readonly { readonly names: readonly string[]; readonly indices: readonly number[] }[]
}

/**
 * Matches columns by what their headings say. A wanted column looks for its candidates in order and
 * stays with the first whose words are in the file, question numbers aside: platforms number by
 * their own count. Only where several questions have the same wording, or several columns do, the
 * number decides, and then it must decide for every one of those columns; the numbers of one
 * question can otherwise be another's.
 */
export function conventionalColumns(
  wanted: readonly Wanted[],
  headings: readonly Heading[],
): ConventionalColumns {
  const byWords = groupBy(headings, ({ heading }) => normaliseHeading(heading).bare)
  const claims = new Map<string, Wanted[]>()
  for (const one of wanted) {
    const words = one.candidates
      .map((candidate) => normaliseHeading(candidate).bare)
      .find((bare) => byWords.has(bare))
    if (words !== undefined) claims.set(words, [...(claims.get(words) ?? []), one])
  }
  const columns = new Map<string, number>()
  const ambiguous: { names: readonly string[]; indices: readonly number[] }[] = []
  for (const [words, claimants] of claims) {
    const columnsOfWords = byWords.get(words) ?? []
    const pairs = pairUp(claimants, columnsOfWords)
    for (const [name, index] of pairs ?? []) columns.set(name, index)
    if (pairs === undefined) {
      ambiguous.push({
        names: claimants.map(({ name }) => name),
        indices: columnsOfWords.map(({ index }) => index),
      })
    }
  }
  return { columns, ambiguous }
}

function pairUp(
  wanted: readonly Wanted[],
  headings: readonly Heading[],
): ReadonlyMap<string, number> | undefined {
  const [one] = wanted
  const [heading] = headings
  if (one === undefined || heading === undefined) return new Map()
  if (wanted.length === 1 && headings.length === 1) return new Map([[one.name, heading.index]])
  if (wanted.length === 1) return soleExactMatch(one, headings)
  const pairs = new Map<string, number>()
  for (const { index, heading } of headings) {
    const { number } = normaliseHeading(heading)
    const owners = wanted.filter((candidate) => number !== undefined && numberOf(candidate) === number)
    const [owner] = owners
    if (owner === undefined || owners.length > 1 || pairs.has(owner.name)) return undefined
    pairs.set(owner.name, index)
  }
  return pairs
}

/** Several columns say it, but one of them letter for letter, or with the right number. */
function soleExactMatch(
  wanted: Wanted,
  headings: readonly Heading[],
): ReadonlyMap<string, number> | undefined {
  const find = headingIndex(headings.map(({ heading }) => heading))
  for (const candidate of wanted.candidates) {
    const [first, ...others] = find(candidate)
    const heading = first === undefined ? undefined : headings[first]
    if (heading !== undefined) return others.length > 0 ? undefined : new Map([[wanted.name, heading.index]])
  }
  return undefined
}

/** The number a question goes by: of its numbered candidate, or of an id like `q13`. */
function numberOf({ name, candidates }: Wanted): string | undefined {
  const numbered = candidates
    .map((candidate) => normaliseHeading(candidate))
    .find(({ number, bare }) => number !== undefined && bare !== '')
  return numbered?.number ?? /^q0*(\d+)$/.exec(name)?.[1]
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}
