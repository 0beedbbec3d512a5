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

/** “South or East” stands for South, East. Undefined where every value stands for itself. */
export const mergedInWords = ({ merged = [] }: Field): string | undefined =>
  merged.length === 0
    ? undefined
    : merged
        .map(({ label, standsFor }) => `\u201c${label}\u201d stands for ${standsFor.join(', ')}.`)
        .join(' ')

function fieldDescriptor(field: Field): FieldDescriptor {
  const { name, title, type, categories, ordered, missing } = field
  const required = missing.length === 0 ? { required: true } : {}
  if (name === 'id')
    return { name, title, type: 'integer', constraints: { required: true, unique: true, minimum: 1 } }
  if (type === 'boolean') return booleanField({ name, title })
  if (type === 'string' && categories.length > 0) {
    const description = mergedInWords(field)
    const common = { name, title, ...(description === undefined ? {} : { description }) }
    return categoryField(common, categories, ordered, required)
  }
  return { name, title, type, ...(missing.length === 0 ? { constraints: required } : {}) }
}
