import { codedQuestions, type Definition, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'
import { responseColumn, sheetColumn } from './sheet-column.ts'

/**
 * What is read of a sheet of codes. The question need not be named where only one has a code frame; the
 * response is also found under the heading that its reference has among the responses.
 */
export function codingColumns(
  definition: Definition,
  file: Pick<SourceFile, 'columns'>,
): readonly WantedColumn[] {
  return [
    responseColumn(definition, file),
    sheetColumn(file, 'question', ['question'], codedQuestions(definition).length > 1),
    sheetColumn(file, 'codes', ['codes', 'code', 'themes'], true),
  ]
}
