import type { DescribedRelease, DescribedTable } from './described.ts'
import type { SchemaChange } from './difference.ts'
import { fieldChanges } from './field-changes.ts'

/**
 * How the shape of a release changed, and how far each change raises the version: the recipe "Data Package
 * Version" of the Data Package standard (https://datapackage.org/recipes/data-package-version/). What it
 * leaves open: a new missing value is like a laxer constraint, one that is gone changes words alone.
 */
export function schemaChanges(before: DescribedRelease, after: DescribedRelease): readonly SchemaChange[] {
  const gone = before.resources.filter((name) => !after.resources.includes(name))
  const fresh = after.resources.filter((name) => !before.resources.includes(name))
  return [
    ...(before.name === after.name
      ? []
      : [change('major', '', `is now named ${after.name}, was ${before.name}`)]),
    ...gone.map((name) => change('major', name, 'removed')),
    ...fresh.map((name) => change('minor', name, 'added')),
    ...before.tables.flatMap((old) => {
      const now = after.tables.find(({ name }) => name === old.name)
      return now === undefined ? [] : tableChanges(withoutMarks(old), withoutMarks(now))
    }),
  ]
}

/**
 * Headings of printed tables have a mark where figures are of low reliability. It comes and goes with a single response, and
 * is a change of the figures, not of the column.
 */
const withoutMarks = (table: DescribedTable): DescribedTable =>
  table.name.startsWith('table-')
    ? { ...table, fields: table.fields.map((field) => ({ ...field, name: field.name.replace(MARK, '') })) }
    : table

const MARK = / \[u\]$/

function tableChanges(old: DescribedTable, now: DescribedTable): readonly SchemaChange[] {
  const [names, newNames] = [old.fields, now.fields].map((fields) => fields.map(({ name }) => name))
  const kept = (names ?? []).filter((name) => newNames?.includes(name))
  const order = (newNames ?? []).filter((name) => kept.includes(name))
  const key = old.primaryKey.join()
  return [
    ...(names ?? [])
      .filter((name) => !kept.includes(name))
      .map((field) => change('major', old.name, 'removed', field)),
    ...(newNames ?? [])
      .filter((name) => !kept.includes(name))
      .map((field) => change('major', old.name, 'added', field)),
    ...(kept.join('\n') === order.join('\n')
      ? []
      : [change('major', old.name, 'fields stand in another order')]),
    ...(key === now.primaryKey.join() ? [] : [change('major', old.name, 'has another primary key')]),
    ...(old.path === now.path
      ? []
      : [change('major', old.name, `is now at ${now.path}, was at ${old.path}`)]),
    ...(old.title === now.title ? [] : [change('patch', old.name, 'has another title')]),
    ...missingValueChanges(old, now),
    ...old.fields.flatMap((field) => {
      const same = now.fields.find(({ name }) => name === field.name)
      return same === undefined
        ? []
        : fieldChanges(field, same).map(([level, words]) => change(level, old.name, words, field.name))
    }),
  ]
}

function missingValueChanges(old: DescribedTable, now: DescribedTable): readonly SchemaChange[] {
  return [
    ...now.missingValues
      .filter((value) => !old.missingValues.includes(value))
      .map((value) => change('minor', old.name, `missing value "${value}" added`)),
    ...old.missingValues
      .filter((value) => !now.missingValues.includes(value))
      .map((value) => change('patch', old.name, `missing value "${value}" removed`)),
  ]
}

const change = (
  level: SchemaChange['level'],
  resource: string,
  words: string,
  field?: string,
): SchemaChange => ({ level, resource, ...(field === undefined ? {} : { field }), change: words })
