import { nearest } from '../definition/index.ts'
import type { Checked, Issue } from '../issues.ts'
import { conventionalColumns } from './conventional-columns.ts'
import { headingIndex } from './heading-index.ts'
import { columnNumber, quoteHeading } from './headings.ts'
import { ambiguous, mappedTwice, notFound, nothingFound } from './mapping-faults.ts'
import { mappingIssue } from './mapping-issue.ts'

/** A column our side needs or can use. */
export interface WantedColumn {
  /** Our name: a question's id, a variable, a role such as `link`. */
  readonly name: string
  /** The heading its author named; then no convention applies. */
  readonly heading?: string
  /** Headings that by convention mean this column, the surest first. */
  readonly candidates: readonly string[]
  readonly required: boolean
}

export interface MappingInput {
  /** For messages. */
  readonly file: string
  readonly headings: readonly string[]
  readonly wanted: readonly WantedColumn[]
  /** Headings that identify people, and headings left out: never mapped by convention. */
  readonly identifying: readonly string[]
  readonly ignore: readonly string[]
  /** Columns that need not be named, and are never mapped by convention alone. */
  readonly accounted?: ReadonlySet<number>
}

export interface ColumnMapping {
  /** Our name -> index of the heading. */
  readonly columns: ReadonlyMap<string, number>
}

/**
 * Finds the column of each wanted name. What the author named comes first: identifying, ignored and
 * explicit headings must exist and not contradict each other. The rest is matched by convention
 * (`conventionalColumns`). Every heading must end up mapped, identifying or ignored; one that does
 * not is an error, so that a new column in an export can never slip through or out. Blank headings
 * are `checkHeadings`' business. Where nothing at all is found, the first row may be a respondent's
 * answers, and nothing of it is repeated. With errors among the issues the mapping is not to be used.
 */
export function mapColumns(input: MappingInput): Checked<ColumnMapping> {
  const issues: Issue[] = []
  const find = headingIndex(input.headings)
  /** Heading index -> what it was taken for, in words. */
  const taken = new Map<number, string>()
  const columns = new Map<string, number>()

  for (const [list, headings] of [
    ['identifying', input.identifying],
    ['ignore', input.ignore],
  ] as const) {
    for (const heading of headings) {
      const found = find(heading)
      if (found.length === 0) issues.push(notFound(heading, `\`${list}:\``, input))
      for (const index of found) taken.set(index, `\`${list}:\``)
    }
  }

  const ofDesign = (one: WantedColumn) => SAMPLE_DESIGN.has(one.name)
  for (const { name, heading } of [
    ...input.wanted.filter((one) => !ofDesign(one)),
    ...input.wanted.filter(ofDesign),
  ]) {
    if (heading === undefined) continue
    const found = find(heading)
    const [index] = found
    const before = index === undefined ? undefined : taken.get(index)
    if (index === undefined) issues.push(notFound(heading, `\`${name}\``, input))
    else if (found.length > 1) issues.push(ambiguous(name, found, input))
    else if (before !== undefined && !SAMPLE_DESIGN.has(name))
      issues.push(mappedTwice(index, before, `\`${name}\``, input))
    else {
      taken.set(index, `\`${name}\``)
      columns.set(name, index)
    }
  }

  const open = [...input.headings.keys()].filter((index) => !taken.has(index))
  const byConvention = conventionalColumns(
    input.wanted.filter(({ heading }) => heading === undefined),
    open.map((index) => ({ index, heading: input.headings[index] ?? '' })),
  )
  for (const [name, index] of byConvention.columns) {
    taken.set(index, `\`${name}\``)
    columns.set(name, index)
  }
  for (const { names, indices } of byConvention.ambiguous) {
    for (const index of indices) taken.set(index, 'ambiguous')
    issues.push(ambiguous(names.join('`, `'), indices, input))
  }

  const sought = [...input.wanted, ...input.identifying, ...input.ignore].length
  if (taken.size === 0 && sought > 0) return { value: { columns }, issues: [nothingFound(input)] }

  const wrong = new Set(byConvention.ambiguous.flatMap(({ names }) => names))
  issues.push(...missing(input, columns, wrong, taken), ...unaccounted(input, columns, taken))
  return { value: { columns }, issues }
}

/** Looked for last: a stratum may be asked about too, and a district be a cluster and identify. */
const SAMPLE_DESIGN: ReadonlySet<string> = new Set(['stratum', 'cluster', 'weight', 'population_size'])

/** Explicit headings that are missing were reported when they were looked for. */
function missing(
  { file, headings, wanted }: MappingInput,
  columns: ReadonlyMap<string, number>,
  reported: ReadonlySet<string>,
  taken: ReadonlyMap<number, string>,
): readonly Issue[] {
  const open = headings.filter((_, index) => !taken.has(index))
  return wanted
    .filter((one) => one.required && one.heading === undefined)
    .filter(({ name }) => !columns.has(name) && !reported.has(name))
    .map(({ name, candidates }) => {
      const near = candidates.map((candidate) => nearest(candidate, open)).find((one) => one !== undefined)
      return mappingIssue(file, {
        code: 'collect/column-missing',
        concern: 'data',
        message: `The file has no column for \`${name}\`.`,
        advice:
          near === undefined
            ? `Name its heading under \`columns:\` (${name}: …).`
            : `Did you mean ${quoteHeading(near)}? Name it under \`columns:\` (${name}: …).`,
        column: name,
        ...(candidates[0] === undefined ? {} : { expected: candidates[0] }),
      })
    })
}

function unaccounted(
  input: MappingInput,
  columns: ReadonlyMap<string, number>,
  taken: ReadonlyMap<number, string>,
): readonly Issue[] {
  const { file, headings, wanted } = input
  const unmet = wanted
    .filter(({ name }) => !columns.has(name))
    .flatMap(({ candidates, heading }) => heading ?? candidates)
  return [...headings.entries()]
    .filter(([index, heading]) => !taken.has(index) && !input.accounted?.has(index) && heading.trim() !== '')
    .map(([index, heading]) => {
      const near = nearest(heading, unmet)
      const list = 'List it under `columns:`, `identifying:` or `ignore:` of this file in the definition.'
      return mappingIssue(file, {
        code: 'collect/column-not-accounted-for',
        concern: 'data',
        message: `Column ${columnNumber(index)}, ${quoteHeading(heading)}, is not accounted for.`,
        advice: near === undefined ? list : `It is close to ${quoteHeading(near)}. ${list}`,
        column: heading,
      })
    })
}
