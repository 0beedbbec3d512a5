import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Definition, Id, SourceFile } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { unknownPopulations } from './questions.ts'

/** Tables and releases of variables that do not exist, or that no file carries. */
export function checkTables(definition: Definition): readonly Fault[] {
  const { frame, invitees, responses, tables } = definition
  const known = definition.variables.map(({ id }) => id)
  const populations = definition.populations.map(({ id }) => id)
  const frames = frame === undefined ? [] : [frame]
  const lists = [...frames, ...(invitees === undefined ? [] : [invitees])]
  const any = [...lists, ...responses]
  const check = (
    named: readonly Id[],
    path: Path,
    files: readonly SourceFile[],
    where: string,
  ): readonly Fault[] =>
    named.flatMap((id, index) => checkVariable(id, known, [...path, index], files, where))
  const coverage =
    tables.coverage && !(frame !== undefined && responses.some((each) => carries(each, 'covers')))
  return [
    ...check(tables.responseRates, ['tables', 'response_rates'], lists, 'the frame or the invitees'),
    ...check(tables.profile, ['tables', 'profile'], frames, 'the frame'),
    ...tables.breakdowns.flatMap((names, index) =>
      names.flatMap((name, place) =>
        populations.includes(name) && !known.includes(name)
          ? []
          : check([name], ['tables', 'breakdowns', index], any, 'any file').map((fault) => ({
              ...fault,
              path: ['tables', 'breakdowns', index, ...(names.length > 1 ? [place] : [])],
            })),
      ),
    ),
    ...publishFaults(definition, (id, index) =>
      checkVariable(id, known, ['privacy', 'publish', index], any, 'any file'),
    ),
    ...unknownPopulations(tables.populations, populations, ['tables', 'populations']),
    ...(coverage
      ? [
          {
            code: 'no-coverage',
            path: ['tables', 'coverage'],
            message: 'Coverage needs a frame, and responses with a column for covers.',
            advice: 'Add them, or remove this line.',
          },
        ]
      : []),
  ]
}

/** What is published must be a variable that some file carries, or a question with one answer of a list. */
const publishFaults = (
  { privacy, questions }: Definition,
  check: (id: Id, index: number) => readonly Fault[],
): readonly Fault[] =>
  privacy.publish.flatMap((id, index) =>
    questions.some((question) => question.id === id && question.kind === 'single') ? [] : check(id, index),
  )

function checkVariable(
  id: Id,
  known: readonly Id[],
  path: Path,
  files: readonly SourceFile[],
  where: string,
): readonly Fault[] {
  if (!known.includes(id)) {
    const message = `There is no variable '${id}'${didYouMean(id, known) || '.'}`
    return [{ code: 'unknown-variable', path, message, ...given({ expected: oneOf(known) }) }]
  }
  if (files.some((file) => carries(file, id))) return []
  if (files.length === 0) {
    const message = `'${id}' cannot be shown here: there is no ${where.replaceAll('the ', '')}.`
    return [{ code: 'not-carried', path, message, advice: `Remove it, or add ${where}.` }]
  }
  const message = `The variable '${id}' is not among the columns of ${where}.`
  return [
    {
      code: 'not-carried',
      path,
      message,
      advice: `Name the heading it stands under: columns: { ${id}: ... }.`,
    },
  ]
}

/** The channel of responses is said of their file, not in a column. */
const carries = (source: SourceFile, name: string): boolean =>
  Object.hasOwn(source.columns, name) || (name === 'channel' && 'channel' in source)
