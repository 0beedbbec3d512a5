import { nearest } from '../definition/index.ts'
import type { Checked, Issue } from '../issues.ts'
import { conventionalColumns } from './conventional-columns.ts'
import { headingIndex } from './heading-index.ts'
import { columnNumber, quoteHeading } from './headings.ts'
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

  for (const { name, heading } of input.wanted) {
    if (heading === undefined) continue
    const found = find(heading)
    const [index] = found
    const before = index === undefined ? undefined : taken.get(index)
    if (index === undefined) issues.push(notFound(heading, `\`${name}\``, input))
    else if (found.length > 1) issues.push(ambiguous(name, found, input))
    else if (before !== undefined) issues.push(mappedTwice(index, before, `\`${name}\``, input))
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

function nothingFound({ file, wanted, identifying }: MappingInput): Issue {
  const known = wanted
    .map(({ heading, candidates }) => heading ?? candidates[0])
    .find((one) => one !== undefined)
  const example = known ?? identifying[0]
  return mappingIssue(file, {
    code: 'collect/no-headings',
    concern: 'data',
    message: 'Not one heading that the definition expects is in the first row of the file.',
    advice: 'The headings must be the first row. If they are, name them under `columns:` in the definition.',
    ...(example === undefined ? {} : { expected: example }),
  })
}

function notFound(heading: string, where: string, { file, headings }: MappingInput): Issue {
  const near = nearest(heading, headings)
  return mappingIssue(file, {
    code: 'collect/heading-not-found',
    concern: 'definition',
    message: `The file has no heading ${quoteHeading(heading)}, which the definition names for ${where}.`,
    advice:
      near === undefined
        ? 'Correct the definition, or export the file again with this column.'
        : `Did you mean ${quoteHeading(near)}?`,
    column: heading,
  })
}

function mappedTwice(index: number, one: string, other: string, { file, headings }: MappingInput): Issue {
  const heading = headings[index] ?? ''
  return mappingIssue(file, {
    code: 'collect/heading-mapped-twice',
    concern: 'definition',
    message: `The heading ${quoteHeading(heading)} is named for both ${one} and ${other}.`,
    advice: 'A column can be one thing only: name it once.',
    column: heading,
  })
}

function ambiguous(names: string, indices: readonly number[], { file, headings }: MappingInput): Issue {
  return mappingIssue(file, {
    code: 'collect/ambiguous-heading',
    concern: 'definition',
    message: `Which column is which cannot be told: \`${names}\` fits column ${indices.map(columnNumber).join(', ')}.`,
    advice:
      'Name the heading of each under `columns:`; where headings are the same word for word, export the file with numbered questions.',
    column: headings[indices[0] ?? 0] ?? '',
  })
}

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
  { file, headings, wanted }: MappingInput,
  columns: ReadonlyMap<string, number>,
  taken: ReadonlyMap<number, string>,
): readonly Issue[] {
  const unmet = wanted
    .filter(({ name }) => !columns.has(name))
    .flatMap(({ candidates, heading }) => heading ?? candidates)
  return [...headings.entries()]
    .filter(([index, heading]) => !taken.has(index) && heading.trim() !== '')
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
