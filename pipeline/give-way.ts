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
 * tables, and the tables are protected again.
 */
export async function protectTogether(
  engine: Engine,
  definition: Definition,
  recoded: AnonymousResponses,
  tables: Tables,
  step: Step,
  protecting: Protecting,
): Promise<Together> {
  const first = await protecting(recoded, tables)
  const givesWay = definition.privacy.lead === 'tables' ? first.ledByRows : []
  if (givesWay.length === 0) return { anonymous: recoded, released: first }
  const anonymous = await step('anonymise', () => withoutQuestions(engine, definition, recoded, givesWay))
  const valid = await step('validate', () => validate(engine, definition, anonymous))
  return {
    anonymous,
    released: await protecting(anonymous, besideRows(definition, tables, valid), first),
  }
}
