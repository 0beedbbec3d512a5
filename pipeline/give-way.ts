import { withoutQuestions } from './3-anonymise/index.ts'
import { validate } from './4-validate/index.ts'
import { besideRows } from './5-aggregate/index.ts'
import type { AnonymousResponses, ReleasedTables, Tables } from './artefacts.ts'
import type { Definition } from './definition/index.ts'
import type { Engine } from './engine/index.ts'

/** Rows and tables that stand together. */
export interface Together {
  readonly anonymous: AnonymousResponses
  readonly released: ReleasedTables
}

/** Does a step of the flow, told by its name. */
type Step = <T>(name: string, work: () => Promise<T> | T) => Promise<T>

/** Protects tables beside these rows; `before` are the same tables beside rows that showed more. */
type Protecting = (
  anonymous: AnonymousResponses,
  tables: Tables,
  before?: ReleasedTables,
) => Promise<ReleasedTables>

/**
 * Protects tables beside rows. Where tables lead, rows give way: what they show is taken out of them rather than hidden in
 * tables, and the tables are protected again, until they stand together. Each time rows show fewer questions.
 */
export async function protectTogether(
  engine: Engine,
  definition: Definition,
  recoded: AnonymousResponses,
  tables: Tables,
  step: Step,
  protecting: Protecting,
): Promise<Together> {
  let anonymous = recoded
  let released = await protecting(recoded, tables)
  while (definition.privacy.lead === 'tables' && released.ledByRows.length > 0) {
    const [shown, { ledByRows }] = [anonymous, released]
    anonymous = await step('anonymise', () => withoutQuestions(engine, definition, shown, ledByRows))
    const valid = await step('validate', () => validate(engine, definition, anonymous))
    released = await protecting(anonymous, besideRows(definition, tables, valid), released)
  }
  return { anonymous, released }
}
