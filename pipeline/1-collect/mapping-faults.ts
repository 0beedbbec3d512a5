import { nearest } from '../definition/index.ts'
import type { Issue } from '../issues.ts'
import type { MappingInput } from './column-mapping.ts'
import { columnNumber, quoteHeading } from './headings.ts'
import { mappingIssue } from './mapping-issue.ts'

/** Not one heading is known: the first row may be a respondent's, so nothing of it is repeated. */
export function nothingFound({ file, wanted, identifying }: MappingInput): Issue {
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

/** A heading that the definition names is not in the file. */
export function notFound(heading: string, where: string, { file, headings }: MappingInput): Issue {
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

/** One column is named for two things. */
export function mappedTwice(
  index: number,
  one: string,
  other: string,
  { file, headings }: MappingInput,
): Issue {
  const heading = headings[index] ?? ''
  return mappingIssue(file, {
    code: 'collect/heading-mapped-twice',
    concern: 'definition',
    message: `The heading ${quoteHeading(heading)} is named for both ${one} and ${other}.`,
    advice: 'A column can be one thing only: name it once.',
    column: heading,
  })
}

/** Names and columns fit each other in more than one way. */
export function ambiguous(
  names: string,
  indices: readonly number[],
  { file, headings }: MappingInput,
): Issue {
  return mappingIssue(file, {
    code: 'collect/ambiguous-heading',
    concern: 'definition',
    message: `Which column is which cannot be told: \`${names}\` fits column ${indices.map(columnNumber).join(', ')}.`,
    advice:
      'Name the heading of each under `columns:`; where headings are the same word for word, export the file with numbered questions.',
    column: headings[indices[0] ?? 0] ?? '',
  })
}
