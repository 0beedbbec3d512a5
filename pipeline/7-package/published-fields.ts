import type { Field, ReleasedTables } from '../artefacts.ts'

/** Columns of the published responses; none where no row of a response leaves. */
export const publishedFields = ({ responses }: ReleasedTables): readonly Field[] =>
  responses.responses.rows === 0 ? [] : responses.responses.fields
