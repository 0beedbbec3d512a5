import type { Definition } from '../definition/index.ts'
import type { Span } from '../disclosure/index.ts'
import type { Issue } from '../issues.ts'

/** Tables that tell responses apart in more ways than can be searched for small groups. */
export function tooManyCells(
  definition: Definition,
  { populations, variables }: Span,
  cells: number,
  most: number,
): Issue {
  const many = populations.length > variables.length
  const named = definition.populations
    .filter(({ id, where }) => where !== undefined && populations.includes(id))
    .map(({ id }) => id)
  return {
    code: 'aggregate/too-many-groups',
    severity: 'error',
    concern: 'disclosure',
    message: `Populations and breakdowns together tell responses apart in ${cells} ways: too many to search for small groups that follow from the figures.`,
    column: many ? 'populations' : 'tables.breakdowns',
    expected: `at most ${most} ways`,
    advice: many
      ? `Drop some of these populations, those that cut through the others first: ${named.join(', ')}.`
      : 'Ask for fewer breakdowns, or by variables with fewer values.',
  }
}
