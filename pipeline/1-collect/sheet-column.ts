import type { Definition, SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'

/** A column of a sheet about responses, under the heading that the definition gives or one of its usual names. */
export const sheetColumn = (
  { columns }: Pick<SourceFile, 'columns'>,
  name: string,
  candidates: readonly string[],
  required: boolean,
): WantedColumn => ({
  name,
  ...(columns[name] === undefined ? {} : { heading: columns[name] }),
  candidates,
  required,
})

/** Which response a row is about: also under the heading that its reference has among the responses. */
export function responseColumn(definition: Definition, file: Pick<SourceFile, 'columns'>): WantedColumn {
  const references = definition.responses.flatMap(({ columns: { reference } }) => reference ?? [])
  return sheetColumn(file, 'response', ['response', ...references], true)
}
