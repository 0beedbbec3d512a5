import { type Definition, readQuestions, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'

/** What is read of a sheet of quotes. The question need not be named where there is only one to quote from. */
export function quoteColumns(
  definition: Definition,
  { columns }: Pick<SourceFile, 'columns'>,
): readonly WantedColumn[] {
  const references = definition.responses.flatMap(({ columns: { reference } }) => reference ?? [])
  const wanted = (name: string, candidates: readonly string[], required: boolean): WantedColumn => ({
    name,
    ...(columns[name] === undefined ? {} : { heading: columns[name] }),
    candidates,
    required,
  })
  return [
    wanted('response', ['response', ...references], true),
    wanted('question', ['question'], readQuestions(definition).length > 1),
    wanted('quote', ['quote', 'words'], true),
    wanted('theme', ['theme'], false),
  ]
}
