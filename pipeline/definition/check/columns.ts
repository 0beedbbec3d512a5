import { type Fault, orList, type Path } from '../fault.ts'
import { labelKey } from '../label-key.ts'
import type { Definition, Id, SourceFile } from '../model.ts'
import { didYouMean } from '../nearest.ts'

/**
 * The columns named of one file: names that do not exist, one heading for two names, headings that
 * are ignored all the same, and identifying columns passed on as a question or variable. `roles` are
 * the names this file may use besides variables; only responses may name questions.
 */
export function checkColumns(
  definition: Definition,
  source: SourceFile,
  path: Path,
  roles: readonly string[],
): readonly Fault[] {
  const variables = definition.variables.map(({ id }) => id)
  const questions = path[0] === 'responses' ? definition.questions : []
  const known = [...roles, ...variables, ...questions.map(({ id }) => id)]
  const split = questions
    .filter((each) => 'headings' in each && Object.keys(each.headings).length > 0)
    .map(({ id }) => id)
  const ignored = new Set(source.ignore.map(labelKey))
  const identifying = new Set(source.identifying.map(labelKey))
  const taken = new Map<string, Id>()
  return Object.entries(source.columns).flatMap(([name, heading]): readonly Fault[] => {
    const at = { path: [...path, 'columns', name] }
    const key = labelKey(heading)
    const other = SAMPLE_DESIGN.has(name) ? undefined : taken.get(key)
    if (!SAMPLE_DESIGN.has(name)) taken.set(key, name)
    if (!known.includes(name)) return [unknownName(name, known, roles, at)]
    if (split.includes(name)) {
      const message = `'${name}' has a column for each answer, named under the question.`
      return [{ code: 'two-headings', ...at, atKey: true, message, advice: 'Remove this line.' }]
    }
    if (other !== undefined) {
      const message = `The column '${heading}' is named for '${other}' and for '${name}'.`
      return [{ code: 'same-heading', ...at, message, advice: 'One of them stands in another column.' }]
    }
    if (ignored.has(key)) {
      const message = `The column '${heading}' is also under ignore.`
      return [{ code: 'ignored-column', ...at, message, advice: 'Remove it there or here.' }]
    }
    if (!identifying.has(key) || roles.includes(name)) return []
    const message = `The column '${heading}' identifies people, so it cannot be passed on as '${name}'.`
    return [
      {
        code: 'identifying-column',
        ...at,
        message,
        advice: 'Remove it here, or under identifying if nobody can be told by it.',
      },
    ]
  })
}

/** Columns of the sample design may be questions or variables too. */
const SAMPLE_DESIGN: ReadonlySet<string> = new Set(['stratum', 'cluster', 'weight', 'population_size'])

function unknownName(
  name: string,
  known: readonly string[],
  roles: readonly string[],
  at: { readonly path: Path },
): Fault {
  const meant = didYouMean(name, known)
  return {
    code: 'unknown-column',
    ...at,
    atKey: true,
    message: `'${name}' is no column of this file, variable or question${meant || '.'}`,
    expected: `${orList(roles)}, or the identifier of a variable${at.path[0] === 'responses' ? ' or question' : ''}`,
    advice: 'The name stands on the left, the heading in the file on the right.',
  }
}
