import type { DescribedTable } from '../8-publish/index.ts'
import { literal } from '../engine/index.ts'
import type { ReleaseReader } from './reader.ts'

const STYLE = `auto_detect = false, all_varchar = true, delim = ',', quote = '"', escape = '"', strict_mode = true`

/** A CSV file as a relation of texts under the names of its fields; blank cells are null. Reading it may throw. */
export const readTable = (reader: ReleaseReader, table: DescribedTable): string =>
  `read_csv(${literal(`${reader.folder}/${table.path}`)}, header = true, nullstr = '', ${STYLE}, ${columns(
    table.fields.map(({ name }) => name),
  )})`

/** Its first line alone, under `c0`, `c1`… */
export const readHeading = (reader: ReleaseReader, table: DescribedTable): string =>
  `read_csv(${literal(`${reader.folder}/${table.path}`)}, header = false, ${STYLE}, ${columns(
    table.fields.map((_, index) => `c${index}`),
  )})`

const columns = (names: readonly string[]): string =>
  `columns = {${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')}}`
