import type { Issue } from '../../issues.ts'
import { checkField } from './check-field.ts'
import { fault, repeated } from './faults.ts'
import type { Resource, TableSchema } from './model.ts'

/** What is wrong with one resource of a package; `at` is its key path. */
export function checkResource(resource: Resource, at: string, all: readonly Resource[]): readonly Issue[] {
  const { path, hash, bytes, schema } = resource
  return [
    ...(isSafePath(path)
      ? []
      : [
          fault('path', `${at}.path`, 'The path is not relative, or leads out of the package, or is hidden.'),
        ]),
    ...(/^sha256:[0-9a-f]{64}$/.test(hash)
      ? []
      : [fault('hash', `${at}.hash`, 'The hash is not "sha256:" and 64 hexadecimal digits.')]),
    ...(Number.isSafeInteger(bytes) && bytes >= 0
      ? []
      : [fault('bytes', `${at}.bytes`, 'The size is not a whole number of bytes.')]),
    ...(schema === undefined ? [] : checkSchema(schema, `${at}.schema`, all)),
  ]
}

/** POSIX, relative, inside the package, nothing hidden. */
const isSafePath = (path: string): boolean =>
  !/[\\:\p{Cc}]/u.test(path) && path.split('/').every((part) => part !== '' && !part.startsWith('.'))

function checkSchema(schema: TableSchema, at: string, all: readonly Resource[]): readonly Issue[] {
  const names = schema.fields.map(({ name }) => name)
  return [
    ...(names.length > 0 ? [] : [fault('no-fields', `${at}.fields`, 'A table has no fields.')]),
    ...repeated(names).map((index) =>
      fault('duplicate-field', `${at}.fields[${index}].name`, 'Two fields of a table have the same name.'),
    ),
    ...repeated(schema.missingValues).map((index) =>
      fault('duplicate-missing-value', `${at}.missingValues[${index}]`, 'A missing value is named twice.'),
    ),
    ...checkKey(schema.primaryKey, names, `${at}.primaryKey`),
    ...(schema.uniqueKeys ?? []).flatMap((key, index) => checkKey(key, names, `${at}.uniqueKeys[${index}]`)),
    ...checkForeignKeys(schema, names, at, all),
    ...schema.fields.flatMap((field, index) =>
      checkField(field, `${at}.fields[${index}]`, schema.missingValues),
    ),
  ]
}

function checkKey(
  key: readonly string[] | undefined,
  names: readonly string[],
  at: string,
): readonly Issue[] {
  if (key === undefined || (key.length > 0 && key.every((name) => names.includes(name)))) return []
  return [fault('unknown-key-field', at, 'A key is empty or names a field that the table does not have.')]
}

function checkForeignKeys(
  { foreignKeys = [] }: TableSchema,
  names: readonly string[],
  at: string,
  all: readonly Resource[],
): readonly Issue[] {
  return foreignKeys.flatMap(({ fields, reference }, index) => {
    const here = `${at}.foreignKeys[${index}]`
    const target =
      reference.resource === undefined
        ? names
        : all.find(({ name }) => name === reference.resource)?.schema?.fields.map(({ name }) => name)
    if (target === undefined) {
      return [
        fault('unknown-resource', here, 'A foreign key points to a table that the package does not have.'),
      ]
    }
    return [
      ...checkKey(fields, names, `${here}.fields`),
      ...checkKey(reference.fields, target, `${here}.reference.fields`),
      ...(fields.length === reference.fields.length
        ? []
        : [
            fault(
              'key-length',
              here,
              'A foreign key and what it points to have different numbers of fields.',
            ),
          ]),
    ]
  })
}
