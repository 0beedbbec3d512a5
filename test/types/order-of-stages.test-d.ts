/**
 * What must not compile. `tsc` reads this file in `npm run check`: each `@ts-expect-error` fails the build the day the
 * mistake below it compiles. In its brackets stand the code of the error and why it is one: the artefact whose seal is
 * missing, or `shape` where the two differ in shape as well. test/types.test.ts holds each to that reason, by taking
 * the seals away. Nothing here runs.
 */
import { clean } from '../../pipeline/2-clean/index.ts'
import { anonymise } from '../../pipeline/3-anonymise/index.ts'
import { validate } from '../../pipeline/4-validate/index.ts'
import { aggregate } from '../../pipeline/5-aggregate/index.ts'
import { protect } from '../../pipeline/6-protect/index.ts'
import { packageData, packageRelease, type ReleaseFolder } from '../../pipeline/7-package/index.ts'
import { publish, type ReleaseStore } from '../../pipeline/8-publish/index.ts'
import type {
  AnonymousResponses,
  Edition,
  ReleaseData,
  ReleasedTables,
  ReleaseFiles,
  Responses,
  SubmissionSource,
  Submissions,
  Tables,
  ValidResponses,
} from '../../pipeline/artefacts.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import type { Engine } from '../../pipeline/engine/index.ts'
import type { Issue } from '../../pipeline/issues.ts'

/** Every property of an artefact, and not its seal. */
type Copy<A> = { readonly [Key in keyof A as Key extends string ? Key : never]: A[Key] }

declare const engine: Engine
declare const definition: Definition
declare const folder: ReleaseFolder
declare const store: ReleaseStore
declare const edition: Edition
declare const waves: readonly SubmissionSource[]
declare const submissions: Submissions
declare const responses: Responses
declare const anonymous: AnonymousResponses
declare const valid: ValidResponses
declare const tables: Tables
declare const released: ReleasedTables
declare const data: ReleaseData

export const theOrderCompiles = [
  () => clean(engine, definition, submissions),
  () => anonymise(engine, definition, responses),
  () => validate(engine, definition, anonymous),
  () => aggregate(engine, definition, valid, waves),
  () => protect(definition, tables),
  () => packageData(definition, released, folder),
]

export const copies = (
  ofSubmissions: Copy<Submissions>,
  ofResponses: Copy<Responses>,
  ofAnonymous: Copy<AnonymousResponses>,
  ofValid: Copy<ValidResponses>,
  ofTables: Copy<Tables>,
  ofReleased: Copy<ReleasedTables>,
  ofData: Copy<ReleaseData>,
  ofFiles: Copy<ReleaseFiles>,
) => [
  // @ts-expect-error [ts2379, Submissions] what looks like submissions was not collected
  () => clean(engine, definition, ofSubmissions),
  // @ts-expect-error [ts2379, Responses] what looks like clean responses was not cleaned
  () => anonymise(engine, definition, ofResponses),
  // @ts-expect-error [ts2379, AnonymousResponses] what looks like anonymous responses was not anonymised
  () => validate(engine, definition, ofAnonymous),
  // @ts-expect-error [ts2345, ValidResponses] what looks like valid responses was not validated
  () => aggregate(engine, definition, ofValid, waves),
  // @ts-expect-error [ts2345, Tables] what looks like tables was not aggregated
  () => protect(definition, ofTables),
  // @ts-expect-error [ts2379, ReleasedTables] what looks like released tables was not protected
  () => packageData(definition, ofReleased, folder),
  // @ts-expect-error [ts2345, ReleaseData] what looks like data of a release was not packaged
  () => packageRelease(definition, ofData, edition, folder, []),
  // @ts-expect-error [ts2345, ReleaseFiles] what looks like a release is none
  () => publish(store, '1.0.0', ofFiles),
]

export const forgeries = [
  // @ts-expect-error [ts2379, AnonymousResponses] true answers, made to be counted, cannot be the rows that leave
  () => validate(engine, definition, { ...anonymous, relation: anonymous.counted }),
  // @ts-expect-error [ts2379, AnonymousResponses] identifiable responses cannot be those that tables are counted from
  () => validate(engine, definition, { ...anonymous, counted: responses.relation }),
  // @ts-expect-error [ts2345, ValidResponses] no table can be built of anonymous responses that nobody checked
  () => aggregate(engine, definition, { responses: anonymous, schema: valid.schema }, waves),
  // @ts-expect-error [ts2345, Tables] a plan cannot be changed between counting and protecting
  () => protect(definition, { ...tables, plan: released.plan }),
  // @ts-expect-error [ts2379, ReleasedTables] an unprotected table cannot be packaged in the place of a protected one
  () => packageData(definition, { ...released, tables: tables.tables }, folder),
  // @ts-expect-error [ts2345, ReleaseFiles] the data of a release are not a release
  () => publish(store, '1.0.0', data),
]

export const skippedStages = [
  // @ts-expect-error [ts2379, shape] submissions are not clean responses
  () => anonymise(engine, definition, submissions),
  // @ts-expect-error [ts2379, shape] identifiable responses cannot be validated as anonymous ones
  () => validate(engine, definition, responses),
  // @ts-expect-error [ts2345, shape] a table cannot be built from identifiable responses
  () => aggregate(engine, definition, responses, waves),
  // @ts-expect-error [ts2345, shape] nor from anonymous responses that nobody checked
  () => aggregate(engine, definition, anonymous, waves),
  // @ts-expect-error [ts2345, shape] an unprotected table cannot be packaged
  () => packageData(definition, tables, folder),
  // @ts-expect-error [ts2345, shape] protecting is done to tables with their counts, not to released ones
  () => protect(definition, released),
]

// @ts-expect-error [ts2353, shape] an issue has no room for what a respondent wrote
export const leak: Issue = { code: 'x', severity: 'error', concern: 'data', message: 'x', value: 'words' }
