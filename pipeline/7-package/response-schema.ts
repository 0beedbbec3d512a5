import { type Field, NOTHING } from '../artefacts.ts'
import type { CodeList } from './code-lists.ts'
import { booleanField, categoryField, type FieldDescriptor, type TableSchema } from './data-package/index.ts'
import { NOTHING_MEANINGS } from './marks.ts'
import { foreignKeys } from './table-schemas.ts'

/** Table Schema of the published responses. Titles of fields are the wording of the questions. */
export function responseTableSchema(
  fields: readonly Field[],
  lists: readonly CodeList[],
): Omit<TableSchema, '$schema'> {
  const missing = missingIn(fields)
  return {
    fields: fields.map(fieldDescriptor),
    missingValues: missing.length === 0 ? [''] : missing,
    ...(fields.some(({ name }) => name === 'id') ? { primaryKey: ['id'] } : {}),
    ...foreignKeys(
      fields.flatMap(({ name: field }) =>
        lists.filter((list) => list.fields.includes(field)).map((list) => ({ field, list })),
      ),
    ),
  }
}

/** Marks that stand for no answer in any of the fields, in a fixed order. */
export const missingIn = (fields: readonly Field[]): readonly string[] =>
  Object.values(NOTHING).filter((mark) => fields.some((field) => field.missing.includes(mark)))

/** "[no reply]: asked, but not answered; …". */
export const missingInWords = (fields: readonly Field[]): string =>
  missingIn(fields)
    .map((mark) => `${mark}: ${NOTHING_MEANINGS[mark] ?? ''}`)
    .join('; ')

function fieldDescriptor({ name, title, type, categories, ordered, missing }: Field): FieldDescriptor {
  const required = missing.length === 0 ? { required: true } : {}
  if (name === 'id')
    return { name, title, type: 'integer', constraints: { required: true, unique: true, minimum: 1 } }
  if (type === 'boolean') return booleanField({ name, title })
  if (type === 'string' && categories.length > 0)
    return categoryField({ name, title }, categories, ordered, required)
  return { name, title, type, ...(missing.length === 0 ? { constraints: required } : {}) }
}
