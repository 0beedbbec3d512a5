/**
 * What must not compile. `tsc` reads this file in `npm run check`: each `@ts-expect-error` fails the
 * build the day the mistake below it compiles. Nothing here runs.
 */
import { anonymise } from '../../pipeline/3-anonymise/index.ts'
import { validate } from '../../pipeline/4-validate/index.ts'
import { aggregate } from '../../pipeline/5-aggregate/index.ts'
import { protect } from '../../pipeline/6-protect/index.ts'
import { packageData, type ReleaseFolder } from '../../pipeline/7-package/index.ts'
import type {
  AnonymousResponses,
  ReleasedTables,
  Responses,
  Submissions,
  Tables,
  ValidResponses,
} from '../../pipeline/artefacts.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import type { Engine } from '../../pipeline/engine/index.ts'
import type { Issue } from '../../pipeline/issues.ts'

export function mustNotCompile(
  engine: Engine,
  definition: Definition,
  folder: ReleaseFolder,
  submissions: Submissions,
  responses: Responses,
  anonymous: AnonymousResponses,
  valid: ValidResponses,
  tables: Tables,
  released: ReleasedTables,
): unknown {
  // @ts-expect-error submissions are not clean responses
  const skippedCleaning = anonymise(engine, definition, submissions)
  // @ts-expect-error identifiable responses cannot be validated as anonymous ones
  const skippedAnonymising = validate(engine, definition, responses)
  // @ts-expect-error a table cannot be built from identifiable responses
  const identifiable = aggregate(engine, definition, responses)
  // @ts-expect-error nor from anonymous responses that nobody checked
  const unchecked = aggregate(engine, definition, anonymous)
  // @ts-expect-error an unprotected table cannot be packaged
  const unprotected = packageData(definition, tables, folder)
  const copy = { tables: tables.tables, refusals: [], responses: valid }
  // @ts-expect-error not even when it is spelled like a released one
  const disguised = packageData(definition, copy, folder)
  // @ts-expect-error protecting is done to tables with their counts, not to released ones
  const twice = protect(released)
  // @ts-expect-error an issue has no room for what a respondent wrote
  const leak: Issue = { code: 'x', severity: 'error', concern: 'data', message: 'x', value: 'his words' }
  return [skippedCleaning, skippedAnonymising, identifiable, unchecked, unprotected, disguised, twice, leak]
}
