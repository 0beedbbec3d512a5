import type { ReleasedFigure, Table } from '../artefacts.ts'

/** A table and what its file and resource are called. */
export interface NamedTable {
  readonly table: Table<ReleasedFigure>
  /** `5_by_region`: safe as part of a path on any system. */
  readonly name: string
  readonly path: string
  /** "Table 5: Should …"; a table without a number keeps its bare title. */
  readonly title: string
}

/** Gives each table a name of lower case letters, digits, `_` and `-` that no other has. */
export function namedTables(tables: readonly Table<ReleasedFigure>[]): readonly NamedTable[] {
  const taken = new Set<string>()
  return tables.map((table) => {
    const name = unusedName(safeName(table.id), taken)
    taken.add(name)
    const [, number] = /^(\d+)(?:_|$)/.exec(table.id) ?? []
    const title = number === undefined ? table.title : `Table ${number}: ${table.title}`
    return { table, name, path: `data/tables/${name}.csv`, title }
  })
}

/** Names that Windows gives to devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** Lower case letters, digits, `_` and `-`, which every file system, portal and the data package take. */
export function safeName(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return name === '' || DEVICES.test(name) ? `table-${name}`.replace(/-$/, '') : name
}

/** The name, or with a number after it where another has it already. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  let number = 2
  let candidate = name
  while (taken.has(candidate)) candidate = `${name}-${number++}`
  return candidate
}
