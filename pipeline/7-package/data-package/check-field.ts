import type { Issue } from '../../issues.ts'
import { fault, repeated } from './faults.ts'
import type { FieldDescriptor } from './model.ts'

/** Constraints of the standard; a misspelt one would be ignored in silence by every consumer. */
const CONSTRAINTS = new Set([
  'required',
  'unique',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'jsonSchema',
  'pattern',
  'enum',
])

/** What is wrong with one field of a table; `at` is its key path. */
export function checkField(field: FieldDescriptor, at: string, missing: readonly string[]): readonly Issue[] {
  const values = (field.categories ?? []).map((category) =>
    typeof category === 'string' ? category : category.value,
  )
  const labels = (field.categories ?? []).flatMap((category) =>
    typeof category === 'string' ? [] : [category.label],
  )
  const allowed = field.constraints?.enum
  const unknown = Object.keys(field.constraints ?? {}).some((name) => !CONSTRAINTS.has(name))
  const both = [...values, ...(allowed ?? []), ...(field.trueValues ?? []), ...(field.falseValues ?? [])]
  return [
    ...(field.name === '' ? [fault('field-name', `${at}.name`, 'A field has no name.')] : []),
    ...[...repeated(values), ...repeated(labels)].map((index) =>
      fault('duplicate-category', `${at}.categories[${index}]`, 'A category of a field is named twice.'),
    ),
    ...(field.categories === undefined || field.type === 'string' || field.type === 'integer'
      ? []
      : [fault('category-type', `${at}.categories`, 'Only texts and whole numbers may have categories.')]),
    ...(field.categories === undefined || (allowed ?? []).every((value) => values.includes(value))
      ? []
      : [fault('enum', `${at}.constraints.enum`, 'The enum allows a value that is no category.')]),
    ...(unknown
      ? [fault('constraint', `${at}.constraints`, 'A constraint is unknown to the standard.')]
      : []),
    ...(both.some((value) => missing.includes(value))
      ? [
          fault(
            'missing-category',
            at,
            'A value of a field is also a missing value, so it could not be read.',
          ),
        ]
      : []),
  ]
}
