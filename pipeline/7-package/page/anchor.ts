import type { NamedTable } from '../names.ts'

/** Where a table stands in the page: an address that can be cited. */
export const anchorOf = ({ name }: NamedTable): string => `table-${name}`
