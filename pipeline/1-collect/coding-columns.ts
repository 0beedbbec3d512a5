import { codedQuestions, type Definition, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'

/**
 * What is read of a sheet of codes. The question need not be named where only one has a code frame; the
 * response is also found under the heading that its reference has among the responses.
 */
export function codingColumns(
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
    wanted('question', ['question'], codedQuestions(definition).length > 1),
    wanted('codes', ['codes', 'code', 'themes'], true),
  ]
}
