import { type Definition, readQuestions, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'
import { responseColumn, sheetColumn } from './sheet-column.ts'

/** What is read of a sheet of quotes. The question need not be named where there is only one to quote from. */
export function quoteColumns(
  definition: Definition,
  file: Pick<SourceFile, 'columns'>,
): readonly WantedColumn[] {
  return [
    responseColumn(definition, file),
    sheetColumn(file, 'question', ['question'], readQuestions(definition).length > 1),
    sheetColumn(file, 'quote', ['quote', 'words'], true),
    sheetColumn(file, 'theme', ['theme'], false),
  ]
}
