import type { Field, ReleasedTables } from '../artefacts.ts'

/** Columns of the published responses; none where the rules let no row of a response out. */
export const publishedFields = ({ plan, responses }: ReleasedTables): readonly Field[] =>
  plan.rules.microdata === 0 ? [] : responses.responses.fields
